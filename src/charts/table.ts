import type { Table } from './data.ts';
import type { Reading } from './reading.ts';
import { nameText } from './text.ts';

type Holds = Table['columns'][number]['holds'];

/** A cell as it is shown; "–" where there is no value. */
export function cellText(cell: string | number | null, holds: Holds = 'text', read: Reading): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return nameText(cell);
  const writers = { text: read.number, number: read.number, share: read.share, count: read.count, time: read.time };
  return writers[holds](cell);
}
