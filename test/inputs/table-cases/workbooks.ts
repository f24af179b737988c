import type { TableCase } from './table-case.ts';

/** Workbooks as people fill them in. */
export const WORKBOOKS: TableCase[] = [
  {
    id: 'xlsx-merged-cells-down',
    right: 'a cell that is merged downwards stands for all of its rows',
    rows: 30,
    columns: { line: { filled: 30, distinct: 5, last: 'L4' } },
    values: { 'merged-cells': { cells: 25 } },
  },
  {
    id: 'xlsx-mixed-number-text',
    right: 'texts with a decimal comma among numbers are numbers',
    rows: 60,
    columns: { v: { type: 'numeric', filled: 60, min: '0.5', max: '59.5' }, w: { type: 'numeric', filled: 60 } },
    values: { 'comma-texts': { cells: 30 } },
  },
  {
    id: 'xlsx-cover-sheet',
    right: 'the sheet behind a cover is read, which is said',
    rows: 30,
    names: ['id', 'v'],
    values: { 'sheet-chosen': { sheet: 'Results', sheets: ['Info', 'Results'] } },
  },
  {
    id: 'xlsx-heads-merged',
    right: 'merged heads are joined with the names below them',
    rows: 20,
    names: ['Zeit', 'Kessel Fluss', 'Kessel Wärme', 'Pumpe Drehzahl', 'Pumpe Leistung'],
  },
  {
    id: 'xlsx-sum-and-mean',
    right: 'sums, means below them and who checked them are no rows',
    rows: 20,
    columns: { a: { filled: 20, max: '38.0' } },
    values: { 'tail-left-out': { rows: 3, sums: true } },
  },
  {
    id: 'xlsx-tables-below',
    right: 'another table below the first is said',
    rows: 20,
    values: { 'tables-stacked': { table: 1, tables: 2 } },
  },
  { id: 'xlsx-blank-rows', right: 'blank rows are counted', rows: 20, values: { 'empty-rows-left-out': { rows: 3 } } },
];
