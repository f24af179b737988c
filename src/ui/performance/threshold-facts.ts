import { atThreshold, type AtThreshold } from '../../analysis/performance/curve-points.ts';
import type { ScoredClass } from '../../analysis/performance/results.ts';
import { sides } from '../../charts/data.ts';
import { count, number, percent } from '../format.ts';
import type { Fact } from '../parts/facts.ts';

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
  const share = orNone(percent);
  return [
    row('Precision', 'precision', ({ precision }) => share(precision)),
    row('Recall', 'recall', ({ recall }) => share(recall)),
    row('F1', 'f1', ({ f1 }) => orNone(number)(f1)),
    row('Accuracy', 'accuracy', ({ accuracy }) => share(accuracy)),
    row('Specificity', 'specificity', ({ specificity }) => share(specificity)),
    row('True positives', 'confusion', ({ tp }) => count(tp)),
    row('False positives', 'confusion', ({ fp }) => count(fp)),
    row('False negatives', 'confusion', ({ fn }) => count(fn)),
    row('True negatives', 'confusion', ({ tn }) => count(tn)),
  ];
}
