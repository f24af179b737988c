import { classificationResult } from '../../../src/analysis/model/classification.ts';
import type { ClassRows } from '../../../src/stats/model/predicted-classes.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { Hits, normal, type Coverage, type CoverageCase } from './coverage.ts';

export type Draw = (random: Random) => ClassRows;

/** Rows of two classes with predictions. */
export const predictedRows =
  (rows: number, { share, recall, falseAlarms }: { share: number; recall: number; falseAlarms: number }): Draw =>
  (random) => {
    const target = Int32Array.from({ length: rows }, () => Number(random() < share));
    const prediction = target.map((truth) => Number(random() < (truth === 1 ? recall : falseAlarms)));
    return { target, prediction, scores: [], places: null };
  };

/** Scores of the class are 1 higher. */
const shiftedScores: Draw = (random) => {
  const target = Int32Array.from({ length: 500 }, () => Number(random() < 0.3));
  return { target, prediction: null, scores: [Float64Array.from(target, (is) => is + normal(random))], places: null };
};

const probable = (scores: Float64Array, truth: (score: number) => number, random: Random): ClassRows => ({
  target: Int32Array.from(scores, (score) => Number(random() < truth(score))),
  ...{ prediction: null, scores: [scores], places: null },
});

/** Probabilities that are true, and whose log odds have an autocorrelation of .95. */
const slowScores: Draw = (random) => {
  let slow = normal(random);
  const scores = Float64Array.from({ length: 2000 }, () => {
    slow = 0.95 * slow + Math.sqrt(1 - 0.95 * 0.95) * normal(random);
    return 1 / (1 + Math.exp(-1.5 * slow));
  });
  return probable(scores, (score) => score, random);
};

/** Probabilities that are true, evenly spread. */
const evenScores: Draw = (random) =>
  probable(
    Float64Array.from({ length: 1000 }, () => random()),
    (score) => score,
    random,
  );

/** One run of both files. */
export function classRun(
  draw: Draw,
  random: Random,
  { seed, ordered }: { seed: number; ordered: boolean },
  drawCurrent = draw,
): ReturnType<typeof classificationResult> {
  return classificationResult(
    { reference: draw(random), current: drawCurrent(random) },
    {
      orders: ordered ? {} : null,
      paired: false,
      seed,
      axis: null,
      classes: ['0', '1'],
      onlyIn: {},
      positive: 1,
      threshold: 0.5,
    },
  );
}

interface ClassCase {
  what: string;
  draw: Draw;
  ordered?: boolean;
  /** How many times the runs of other cases: counts of few rows hold a share or do not, which takes more runs to tell. */
  times?: number;
  truth: Readonly<Record<string, number>>;
}

const RIGHT = 0.6914624612740131;
const measuresOf = (share: number, recall: number, falseAlarms: number): Record<string, number> => {
  const [tp, fp, tn, fn] = [
    share * recall,
    (1 - share) * falseAlarms,
    (1 - share) * (1 - falseAlarms),
    share * (1 - recall),
  ];
  const [precision, f1, otherF1] = [tp / (tp + fp), (2 * tp) / (2 * tp + fp + fn), (2 * tn) / (2 * tn + fp + fn)];
  const chance = (tp + fn) * (tp + fp) + (tn + fp) * (tn + fn);
  return {
    ...{ precision, recall, f1, accuracy: tp + tn, specificity: 1 - falseAlarms },
    balanced_accuracy: (recall + 1 - falseAlarms) / 2,
    macro_precision: (precision + tn / (tn + fn)) / 2,
    macro_f1: (f1 + otherF1) / 2,
    weighted_f1: f1 * share + otherF1 * (1 - share),
    mcc: (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
    cohens_kappa: (tp + tn - chance) / (1 - chance),
  };
};

const rates = {
  rare: { share: 0.01, recall: 0.7, falseAlarms: 0.004 },
  border: { share: 0.5, recall: 0.97, falseAlarms: 0.03 },
};
const truthOf = ({ share, recall, falseAlarms }: (typeof rates)['rare']) => measuresOf(share, recall, falseAlarms);

const classCases: ClassCase[] = [
  // AUC is Φ(1/√2), and half-way between accuracy and recall are Φ(1/2).
  {
    ...{ what: '500 rows, 30 % of the class', times: 4 },
    draw: shiftedScores,
    truth: { accuracy: RIGHT, recall: RIGHT, roc_auc: 0.7602499389065233 },
  },
  { what: '2000 rows, 1 % of the class', draw: predictedRows(2000, rates.rare), truth: truthOf(rates.rare) },
  { what: '60 rows, 3 % wrong', draw: predictedRows(60, rates.border), times: 4, truth: truthOf(rates.border) },
  // Integrals over the normal law.
  {
    ...{ what: '2000 rows, scores AR .95', draw: slowScores, ordered: true },
    truth: { log_loss: 0.5274143732419135, brier: 0.17672772345541748, roc_auc: 0.8125435143039932 },
  },
  { what: '1000 rows, evenly spread probabilities', draw: evenScores, truth: { brier: 1 / 6 } },
];

/** Intervals of measures of classes. */
export const classIntervals: readonly CoverageCase[] = classCases.map(
  ({ what, draw, ordered = false, times = 1, truth }) => {
    const cover = (runs: number): Coverage[] => {
      const random = seededRandom(22);
      const hits = new Hits();
      const total = times * runs;
      for (let run = 0; run < total; run++) hits.add(classRun(draw, random, { seed: run, ordered }).metrics, truth);
      return hits.shares(what, total);
    };
    return { what, cover };
  },
);
