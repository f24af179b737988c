import type { NumberColumn } from '../../engine/columns/decode.ts';
import type { NumberSequence } from '../../facts/summary.ts';
import { gapSize, type GapSize } from '../../stats/adjust/gap-time.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import type { OrderedCodes } from './levels.ts';
import type { SideOrder } from './row-order.ts';

type Gaps = Pick<NumberSequence, 'gaps'>;
type IsGap = (row: number) => boolean;

/** Of whether a column's cells have a value, in the order of its rows; nothing where all have one. */
export function numberGaps({ values, missing }: NumberColumn, curve: Ecdf, order: SideOrder): Gaps {
  if (curve.missing + curve.nan === 0) return {};
  const isGap: IsGap = (row) => missing?.[row] === 1 || Number.isNaN(values[row]);
  if (order.isPlain || order.rows === null) return gaps(gapSize(isGap, values.length));
  const { rows, adjacent, step } = order;
  const far = gapSize((place) => isGap(rows[place]!), rows.length);
  const close = adjacent && {
    size: gapSize((place) => isGap(adjacent[place]!), adjacent.length),
    length: adjacent.length,
  };
  return gaps(inAllRows(far, close, { step, rows: values.length }));
}

/** The same of categories. */
export function levelGaps({ looked, adjacent }: OrderedCodes, step: number): Gaps {
  const far = gapSize((row) => looked[row]! < 0, looked.length);
  const close = adjacent && { size: gapSize((row) => adjacent[row]! < 0, adjacent.length), length: adjacent.length };
  return gaps(inAllRows(far, close, { step, rows: looked.length * step }));
}

const gaps = (size: GapSize | null): Gaps => (size === null ? {} : { gaps: size });

/** From rows far apart and, where these leave some out, from rows that follow each other. */
function inAllRows(
  far: GapSize | null,
  adjacent: { size: GapSize | null; length: number } | null,
  { step, rows }: { step: number; rows: number },
): GapSize | null {
  if (adjacent === null) return far;
  const close = adjacent.size;
  if (far === null && close === null) return null;
  const time = Math.max(close?.time ?? 1, far === null || far.time === 1 ? 1 : far.time * step);
  const bursts = Math.max(far?.bursts ?? 0, Math.round(((close?.bursts ?? 0) * rows) / adjacent.length));
  return { rows, effective: rows / time, time, bursts };
}
