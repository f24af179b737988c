import type { SidesWords } from '../../../words/en/sides.ts';
import { words } from '../../../words/words.ts';
import { sides, type CumulativeCurves, type ScaleKind, type Table } from '../../data.ts';

const { columns, cumulative: texts } = words.figures;

export interface ValueScale {
  unit: string;
  scale: ScaleKind;
}

const valueAt = (value: number, { unit, scale }: ValueScale) => ({ value, unit, isTime: scale === 'time' });

export const upToText = (value: number, scale: ValueScale): string => texts.upTo(valueAt(value, scale));

const gapSize = ({ gap }: CumulativeCurves): number => Math.abs(gap.reference - gap.current);

/** "largest gap 0.31 at 47 kWh"; null where the curves agree everywhere. */
export const gapText = (data: CumulativeCurves, scale: ValueScale): string | null => {
  const size = gapSize(data);
  return size > 0 ? texts.gap({ size, ...valueAt(data.gap.x, scale) }) : null;
};

export function describeCumulative(data: CumulativeCurves, scale: ValueScale, names: SidesWords): string {
  if (data.x.length === 0) return texts.nothing;
  if (!(gapSize(data) > 0)) return texts.same;
  return texts.furthestApart({ shares: data.gap, ...valueAt(data.gap.x, scale) }, names);
}

export function cumulativeTable(data: CumulativeCurves, scale: ScaleKind, names: SidesWords): Table {
  return {
    columns: [
      { name: columns.value, holds: scale === 'time' ? 'time' : 'number' },
      ...sides.map((side) => ({ name: columns.upTo(side, names), holds: 'share' as const })),
    ],
    rows: data.x.map((value, i) => [value, data.reference[i] ?? null, data.current[i] ?? null]),
  };
}
