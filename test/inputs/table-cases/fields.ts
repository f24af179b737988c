import type { TableCase } from './table-case.ts';

/** How fields are told, and cells that stay text. */
export const FIELDS: TableCase[] = [
  {
    id: 'comma-space',
    right: 'quotes behind a blank are quotes',
    rows: 60,
    names: ['id', 'remark', 'v', 'day'],
    columns: { remark: { first: 'one, two', distinct: 1 }, v: { type: 'numeric', max: '29.5' } },
  },
  {
    id: 'quoted-after-blank-tabs',
    right: 'quotes behind a blank, commas in some of them only',
    rows: 60,
    names: ['Index', 'Item', 'Cost', 'Total'],
    columns: { Item: { distinct: 3, first: 'Sun cream, 8 oz' }, Total: { type: 'numeric', filled: 60 } },
  },
  {
    id: 'comma-space-plain',
    right: 'blanks before every cell are no part of it',
    rows: 60,
    columns: { remark: { first: 'word 0' } },
  },
  {
    id: 'auto-mpg-like',
    right: 'nine columns aligned with blanks, no names, four cells missing',
    rows: 60,
    names: Array.from({ length: 9 }, (_, i) => `column ${String(i + 1)}`),
    columns: { 'column 4': { filled: 56 }, 'column 9': { first: 'maker model 0' } },
  },
  {
    id: 'fixed-width-text-gap',
    right: 'four columns of fixed width, with blanks in their texts',
    rows: 40,
    names: ['ID', 'NAME', 'QTY', 'PRICE'],
    columns: { NAME: { distinct: 3 }, PRICE: { type: 'numeric', max: '48.75' } },
  },
  { id: 'double-pipe', right: 'a delimiter of two signs', rows: 60, names: ['id', 'remark', 'v'] },
  {
    id: 'e-codes',
    right: '5E0 and 4E3 are part numbers',
    rows: 60,
    columns: { code: { distinct: 36, first: '1E0', last: '6E3' } },
    notes: ['codes-kept code'],
  },
  {
    id: 'versions',
    right: '1.1 and 1.10 are two versions',
    rows: 120,
    columns: { firmware: { type: 'categorical', distinct: 4 } },
    notes: ['codes-kept firmware'],
  },
  {
    id: 'versions-3-dates',
    right: '1.2.24 under “ver” is no date',
    rows: 60,
    columns: { ver: { first: '1.1.10' } },
    notes: ['codes-kept ver'],
  },
  {
    id: 'phone-plus',
    right: 'the plus of +49… is kept',
    rows: 60,
    columns: { phone: { type: 'identifier', first: '+491700000000' } },
    notes: ['codes-kept phone'],
  },
  {
    id: 'leading-zero-decimal',
    right: '01.07 is text',
    rows: 60,
    columns: { code: { first: '00.00', last: '03.05' } },
    notes: ['codes-kept code'],
  },
  {
    id: 'mysql-null',
    right: String.raw`\N is no value`,
    rows: 60,
    columns: { v: { type: 'numeric', filled: 45 }, name: { filled: 48 } },
    notes: ['missing-texts'],
  },
  {
    id: 'namibia',
    right: 'NA counts as missing, which is said',
    columns: { iso: { distinct: 3 } },
    notes: ['missing-texts'],
  },
  {
    id: 'none-category',
    right: 'None counts as missing, which is said, and can be set',
    read: { missing: [''] },
    columns: { garage: { filled: 120, distinct: 3 } },
  },
];
