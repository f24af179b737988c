import type { TableCase } from './table-case.ts';

/** Delimiters, quotes and brackets where they are not what they seem. */
export const MARKS: TableCase[] = [
  {
    id: 'brackets-with-commas',
    right: 'commas in brackets without quotes are said, and brackets are no names of rows',
    rows: 40,
    names: ['net', 'column 2'],
    notes: ['names-fewer'],
  },
  {
    id: 'column-of-spans',
    right: 'a column of spans of time is not split at colons',
    rows: 40,
    names: ['lauf'],
    columns: { lauf: { type: 'numeric', filled: 40, max: '985179.0' } },
    notes: ['durations-as-seconds lauf'],
  },
  {
    id: 'column-of-days',
    right: 'nor is one of days and hours',
    rows: 40,
    names: ['run'],
    columns: { run: { type: 'numeric', filled: 40, last: '315540.0' } },
  },
  {
    id: 'spans-iso',
    right: 'PT39H39M is a span of time',
    rows: 40,
    columns: { run: { type: 'numeric', filled: 40, max: '142740.0' } },
    notes: ['durations-as-seconds run'],
  },
  { id: 'double-colon', right: 'two colons delimit', rows: 30, names: ['a', 'b', 'c'] },
  {
    id: 'blanks-beside-quotes',
    right: 'where quotes stand behind blanks, blanks are no part of other cells either',
    rows: 60,
    names: ['id', 'note', 'v'],
    columns: { note: { first: 'plain', last: 'a, b 59', distinct: 31 } },
  },
  {
    id: 'fixed-width-words-alike',
    right: 'texts of as many words in each line are one column of fixed width',
    rows: 30,
    names: ['ID', 'NAME', 'QTY'],
    columns: { NAME: { first: 'Item no 0', last: 'Item no 29' }, QTY: { type: 'numeric', max: '87.0' } },
  },
  {
    id: 'quote-open-first',
    right: 'a quote that never closes in the first row is a letter',
    rows: 30,
    columns: { b: { first: '"x0', last: 'x29', distinct: 30 } },
  },
  {
    id: 'quotes-open-twice',
    right: 'two quotes that never close do not swallow the rows between them',
    rows: 30,
    columns: { a: { filled: 30, max: '29.0' }, b: { distinct: 30 } },
  },
  {
    id: 'quote-open-long',
    right: 'nor does one in a file longer than its head lose the first row',
    rows: 200_001,
    names: ['a', 'b', 'c'],
    columns: { a: { filled: 200_001, distinct: 2, first: '7.0' }, c: { first: 'x', distinct: 2 } },
  },
  {
    id: 'nul-run-inside',
    right: 'a run of NUL bytes amid the rows is taken out, and placed',
    rows: 30,
    columns: { a: { filled: 30, max: '29.0' } },
    values: { 'undecodable-bytes': { places: 100, row: 16 } },
  },
  {
    id: 'nul-at-the-end',
    right: 'one NUL byte behind the last row is left out, and said',
    rows: 30,
    values: { 'padding-left-out': { bytes: 1 } },
  },
  { id: 'utf-16-without-mark', right: 'UTF-16 without a mark', rows: 30, columns: { a: { filled: 30 } } },
  {
    id: 'substitute-at-the-end',
    right: 'the mark that DOS ends files with is no row',
    rows: 30,
    notes: ['tail-left-out'],
  },
];
