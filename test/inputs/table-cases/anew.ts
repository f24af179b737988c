import type { TableCase } from './table-case.ts';

/** Tables that are written in another form before they are read, and files that make up one. */
export const ANEW: TableCase[] = [
  {
    id: 'parts-differ-totals',
    right: 'totals below the rows of files that differ are left out of each, which is said; so are both decimal marks',
    rows: 40,
    columns: { v: { min: '0.5', max: '38.5' } },
    values: { 'tail-left-out': { rows: 1, sums: true, example: { quote: 'Total · 390,0' } } },
    readAs: { decimal: { marks: ['.', ','] } },
  },
  {
    id: 'parts-totals',
    right: 'so are those of files that are alike',
    rows: 40,
    values: { 'tail-left-out': { rows: 2, sums: true } },
  },
  {
    id: 'odd-decimal',
    right: 'the decimal mark of a table in single quotes is said',
    columns: { v: { first: '0.5', last: '38.5' } },
    readAs: { decimal: { marks: [','] }, quotes: { mark: "'" } },
  },
  {
    id: 'sap-dashes',
    right: 'a line of SAP that sums up is no row, as its star says',
    rows: 20,
    columns: { Menge: { max: '19.0' } },
    values: { 'tail-left-out': { sums: true } },
  },
  {
    id: 'json-1e400',
    right: 'a number of JSON that is too large is infinite, not missing',
    columns: { v: { filled: 20, max: 'inf' } },
  },
];
