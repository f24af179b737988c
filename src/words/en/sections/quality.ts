import { count, share } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SideWords } from '../sides.ts';

/** Heads of the table of columns. */
const cells = {
  count: 'Count',
  missing: 'Missing',
  nan: 'NaN',
  infinite: 'Infinite',
  distinct: 'Distinct',
  min: 'Min',
  mean: 'Mean',
  max: 'Max',
  std: 'Std',
};

/** The same in full. */
const hints: Record<keyof typeof cells, string> = {
  count: 'Rows, the missing ones included',
  missing: 'Share of rows without a value',
  nan: 'Cells that say “not a number”',
  infinite: 'Infinite values',
  distinct: 'Different values',
  min: 'Smallest value',
  mean: 'Mean',
  max: 'Largest value',
  std: 'Sample standard deviation',
};

const flags = {
  constant: 'constant',
  almostConstant: 'almost constant',
  identifierLike: 'identifier-like',
};

/** "constant in reference", where the other file differs. */
const flagOfFile = (flag: keyof typeof flags, { name }: SideWords): string => `${flags[flag]} in ${name}`;

export const quality = {
  ...{ cells, hints, flags, flagOfFile },
  lead: (findings: number): string => `${counted(findings, 'finding')}, worst first.`,
  handbook: 'What is counted, and how',
  nothingYet: 'Findings appear once every column has been looked at.',
  nothing: 'Nothing was found that needs a look.',
  wholeFiles: 'Whole files side by side',
  wholeFile: 'The whole file',
  filesTable: 'Quality of the files',
  notCounted: 'Not counted yet.',
  noFigures: 'The report holds no figures of whole files.',
  byColumn: 'Column by column',
  table: 'Quality column by column',
  figures: 'Figures',
  figuresOf: (column: string): string => `Figures of ${column}`,
  quantiles: 'Quantiles',
  quantilesOf: (column: string): string => `Quantiles of ${column}`,
};

export const findings = {
  wholeFile: 'Whole file',
  join: 'Join them',
  all: (findings: number): string => `All ${counted(findings, 'finding')}`,
  more: ({ step, left }: { step: number; left: number }): string =>
    left > step ? `Show ${count(step)} more of ${counted(left, 'finding')}` : `Show ${counted(left, 'more finding')}`,
};

/** Names of a column's figures. */
export const columnFigures = {
  rows: 'Rows',
  missing: 'Missing',
  nan: 'Not a number (NaN)',
  infinite: 'Infinite',
  coerced: 'Could not be read as this type',
  distinct: 'Different values',
  min: 'Smallest',
  mean: 'Mean',
  max: 'Largest',
  std: 'Standard deviation',
  /** @param level "0.25" */
  quantile: (level: string): string =>
    ({ '0.25': 'Lower quartile', '0.5': 'Median', '0.75': 'Upper quartile' })[level] ??
    `${share(Number(level))} lie below`,
  /** "12 (0.1%)", "0" */
  part: ({ part, whole }: { part: number; whole: number }): string =>
    part === 0 || whole === 0 ? count(part) : `${count(part)} (${share(part / whole)})`,
};

const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? count(0) : `${count(texts.length)}: ${texts.join(', ')}`;

/** Names of a whole file's figures, and what they are. */
export const fileFigures = {
  missingCells: 'Missing cells',
  duplicateRows: 'Duplicate rows',
  emptyRows: 'Empty rows',
  emptyColumns: 'Empty columns',
  duplicateColumns: 'Columns that repeat another',
  /** Of what a summary does not tell. */
  needsRows: 'needs the rows',
  rows: 'Rows',
  rowsSoFar: 'Rows read so far',
  columns: 'Columns',
  format: 'Format',
  size: 'Size',
  part: ({ part, whole }: { part: number; whole: number }): string => `${count(part)} of ${count(whole)}`,
  /** "12 (0.1%)", "0" */
  partOfCells: ({ cells: missing, share: part }: { cells: number; share: number }): string =>
    missing === 0 ? count(0) : `${count(missing)} (${share(part)})`,
  names: listed,
  groups: (groups: readonly (readonly string[])[]): string => listed(groups.map((group) => group.join(' = '))),
};

export const mostCommon = {
  heading: 'Most common',
  headingOf: ({ name }: SideWords): string => `Most common, ${name}`,
  label: ({ name }: SideWords): string => `Most common values of the ${name} file`,
  value: 'Value',
  rows: 'Rows',
  emptyText: '(empty text)',
};
