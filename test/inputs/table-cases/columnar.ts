import type { TableCase } from './table-case.ts';

/** Parquet, Arrow and Feather. */
export const COLUMNAR: TableCase[] = [
  {
    id: 'pq-int64-ids',
    right: '40 snowflake ids stay 40, digit by digit',
    rows: 40,
    columns: { order_id: { distinct: 40, first: '1759301234567890123', last: '1759301234567890162' } },
    notes: ['digits-kept order_id'],
  },
  {
    id: 'pq-decimal-ids',
    right: '40 numbers of NUMBER(20) stay 40',
    rows: 40,
    columns: { doc_no: { distinct: 40, first: '1759301234567890123' } },
    notes: ['digits-kept doc_no'],
  },
  {
    id: 'pq-int96-far-spark',
    right: 'the open end 9999-12-31 of INT96 stays that date',
    rows: 40,
    columns: { valid_to: { type: 'datetime', filled: 40, distinct: 37, max: '9999-12-31 23:59:59' } },
  },
  {
    id: 'arrow-ree',
    right: 'run ends are written out: on, then off',
    rows: 40,
    columns: { r: { filled: 40, distinct: 2, first: 'on', last: 'off' } },
  },
  {
    id: 'arrow-decimal-small',
    right: 'decimals of 32 and 64 bits are numbers',
    rows: 40,
    columns: { d32: { type: 'numeric', min: '0.0', max: '9.75' }, d64: { type: 'numeric', min: '0.0', max: '9.75' } },
  },
  {
    id: 'arrow-zstd-3000',
    right: 'buffers packed with Zstandard are read',
    rows: 3000,
    columns: { v: { type: 'numeric', filled: 3000, min: '0.0', max: '249.75' } },
  },
  {
    id: 'feather-zstd',
    right: 'Feather with Zstandard is read',
    rows: 3000,
    columns: { v: { type: 'numeric', filled: 3000, min: '0.0', max: '249.75' } },
  },
  { id: 'arrow-empty-first-file', right: 'an empty batch comes first: 40 rows', rows: 40 },
];
