import type { RegressionResult } from '../../../../facts/performance.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import { sides } from '../../../../charts/data.ts';
import { number } from '../../../../words/format.ts';
import type { Fact } from '../../../parts/facts.ts';

/** Median error of each bin, at the middle of its predictions, with the quartiles. */
export const errorCurves = ({ byPrediction }: RegressionResult): Curve[] =>
  sides.flatMap((side): Curve[] => {
    const bins = byPrediction?.bins[side];
    if (byPrediction === null || bins === undefined) return [];
    const middle = (i: number) => ((byPrediction.edges[i] ?? 0) + (byPrediction.edges[i + 1] ?? 0)) / 2;
    return [
      {
        side,
        points: bins.flatMap(({ q25, q50, q75 }, i) =>
          q50 === null ? [] : [{ x: middle(i), y: q50, low: q25 ?? q50, high: q75 ?? q50 }],
        ),
      },
    ];
  });

export const quantileCurves = ({ normalQuantiles }: RegressionResult): Curve[] =>
  sides.flatMap((side): Curve[] => {
    const values = normalQuantiles?.values[side];
    if (normalQuantiles === null || values === undefined) return [];
    return [{ side, points: values.map((y, i) => ({ x: normalQuantiles.theoretical[i] ?? 0, y })) }];
  });

/** What models without inputs would have reached. */
export function naiveSentence({ naive }: RegressionResult, names: Record<'reference' | 'current', string>): string {
  const each = sides.flatMap((side) => {
    const one = naive[side];
    if (one === undefined) return [];
    const last = one.last === null ? '' : `, always the value before ${number(one.last)}`;
    return [`${names[side]}: always the median ${number(one.median)}${last}.`];
  });
  return `Mean absolute error of models without inputs. ${each.join(' ')}`;
}

export function groupFacts({ groups }: RegressionResult): Fact[] {
  const row = (label: string, of: (one: NonNullable<(typeof groups)['current']>) => number | null): Fact => ({
    label,
    entry: 'error_groups',
    ...Object.fromEntries(
      sides.flatMap((side) => {
        const one = groups[side];
        return one === undefined ? [] : [[side, number(of(one))]];
      }),
    ),
  });
  return [
    row('Lowest 5 %: errors up to', ({ low }) => low),
    row('Mean error of the lowest', ({ under }) => under.mean),
    row('Mean error of the 90 % between', ({ majority }) => majority.mean),
    row('Highest 5 %: errors from', ({ high }) => high),
    row('Mean error of the highest', ({ over }) => over.mean),
  ];
}
