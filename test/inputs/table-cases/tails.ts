import type { TableCase } from './table-case.ts';

/** Totals, remarks and rows that hold nothing. */
export const TAILS: TableCase[] = [
  {
    id: 'total-below-brackets',
    right: 'a total of numbers in brackets and with the minus behind them is no row',
    rows: 40,
    columns: { cost: { filled: 40, min: '-3.5', max: '2.5' } },
    values: { 'tail-left-out': { rows: 1, sums: true } },
  },
  {
    id: 'total-and-average',
    right: 'a total with an average below it: neither is a row',
    rows: 20,
    columns: { id: { filled: 20, max: '19.0' }, a: { filled: 20, max: '58.0' } },
    values: { 'tail-left-out': { rows: 2, sums: true, example: { quote: 'Total · 590' } } },
  },
  {
    id: 'mean-of-two-columns',
    right: 'a mean without a label in a table of two columns is no row',
    rows: 20,
    columns: { a: { filled: 20, max: '9.5' } },
    values: { 'tail-left-out': { rows: 1, sums: true } },
  },
  {
    id: 'sums-without-gap',
    right: 'a last line that holds the sum of every column is no row',
    rows: 20,
    values: { 'tail-left-out': { rows: 1, sums: true, example: { quote: '210 · 400' } } },
  },
  {
    id: 'grand-total-and-remark',
    right: 'a grand total, a blank line and a remark are no rows',
    rows: 20,
    values: { 'tail-left-out': { rows: 2, sums: true } },
  },
  { id: 'signature', right: 'a signature below is no row', rows: 20, notes: ['tail-left-out'] },
  {
    id: 'delimiters-between',
    right: 'rows of delimiters alone are left out and counted',
    rows: 20,
    values: { 'empty-rows-left-out': { rows: 4 } },
  },
  {
    id: 'delimiters-first',
    right: 'so is one right below the names',
    rows: 2,
    values: { 'empty-rows-left-out': { rows: 1 } },
  },
  {
    id: 'sum-word-last',
    right: 'a word for a sum may stand behind the sums',
    rows: 20,
    values: { 'tail-left-out': { rows: 1, sums: true } },
  },
  { id: 'min-max-mean-lines', right: 'three lines that sum up', rows: 20, values: { 'tail-left-out': { rows: 3 } } },
];
