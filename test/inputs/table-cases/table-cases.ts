import { ANEW } from './anew.ts';
import { COLUMNAR } from './columnar.ts';
import { DATES } from './dates.ts';
import { FIELDS } from './fields.ts';
import { FRAMES } from './frames.ts';
import { HEADS } from './heads.ts';
import { LETTERS } from './letters.ts';
import { LISTS } from './lists.ts';
import { MARKS } from './marks.ts';
import { MESSY } from './messy.ts';
import { NUMBERS } from './numbers.ts';
import { PACKINGS } from './packings.ts';
import { SIGNS } from './signs.ts';
import type { TableCase } from './table-case.ts';
import { TAILS } from './tails.ts';
import { WORKBOOKS } from './workbooks.ts';

/** Where the files of a case lie, in a folder of its id. */
export const TABLES = 'test/inputs/tables';

/** Files that were read wrongly once: what a person sees of them is looked at in a browser too. */
export const SHOWN_CASES: readonly TableCase[] = [
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

/** These and their relatives. */
export const TABLE_CASES: readonly TableCase[] = [
  ...SHOWN_CASES,
  ...HEADS,
  ...MARKS,
  ...TAILS,
  ...SIGNS,
  ...LETTERS,
  ...ANEW,
];
