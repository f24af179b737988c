import { SIDES } from '../../facts/document/sides.ts';
import { columnFinding, graded } from './finding.ts';

export const infinite = columnFinding('infinite', ({ result: { quality } }) =>
  SIDES.flatMap((side) => {
    const { infinite: cells = 0, count = 0 } = quality[side] ?? {};
    if (cells === 0) return [];
    return [{ severity: graded(cells / Math.max(1, count), 0.05, 0), side, value: cells, values: { side, cells } }];
  }),
);
