import { atThreshold, type AtThreshold } from '../../../../analysis/model/curve-points.ts';
import type { ScoredClass } from '../../../../facts/document/model/classification.ts';
import type { PerSide } from '../../../../facts/document/side.ts';
import { mapSides } from '../../../../facts/document/sides.ts';
import { NONE, number, share as shareText } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import type { Fact } from '../../../parts/table/facts.ts';

/** The class and all others, row = truth, as the threshold parts them. */
export const thresholdMatrices = ({ curve }: ScoredClass, threshold: number): PerSide<number[][]> =>
  mapSides(curve, (points) => {
    const { tn, fp, fn, tp } = atThreshold(points, threshold);
    return [
      [tn, fp],
      [fn, tp],
    ];
  });

const names = words.sections.threshold.measures;
const orNone = (value: number, show: (value: number) => string) => (Number.isFinite(value) ? show(value) : NONE);

interface ThresholdMeasure {
  key: keyof typeof names & keyof AtThreshold;
  entry: string;
  show: (value: number) => string;
}

const measures: readonly ThresholdMeasure[] = [
  { key: 'precision', entry: 'precision', show: shareText },
  { key: 'recall', entry: 'recall', show: shareText },
  { key: 'f1', entry: 'f1', show: number },
  { key: 'accuracy', entry: 'accuracy', show: shareText },
  { key: 'specificity', entry: 'specificity', show: shareText },
  { key: 'balancedAccuracy', entry: 'balanced_accuracy', show: shareText },
  { key: 'mcc', entry: 'mcc', show: number },
  { key: 'kappa', entry: 'cohens_kappa', show: number },
  { key: 'share', entry: 'confusion', show: shareText },
];

/** What is predicted from the threshold on, in both files. */
export const thresholdFacts = ({ curve }: ScoredClass, threshold: number): Fact[] =>
  measures.map(({ key, entry, show }) => ({
    ...{ label: names[key], entry },
    ...mapSides(curve, (points) => orNone(atThreshold(points, threshold)[key], show)),
  }));
