import type { TableCase } from './table-case.ts';

const TYPES: Pick<TableCase, 'rows' | 'columns'> = {
  rows: 3000,
  columns: {
    id: { filled: 3000, first: '0', last: '2999' },
    amount: { type: 'numeric', min: '0.046', max: '99.976', first: '27.290', last: '86.817' },
    seen: { type: 'datetime', first: '2024-12-31 22:00:00+00', last: '2025-01-02 23:59:00+00' },
    d: { type: 'datetime', distinct: 300, min: '2025-01-01', max: '2025-10-27' },
    tm: { type: 'numeric', min: '28800.0', max: '29399.0' },
    colour: { type: 'categorical', filled: 2234, distinct: 3 },
  },
};

/** Files of another project's collection that are not texts, and those without a table. */
export const MESSY: TableCase[] = [
  { id: 'messy-types-snappy', right: 'columns of every type, packed with Snappy', ...TYPES },
  { id: 'messy-types-gzip', right: 'the same, packed with gzip', ...TYPES },
  { id: 'messy-types-zstd', right: 'the same, packed with Zstandard', ...TYPES },
  { id: 'messy-types-many-row-groups', right: 'the same in many row groups', ...TYPES },
  {
    id: 'messy-compressed',
    right: 'a text packed with gzip',
    rows: 5000,
    names: ['id', 'v'],
    columns: { v: { type: 'numeric', min: '0.00013', max: '0.99974', first: '0.64461', last: '0.25415' } },
    readAs: { packing: { as: 'gzip' } },
  },
  {
    id: 'messy-header-only',
    right: 'names without rows are refused',
    refused: { code: 'no-rows', values: { source: 'text' } },
  },
  {
    id: 'messy-no-rows',
    right: 'a Parquet file without rows is refused',
    refused: { code: 'no-rows', values: { source: 'columnar' } },
  },
  {
    id: 'messy-really-a-png',
    right: 'a picture is named for what it is',
    refused: { code: 'unsupported-format', values: { form: 'png' } },
  },
  {
    id: 'messy-truncated',
    right: 'a Parquet file that is cut off is refused',
    refused: { code: 'damaged-file', values: { format: 'Parquet', step: 'open' } },
  },
];
