import type { SortKey } from './rows.ts';

export const headings: { key: SortKey; name: string; hint: string; entry?: string }[] = [
  { key: 'column', name: 'Column', hint: 'Sort by name' },
  { key: 'type', name: 'Type', hint: 'Sort by type' },
  { key: 'reference', name: 'Reference', hint: 'Sort by the mean in the reference file' },
  { key: 'current', name: 'Current', hint: 'Sort by the mean in the current file' },
  {
    key: 'effect',
    name: 'Effect',
    hint: 'How far it moved. Sort by how many times the size that matters',
    entry: 'effect',
  },
  {
    key: 'evidence',
    name: 'Evidence',
    hint: 'q-value: the chance that so clear a difference is luck, all columns together. Sort by it',
    entry: 'q_value',
  },
  { key: 'state', name: 'State', hint: 'Sort by state, what asks for attention first', entry: 'verdict' },
];
