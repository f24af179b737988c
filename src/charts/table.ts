import { count, NONE, number, share, time } from '../words/format.ts';
import type { Table } from './data.ts';
import { nameText } from './text.ts';

type Holds = Table['columns'][number]['holds'];

const writers: Record<Holds, (value: number) => string> = { text: number, number, share, count, time };

/** A cell as it is shown; "–" where there is no value. */
export function cellText(cell: string | number | null, holds: Holds = 'text'): string {
  if (cell === null) return NONE;
  if (typeof cell === 'string') return nameText(cell);
  return writers[holds](cell);
}
