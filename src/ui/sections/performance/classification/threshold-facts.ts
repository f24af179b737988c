import { atThreshold, type AtThreshold } from '../../../../analysis/model/curve-points.ts';
import type { PerSide } from '../../../../facts/results.ts';
import type { ScoredClass } from '../../../../facts/performance.ts';
import { sides } from '../../../../charts/data.ts';
import { number, share as asShare } from '../../../../words/format.ts';
import type { Fact } from '../../../parts/facts.ts';

/** The class and all others, row = truth, as the threshold parts them. */
export function thresholdMatrices({ curve }: ScoredClass, threshold: number): PerSide<number[][]> {
  return Object.fromEntries(
    sides.flatMap((side) => {
      const one = curve[side];
      if (one === undefined) return [];
      const { tn, fp, fn, tp } = atThreshold(one, threshold);
      return [
        [
          side,
          [
            [tn, fp],
            [fn, tp],
          ],
        ],
      ];
    }),
  );
}

/** What is predicted from the threshold on, in both files. */
export function thresholdFacts({ curve }: ScoredClass, threshold: number): Fact[] {
  const row = (label: string, entry: string, of: (point: AtThreshold) => string): Fact => ({
    ...{ label, entry },
    ...Object.fromEntries(
      sides.flatMap((side) => {
        const one = curve[side];
        return one === undefined ? [] : [[side, of(atThreshold(one, threshold))]];
      }),
    ),
  });
  const orNone = (show: (value: number) => string) => (value: number) => (Number.isFinite(value) ? show(value) : '–');
  const share = orNone(asShare);
  return [
    row('Precision', 'precision', ({ precision }) => share(precision)),
    row('Recall', 'recall', ({ recall }) => share(recall)),
    row('F1', 'f1', ({ f1 }) => orNone(number)(f1)),
    row('Accuracy', 'accuracy', ({ accuracy }) => share(accuracy)),
    row('Specificity', 'specificity', ({ specificity }) => share(specificity)),
    row('Balanced accuracy', 'balanced_accuracy', ({ balancedAccuracy }) => share(balancedAccuracy)),
    row('Matthews correlation', 'mcc', ({ mcc }) => orNone(number)(mcc)),
    row('Cohen’s κ', 'cohens_kappa', ({ kappa }) => orNone(number)(kappa)),
    row('Rows called so', 'confusion', ({ share: part }) => share(part)),
  ];
}
