import { COLUMNAR } from './columnar.ts';
import { DATES } from './dates.ts';
import { FIELDS } from './fields.ts';
import { FRAMES } from './frames.ts';
import { LISTS } from './lists.ts';
import { MESSY } from './messy.ts';
import { NUMBERS } from './numbers.ts';
import { PACKINGS } from './packings.ts';
import type { TableCase } from './table-case.ts';
import { WORKBOOKS } from './workbooks.ts';

/** Where the files of a case lie, in a folder of its id. */
export const TABLES = 'test/inputs/tables';

/** Every file that was read wrongly once. */
export const TABLE_CASES: readonly TableCase[] = [
  ...COLUMNAR,
  ...FRAMES,
  ...FIELDS,
  ...DATES,
  ...NUMBERS,
  ...LISTS,
  ...PACKINGS,
  ...WORKBOOKS,
  ...MESSY,
];
