import type { FileFormat, NoteValues } from '../../facts/statements/reading.ts';
import { count, share } from '../format.ts';
import { encodings } from './encodings.ts';
import { counted, listed, named, verb } from './grammar.ts';
import {
  columnWays,
  dateNotation,
  dateOrders,
  delimiterName,
  durationForm,
  epochUnits,
  escapes,
  headerWord,
  markName,
  quotes,
  readAs,
  sampleName,
} from './read-as.ts';
import { quoted } from './statements/quotes.ts';

const cellTypes = { number: 'a number', time: 'a time', boolean: 'true or false', text: 'text' } as const;

const haveFields = (rows: number): string => `${counted(rows, 'row')} ${verb(rows, 'has', 'have')}`;

const zones = {
  zoned: 'times have an offset from UTC here, and none in the other file',
  naive: 'times have no offset from UTC here, and one in the other file',
  both: 'some times have an offset from UTC, others none',
} as const;

const MOST_WORDS = 6;

/** “Bad Input” 30 times, “No Data” 5 times and 2 more; those that are withheld count as more. */
function wordCounts(words: NoteValues['words-among-numbers']['words'], kinds: number): string {
  const shown = words.filter(({ word }) => word.quote !== null).slice(0, MOST_WORDS);
  const rest = kinds - shown.length;
  const texts = shown.map(({ word, cells }) => `${quoted(word)} ${counted(cells, 'time')}`);
  return listed(rest > 0 ? [...texts, shown.length > 0 ? `${count(rest)} more` : counted(rest, 'word')] : texts);
}

const lost = {
  exponents: 'codes with an E',
  'leading-zeros': 'leading zeros',
  signs: 'the plus sign',
  versions: 'the digits of versions',
  digits: 'digits beyond the 15th',
} as const;

const jsonManners = {
  comments: 'comments',
  'single-quotes': 'texts in single quotes',
  'bare-names': 'names without quotes',
  commas: 'commas before a bracket',
  words: 'words or numbers of a programming language',
  program: 'a line of a program around the data',
} as const;

