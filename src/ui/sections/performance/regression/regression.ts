import type { ErrorGroups, RegressionResult } from '../../../../facts/document/model/regression.ts';
import type { Curve } from '../../../../charts/figures/curves/curve.ts';
import { elementAt } from '../../../../facts/element-at.ts';
import { mapSides, SIDES } from '../../../../facts/document/sides.ts';
import { words } from '../../../../words/words.ts';
import { number } from '../../../../words/format.ts';
import type { Fact } from '../../../parts/table/facts.ts';

const names = words.sections.regression.groupFigures;

/** Median error of each bin, at the middle of its predictions, with the quartiles. */
export const errorCurves = ({ byPrediction }: RegressionResult): Curve[] =>
  SIDES.flatMap((side): Curve[] => {
    const bins = byPrediction?.bins[side];
    if (byPrediction === null || bins === undefined) return [];
    const middle = (i: number) => (elementAt(byPrediction.edges, i) + elementAt(byPrediction.edges, i + 1)) / 2;
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
  SIDES.flatMap((side): Curve[] => {
    const values = normalQuantiles?.values[side];
    if (normalQuantiles === null || values === undefined) return [];
    return [{ side, points: values.map((y, i) => ({ x: elementAt(normalQuantiles.theoretical, i), y })) }];
  });

export function groupFacts({ groups }: RegressionResult): Fact[] {
  const fact = (key: keyof typeof names, value: (group: ErrorGroups) => number | null): Fact => ({
    ...{ label: names[key], entry: 'error_groups' },
    ...mapSides(groups, (group) => number(value(group))),
  });
  return [
    fact('low', ({ low }) => low),
    fact('under', ({ under }) => under.mean),
    fact('majority', ({ majority }) => majority.mean),
    fact('high', ({ high }) => high),
    fact('over', ({ over }) => over.mean),
  ];
}
