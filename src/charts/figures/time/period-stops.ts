import type { RowsAt } from '../../../facts/slice.ts';
import { words } from '../../../words/words.ts';
import type { PeriodMean, PeriodSeries, SecondSeries, Side } from '../../data.ts';
import type { Box } from '../../geometry.ts';
import type { Stop } from '../../stops.ts';
import { middleOf, periodText } from './over-time-words.ts';
import { partialPeriods } from './partial-periods.ts';

const { overTime: texts } = words.figures;

const rowsIn = ({ start, end }: PeriodMean): RowsAt => ({
  axis: 'time',
  cells: { test: 'range', from: start, to: end, as: 'time' },
});

interface StopPlace {
  box: Box;
  scale: (value: number) => number;
  unit: string;
  isShare: boolean;
  second: SecondSeries | null;
}

interface FoundPeriod {
  side: Side;
  period: PeriodMean;
  /** The same of the second series. */
  partner: PeriodMean | null;
  partial: boolean;
}

const meanText = (
  { mean, std, count }: PeriodMean,
  amount: { unit: string; isShare: boolean; partial: boolean },
): string => (mean === null ? texts.noMean(count) : texts.mean({ mean, deviation: std, rows: count, ...amount }));

/** What the cursor reads at each period. */
export function periodStops(
  { periods }: PeriodSeries,
  panelSides: readonly Side[],
  { box, scale, unit, isShare, second }: StopPlace,
): Stop[] {
  const starts = new Map<number, FoundPeriod[]>();
  for (const side of panelSides) {
    const isPartial = partialPeriods(periods[side] ?? []);
    for (const [i, period] of (periods[side] ?? []).entries()) {
      const moment = middleOf(period);
      const partner = second?.periods[side]?.[i] ?? null;
      starts.set(moment, [...(starts.get(moment) ?? []), { side, period, partner, partial: isPartial[i] ?? false }]);
    }
  }
  return [...starts]
    .sort(([a], [b]) => a - b)
    .map(([moment, found]) => ({
      area: { x: scale(moment) - 0.5, y: box.y, width: 1, height: box.height },
      heading: found[0] === undefined ? '' : periodText(found[0].period),
      ...(found[0] && { rows: rowsIn(found[0].period) }),
      values: found.map(({ side, period, partner, partial }) => {
        const first = meanText(period, { unit, isShare, partial });
        if (second === null || partner === null) return { side, text: first };
        const means = { first, second: meanText(partner, { unit, isShare, partial }) };
        return { side, text: texts.both(means, second.names) };
      }),
    }));
}