/** Notes of reading. */
const notes: { [Kind in keyof NoteValues]: (values: NoteValues[Kind]) => string } = {
  'undecodable-bytes': ({ places, row }) =>
    `${counted(places, 'place')} ${verb(places, 'holds', 'hold')} bytes that are no text in this encoding; � stands for them${row === undefined ? '' : `, first in row ${count(row)}`}. Another encoding may fit better.`,
  'encodings-mixed': ({ encodings: mixed, row }) =>
    `The file is written in ${listed(mixed.map((encoding) => encodings[encoding]))}, as where files of two programs are put together. Each text was read in its own${row === undefined ? '' : `; the second is first in row ${count(row)}`}. If letters are wrong, set “Encoding”.`,
  'padding-left-out': ({ bytes }) =>
    `${counted(bytes, 'byte')} without a letter (NUL) ${verb(bytes, 'stands', 'stand')} behind the last row and ${verb(bytes, 'was', 'were')} left out: the file is longer than what was written into it.`,
  'rows-short': ({ rows }) => `${haveFields(rows)} fewer fields than the header; what lacks is missing.`,
  'rows-long': ({ rows }) => `${haveFields(rows)} more fields than the header; the surplus fields were left out.`,
  'names-fewer': ({ named: names, width }) =>
    `${counted(names, 'column')} ${verb(names, 'has', 'have')} a name, but rows have ${counted(width, 'field')}: the last ${width - names === 1 ? 'column is' : `${counted(width - names, 'column')} are`} numbered. If a text holds the delimiter, the columns behind it are shifted.`,
  'names-twice': ({ names }) =>
    `${named(names, names.length, 6)} ${verb(names.length, 'stands', 'stand')} more than once among the names; each further column has a number behind its name, like “${names[0] ?? ''} (2)”.`,
  'row-names': ({ column }) =>
    `Rows have one field more than there are names. The first field is read as the name of its row (“${column}”). If a text holds the delimiter, the columns are shifted.`,
  'lines-above-names': ({ lines, examples }) => {
    const shown = examples.flatMap(({ quote }) => (quote === null ? [] : [String(quote)]));
    const like = shown.length === 0 ? '' : ` (${named(shown, lines, 6)})`;
    return `${counted(lines, 'line')} above the table${like} ${verb(lines, 'is', 'are')} no part of it. If rows or names are among them, set “Lines skipped”.`;
  },
  'lines-below-names': ({ texts }) =>
    `Between the names and the first row stand units or the like (${named(texts, texts.length, 6)}), which are no row.`,
  'tables-stacked': ({ table, tables }) =>
    `${counted(tables, 'table')} stand one above the other in this file. Table ${count(table)} was read; another can be chosen.`,
  'tail-left-out': ({ rows, sums, example }) =>
    `The last ${rows === 1 ? 'line' : `${count(rows)} lines`} ${sums ? `${verb(rows, 'sums', 'sum')} up the others` : `${verb(rows, 'is', 'are')} no row`}${example.quote === null ? '' : ` (${quoted(example)})`} and ${verb(rows, 'was', 'were')} left out.`,
  'sums-among-rows': ({ rows, row, example }) =>
    `${counted(rows, 'row')} among the first ones ${verb(rows, 'says that it sums', 'say that they sum')} up others${example.quote === null ? '' : ` (${quoted(example)}, row ${count(row)})`}. ${rows === 1 ? 'It is' : 'They are'} read as ${rows === 1 ? 'a row' : 'rows'}, so that what ${rows === 1 ? 'it sums' : 'they sum'} up counts twice. Take ${rows === 1 ? 'it' : 'them'} out of the file.`,
  'lines-in-quotes': () =>
    'Each line of the file stands in quotes as a whole. They were taken off. If the table has one column, set the delimiter to none.',
  'empty-rows-left-out': ({ rows }) =>
    `${counted(rows, 'row')} ${verb(rows, 'holds', 'hold')} delimiters alone and ${verb(rows, 'was', 'were')} left out.`,
  'head-repeated': ({ lines, row }) =>
    `${counted(lines, 'line')} of names or units ${verb(lines, 'stands', 'stand')} among the rows again (${lines === 1 ? '' : 'first '}before row ${count(row)}) and ${verb(lines, 'was', 'were')} left out, as where files are put behind each other.`,
  'cells-unreadable': ({ column, cells, as: cellType, example }) =>
    `${column}: ${counted(cells, 'cell')} ${verb(cells, 'is', 'are')} not ${cellTypes[cellType]}${example.quote === null ? '' : ` (for example ${quoted(example)})`} and ${verb(cells, 'counts', 'count')} as missing.`,
  'list-chosen': ({ names, table }) =>
    `The file holds ${counted(names.length, 'list')} of records (${named(names, names.length, 6)}). “${names[table - 1] ?? ''}” was read; another can be chosen.`,
  'lists-uneven': ({ names, rows }) =>
    `${named(names, names.length, 4)} ${verb(names.length, 'has', 'have')} fewer than ${counted(rows, 'value')}; the last rows are missing there.`,
  'files-empty': ({ files }) =>
    `${named(files, files.length, 4)} ${verb(files.length, 'holds', 'hold')} no row and ${verb(files.length, 'was', 'were')} left out.`,
  'rows-no-record': ({ rows }) =>
    `${counted(rows, 'row')} ${verb(rows, 'is no JSON record', 'are no JSON records')} and could not be read; all of ${verb(rows, 'its', 'their')} values are missing.`,
  'keys-twice': ({ keys, objects }) =>
    `${named(keys, keys.length, 6)} ${verb(keys.length, 'stands', 'stand')} more than once in ${objects === 1 ? 'one object' : `each of ${counted(objects, 'object')}`}. The second ${keys.length === 1 ? 'value is' : 'values are'} kept under ${keys.length === 1 ? `“${keys[0] ?? ''} (2)”` : `names like “${keys[0] ?? ''} (2)”`}, where most programs drop the first.`,
  'json-manners': ({ manners }) =>
    `The file is no JSON in the strict sense: it has ${listed(manners.map((manner) => jsonManners[manner]))}. It was read as what it means.`,
  'members-left-out': ({ names }) =>
    `${named(names, names.length, 6)} ${verb(names.length, 'stands', 'stand')} beside the list that was read, and ${verb(names.length, 'was', 'were')} left out.`,
  'keyed-objects': ({ objects }) =>
    objects === 'rows'
      ? 'Each object in the file is read as a row. If each is a column, choose the other table.'
      : 'Each object in the file is read as a column, with one cell for each of its keys. If each is a row, choose the other table.',
  'epoch-times': ({ column, unit }) => `${column}: numbers read as ${epochUnits[unit]} since 1970, UTC.`,
  'two-digit-years': ({ column, first, last }) =>
    `${column}: years of two digits are read as ${String(first)} to ${String(last)}.`,
  'zone-names': ({ column, zones: named }) =>
    `${column}: times with the name of a zone (${listed(named)}) were turned into UTC.`,
  'spreadsheet-dates': ({ column }) =>
    `${column}: numbers read as dates of a spreadsheet: days since 30 December 1899.`,
  'compact-dates': ({ column }) => `${column}: digits read as dates: year, month and day without separators.`,
  'ambiguous-dates': ({ column, orders: [order = 'day', ...others] = ['day', 'month'] }) =>
    others.includes('year') || order === 'year'
      ? `${column}: the dates may be ${listed([`${dateOrders[order]} (as read)`, ...others.map((other) => dateOrders[other])], 'or')}; nothing in them says which.`
      : `${column}: no day is beyond the 12th, so the dates may be ${dateOrders[order]} (as read) or ${listed(others.map((other) => dateOrders[other]))}.`,
  'digits-may-be-dates': ({ column, formats: notations, example }) =>
    `${column}: its cells${example.quote === null ? '' : ` (${quoted(example)})`} may be dates, written like ${listed(notations.map(dateNotation), 'or')}. They are not read as dates.`,
  'zone-open': ({ column, zone }) =>
    `${column}: “${zone}” is the name of several time zones. The times are read as they stand, without an offset from UTC.`,
  'zones-kept': ({ column, zones: named, example }) =>
    `${column}: times with the names of several zones (${listed(named)})${example.quote === null ? '' : `, such as ${quoted(example)},`} are kept as text, because some of these names mean several zones.`,
  'ambiguous-decimal': ({ column, decimal }) =>
    `${column}: the ${markName(decimal)} is taken for the decimal mark, which nothing in the file proves.`,
  'unit-in-cells': ({ column, unit }) => `${column}: all cells end in “${unit}”; they are read as numbers of it.`,
  'accounting-numbers': ({ column, sign, example }) =>
    `${column}: numbers are written with ${sign === '' ? 'signs of their own' : `“${sign}”`}${example.quote === null ? '' : ` (${quoted(example)})`}. Brackets, and a minus sign behind a number, are read as negative.`,
  'numbers-as-names': ({ names }) =>
    `The first row (${named(names, names.length, 4)}) is read as the names of the columns. If it is a row of data, set “Header” to none.`,
  'missing-texts': ({ texts, columns }) =>
    `${listed(texts.map((text) => `“${text}”`))} ${verb(texts.length, 'counts', 'count')} as missing, in ${named(columns, columns.length, 4)}.`,
  'codes-as-text': ({ column, share: codes, example }) =>
    `${column}: ${share(codes)} of its cells are codes${example.quote === null ? '' : ` like ${quoted(example)}`}, the others are whole numbers. All are read as text. If the codes are errors, read the column as numbers.`,
  'codes-kept': ({ column, why, example }) =>
    `${column}: read as text, because as numbers or dates ${lost[why]} would be lost${example.quote === null ? '' : ` (${quoted(example)})`}. If they are numbers, read the column as numbers.`,
  'words-among-numbers': ({ column, filled, numbers, kinds, words }) =>
    `${column}: read as text, because ${share(1 - numbers / filled)} of its cells are no numbers (${wordCounts(words, kinds)}). If these words stand for no value, read the column as numbers.`,
  'numbers-unlike': ({ column, why, examples }) => {
    const shown = examples.filter((cell) => cell.quote !== null).map(quoted);
    const like = shown.length === 0 ? '' : ` (${listed(shown)})`;
    return why === 'signs'
      ? `${column}: read as text, because different signs or units stand behind its numbers${like}. Give each a column of its own.`
      : `${column}: read as text, because some of its numbers have a decimal point and others a comma${like}. Write them alike.`;
  },
  'digits-vary': ({ column, example }) =>
    `${column}: some cells are the same number in more digits${example.quote === null ? '' : ` (${quoted(example)})`}. They are one number here; if they are codes or versions, read the column as text.`,
  'texts-as-formulas': ({ column, example }) =>
    `${column}: its texts are written as formulas${example.quote === null ? '' : ` (${quoted(example)})`}, as for a spreadsheet; they are read without =" and ".`,
  'boolean-spellings': ({ column, here, elsewhere }) =>
    `${column}: ${listed(here.map((text) => `“${text}”`))} here, ${listed(elsewhere.map((text) => `“${text}”`))} in the other file. Both are read as true and false.`,
  'zones-mixed': ({ column, here }) => `${column}: ${zones[here]}. A time without an offset is taken for UTC.`,
  'sheet-chosen': ({ sheet, sheets }) =>
    `The workbook has ${counted(sheets.length, 'sheet')} (${named(sheets, sheets.length, sheets.length)}); “${sheet}” was read.`,
  'merged-cells': ({ cells }) =>
    `${counted(cells, 'cell')} ${verb(cells, 'is', 'are')} merged with one above and ${verb(cells, 'holds', 'hold')} its value.`,
  'comma-texts': ({ cells, example }) =>
    `${counted(cells, 'text')} with a decimal comma${example.quote === null ? '' : ` (${quoted(example)})`} ${verb(cells, 'is', 'are')} read as ${verb(cells, 'a number', 'numbers')}.`,
  'summary-file': ({ engine }) => `This is a summary of rows that stayed elsewhere, counted by “${engine}”.`,
  'summary-without-time': () =>
    'The summary was made without a time column, so each row counts in full: a slow process may look changed. Make it again with --time.',
  'counted-on-summary': ({ summary }) =>
    `The rows of this file were counted on the bins of ${summary}, so both sides are compared as summaries.`,
  'not-in-summary': ({ summary, columns }) =>
    `${summary} does not count ${named(columns, columns.length, 4)}: ${verb(columns.length, 'it was', 'they were')} left out.`,
  'rows-without-time': ({ column }) =>
    `The summary was counted by the times of “${column}”, of which this file has none. Each row counts in full: a slow process may look changed.`,
  'other-column-order': () => 'The columns stand in another order than in the other file; they are compared by name.',
  'digits-kept': ({ column }) =>
    `${column}: whole numbers of more than 15 digits, kept as text so that no digit is lost.`,
  'half-precision': ({ column }) => `${column}: numbers of half precision.`,
  'decimals-left-out': ({ column }) =>
    `${column}: decimals of more than 38 digits, which are not read; the column was left out.`,
  'binary-left-out': ({ column }) => `${column}: binary data, which is not compared; the column was left out.`,
  'nested-as-text': ({ column }) => `${column}: nested values, kept as text (JSON).`,
  'bytes-as-text': ({ column }) =>
    `${column}: byte values that are text, read as UTF-8. A byte that is no UTF-8 stands as \\xe9 or the like.`,
  'bytes-as-uuids': ({ column }) => `${column}: values of 16 bytes, written as UUIDs.`,
  'times-as-seconds': ({ column }) => `${column}: times of day, read as seconds since midnight.`,
  'durations-as-seconds': ({ column, leading }) => `${column}: durations${durationForm(leading)}, read as seconds.`,
  'durations-open': ({ column, example }) =>
    `${column}: durations${example.quote === null ? '' : ` like ${quoted(example)}`} are read as hours and minutes, in seconds; nothing in the file says that they are not minutes and seconds.`,
  'intervals-as-months': ({ column }) => `${column}: intervals, read as months.`,
  'intervals-as-seconds': ({ column }) => `${column}: intervals, read as seconds.`,
  'intervals-as-text': ({ column }) => `${column}: intervals of months, days and seconds, kept as text (ISO 8601).`,
};

const formats: Readonly<Record<FileFormat, string>> = {
  CSV: 'CSV',
  TSV: 'TSV',
  JSON: 'JSON',
  NDJSON: 'NDJSON',
  Excel: 'Excel',
  Parquet: 'Parquet',
  Arrow: 'Arrow',
};

/** How files were read, and what of it is worth a look. */
export const reading = {
  /** What several files are called together that are read as one table. */
  several: ({ first, more }: { first: string; more: number }): string => `${first} and ${count(more)} more`,
  notes,
  readAs,
  columnWays,
  formats,
  encodings,
  sample: sampleName,
  delimiter: delimiterName,
  quotes,
  escapes,
  mark: markName,
  dateOrders,
  header: headerWord,
  /** Where all rows are used. */
  allRows: 'all',
  /** A note of one of several files. */
  ofFile: (file: string, note: string): string => `${file}: ${note}`,
  /** A row of another width than it should have. */
  fields: ({ fields, width }: { fields: number; width: number }): string =>
    `${count(fields)} of ${counted(width, 'field')}`,
};
