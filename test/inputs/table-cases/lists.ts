import type { TableCase } from './table-case.ts';

/** JSON in the forms that people write it in. */
export const LISTS: TableCase[] = [
  {
    id: 'json-two-lists',
    right: 'the longest of two lists is read, and named',
    rows: 40,
    names: ['id', 't'],
    values: { 'list-chosen': { names: ['sensors', 'readings'], table: 2 } },
    readAs: { table: { table: 2, tables: 2 } },
  },
  {
    id: 'json-concatenated',
    right: 'objects without anything between them are rows',
    rows: 40,
    columns: { id: { first: '0.0', last: '39.0' }, v: { filled: 40 } },
  },
  {
    id: 'ndjson-trailing-commas',
    right: 'a comma behind each line is no damage',
    rows: 40,
    columns: { id: { first: '0.0', last: '39.0' }, v: { filled: 40 } },
  },
  {
    id: 'json-list-deep',
    right: 'a list of records inside of objects is the table',
    rows: 30,
    names: ['t', 'v'],
  },
  {
    id: 'json-null-lines',
    right: 'a first line of null is no row of the table, which is said',
    rows: 20,
    names: ['a', 'b'],
    values: { 'rows-no-record': { rows: 1 } },
  },
  { id: 'json-pretty-stream', right: 'objects over several lines behind each other', rows: 20, names: ['a', 'b.c'] },
  { id: 'json-columns-deep', right: 'columns of lists inside of an object', rows: 20, names: ['a', 'b'] },
];
