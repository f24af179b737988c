import { count } from '../../format.ts';
import { counted } from '../grammar.ts';
import { dateExample, dateNotation } from '../read-as.ts';
import type { SideWords } from '../sides.ts';

/** How each column of a file was read, and how it is to be. */
export const columnReadings = {
  open: (columns: number): string => `Column by column (${count(columns)})`,
  heading: 'How each column was read',
  of: ({ name }: SideWords): string => `How each column of the ${name} file was read`,
  lead: 'A change holds for the column in both files. The files are read again at once.',
  running: 'The files are read again.',
  withoutData: 'This report was opened without its files: nothing can be changed.',
  search: 'Find a column',
  columns: (n: number): string => counted(n, 'column'),
  firstCells: 'First cells',
  missing: 'missing',
  reading: (column: string): string => `Reading of ${column}`,
  findOut: 'find out',
  /** What was found where nothing is set. */
  found: (way: string): string => `${way} (found out)`,
  readings: {
    text: 'text',
    folded: 'text, spellings joined',
    without_zeros: 'text, without leading zeros',
    number: 'numbers',
    number_limits: 'numbers, “<0.05” as 0.05',
    duration_hours: 'durations, 60:01 as hours and minutes',
    duration_minutes: 'durations, 60:01 as minutes and seconds',
    epoch_s: 'seconds since 1970',
    epoch_ms: 'milliseconds since 1970',
    epoch_us: 'microseconds since 1970',
    epoch_ns: 'nanoseconds since 1970',
    excel_date: 'days of a spreadsheet',
  },
  /** A reading as times of one format. */
  timesAs: (format: string): string => `times like ${dateExample(format)}`,
  otherFormat: 'times in another format',
  format: (column: string): string => `Date format of ${column}`,
  formatHint: '%d day, %m month, %Y year, %H hour, %M minute, %S second.',
  formatWrong: 'A date format holds % signs, such as %d.%m.%Y.',
  words: {
    label: 'Read as missing',
    of: (column: string): string => `Words read as missing in ${column}`,
    none: 'no word of it',
    /** Says what taking a word from the list does. */
    take: (word: string, column: string): string => `Take “${word}” for a value in ${column}`,
    cells: (n: number): string => count(n),
    add: (column: string): string => `Another word that is missing in ${column}`,
    placeholder: 'another word',
    adding: 'Add',
    asFile: 'As in the whole file',
    asFileOf: (column: string): string => `Words of the whole file for ${column}`,
  },
  /** Years of two digits, and the hundred years that they are taken for. */
  century: {
    label: 'Years of two digits, from',
    of: (column: string): string => `First year of two-digit years in ${column}`,
    ofFile: ({ name }: SideWords): string => `First year of two-digit years in the ${name} file`,
    until: (last: number): string => `to ${String(last)}`,
    wrong: 'A year of four digits, such as 1950.',
    findOutOf: (column: string): string => `Find out the years of two digits in ${column}`,
  },
  offer: {
    label: (column: string): string => `What ${column} is`,
    numbers: 'Numbers: these words are missing',
    limits: 'Numbers: “<0.05” counts as 0.05',
    text: 'Text: these words are states',
    durations: { duration_hours: 'Hours and minutes', duration_minutes: 'Minutes and seconds' },
    dates: (format: string): string => `Dates: ${dateNotation(format)}`,
  },
  fileMissing: ({ name }: SideWords): string => `Words read as missing in the ${name} file`,
  fileMissingHint: 'words, with commas between them; empty cells are always missing',
  otherDelimiter: 'Other delimiter',
  delimiter: ({ name }: SideWords): string => `Other delimiter of the ${name} file`,
  delimiterHint: 'one to four characters, such as || or <>',
  widths: ({ name }: SideWords): string => `Column widths of the ${name} file`,
  widthsHint: 'letters of each column but the last: 8, 12, 6',
};
