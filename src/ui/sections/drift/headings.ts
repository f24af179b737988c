import type { SidesWords } from '../../../report/side-words.ts';
import type { SortKey } from './rows.ts';

interface Heading {
  key: SortKey;
  name: string;
  hint: string;
  /** Where the handbook says what it is. */
  entry?: string;
}

export const headings = ({ reference, current }: SidesWords): Heading[] => [
  { key: 'column', name: 'Column', hint: 'Sort by name' },
  { key: 'type', name: 'Type', hint: 'Sort by type' },
  { key: 'reference', name: reference.heading, hint: `Sort by the mean in the ${reference.name} file` },
  { key: 'current', name: current.heading, hint: `Sort by the mean in the ${current.name} file` },
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
