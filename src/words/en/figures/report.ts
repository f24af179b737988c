import type { Quote } from '../../../facts/statements/statement.ts';
import { createdAt } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';
import { quoted } from '../statements/quotes.ts';

/** Names of figures, as titles and in the gallery. */
export const titles = {
  distribution: (column: string): string => `Distribution of ${column}`,
  categories: (column: string): string => `Categories of ${column}`,
  cumulative: (column: string): string => `Cumulative share of ${column}`,
  overTime: (column: string): string => `${column} over time`,
  /** Of a category that may be left out of shared files. */
  levelOverTime: (column: string, level: Quote): string => `Share of ${quoted(level)} in ${column} over time`,
  missingOverTime: (column: string): string => `Missing cells of ${column} over time`,
  effects: 'How far each column moved',
  missing: 'Missing cells by column',
  /** `map` is the name of a file, or of what lies between the files. */
  heatMap: (map: string, method: string): string => `${map}, ${method}`,
  change: 'Change',
};

/** Around a figure. */
export const frame = {
  data: 'Data',
  dataOf: (title: string): string => `Data of ${title}`,
  valuesOf: (title: string): string => `Values of ${title}`,
  choose: 'Click: only these rows',
  chooseByKey: 'Enter makes the report of these rows only.',
  emptyText: '(empty text)',
  blank: '(blank)',
  failed: (name: string, problem: string): string =>
    `The picture of ${name} could not be drawn (${problem}). Its numbers are in the tables.`,
  everyEffect: 'Every effect in one picture',
};

export const menu = {
  name: (title: string): string => `Save or copy: ${title}`,
  edit: 'Picture for a page, a slide or print …',
  copy: 'Copy as shown',
  png: 'Save as PNG',
  svg: 'Save as SVG',
  csv: 'Save data as CSV',
};

/** Categories that only one file has. */
export const appeared = {
  fresh: (count: number, { current }: SidesWords): string =>
    `New in ${current.noun}: ${counted(count, 'category', 'categories')}`,
  vanished: (count: number, { current }: SidesWords): string =>
    `Vanished from ${current.noun}: ${counted(count, 'category', 'categories')}`,
  more: (count: number): string => `and ${counted(count, 'more category', 'more categories')}`,
};

/** What stands under a picture that leaves the page. */
interface Source {
  /** The current file first. */
  files: readonly string[];
  sampled: boolean;
  /** Which rows were taken, where they are not all. */
  chosen: readonly string[];
  createdAt: string;
  version: string;
}

export const source = ({ files, sampled, chosen, createdAt: moment, version }: Source): string =>
  [files.join(' against '), ...(sampled ? ['sample'] : []), ...chosen, createdAt(moment), `Plumbline ${version}`].join(
    ' · ',
  );
