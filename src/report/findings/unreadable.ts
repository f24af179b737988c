import { SIDES } from '../../facts/document/sides.ts';
import { columnFinding, graded } from './finding.ts';

/** Cells that held something which the column's type cannot hold. */
export const unreadable = columnFinding('unreadable', ({ result: { quality } }) =>
  SIDES.flatMap((side) => {
    const { coerced: cells = 0, count = 0 } = quality[side] ?? {};
    if (cells === 0) return [];
    const severity = graded(cells / Math.max(1, count), 0.1, 0.001);
    return [{ severity, side, value: cells, values: { side, cells } }];
  }),
);
