import { blockOf, type BlockSums, type RowBlocks } from './blocks/bootstrap.ts';

/**
 * Confusion counts over blocks of neighbouring rows: true class × predicted class, row by row.
 * @param target index of the true class, −1 where missing
 * @param prediction the same of the predicted class; rows without either are left out
 * @param classes how many there are
 * @param blocks which rows make a block
 */
export function confusionSums(
  target: Int32Array,
  prediction: Int32Array,
  classes: number,
  blocks: RowBlocks,
): BlockSums {
  const width = classes * classes;
  const sums = new Float64Array(blocks.count * width);
  for (let row = 0; row < target.length; row++) {
    const truth = target[row]!;
    const guess = prediction[row]!;
    if (truth >= 0 && guess >= 0) sums[blockOf(blocks, row) * width + truth * classes + guess]!++;
  }
  return { width, sums };
}

/** Margins of a confusion matrix. */
export interface Margins {
  rows: number;
  right: number;
  /** Rows of each true class, rows predicted as each, and rows of each that were found. */
  truth: number[];
  guess: number[];
  hits: number[];
}

/**
 * The margins of a confusion matrix.
 * @param counts k × k, row = truth
 */
export function margins(counts: Float64Array): Margins {
  const k = Math.sqrt(counts.length);
  const classes = Array.from({ length: k }, (_, i) => i);
  const sum = (term: (j: number) => number): number => classes.reduce((total, j) => total + term(j), 0);
  const hits = classes.map((i) => counts[i * k + i]!);
  const truth = classes.map((i) => sum((j) => counts[i * k + j]!));
  const guess = classes.map((i) => sum((j) => counts[j * k + i]!));
  return { rows: sum((i) => truth[i]!), right: sum((i) => hits[i]!), truth, guess, hits };
}

/** Measures of all classes together, in the order of `overallMeasures`. */
export const OVERALL_MEASURES = [
  'accuracy',
  'balanced_accuracy',
  'macro_precision',
  'macro_recall',
  'macro_f1',
  'weighted_precision',
  'weighted_recall',
  'weighted_f1',
  'mcc',
  'cohens_kappa',
] as const;

/**
 * Measures of all classes together. Means over classes are over those that have rows; a class of these that was never
 * predicted has a precision of 0, as in scikit-learn.
 * @param counts a confusion matrix, row = truth
 * @returns see `OVERALL_MEASURES`; NaN without rows, and for correlations of what does not vary; of means over classes
 *   where a single class has rows
 */
export function overallMeasures(counts: Float64Array): number[] {
  const m = margins(counts);
  const occurring = [...m.truth.keys()].filter((i) => m.truth[i]! > 0);
  const ratio = (part: number, total: number): number => (total > 0 ? part / total : 0);
  const precision = (i: number): number => ratio(m.hits[i]!, m.guess[i]!);
  const recall = (i: number): number => ratio(m.hits[i]!, m.truth[i]!);
  const f1 = (i: number): number => ratio(2 * m.hits[i]!, m.truth[i]! + m.guess[i]!);
  const sum = (measure: (i: number) => number): number => occurring.reduce((total, i) => total + measure(i), 0);
  const macro = (measure: (i: number) => number): number =>
    occurring.length > 1 ? sum(measure) / occurring.length : NaN;
  const weighted = (measure: (i: number) => number): number => sum((i) => measure(i) * m.truth[i]!) / m.rows;
  const expectedByChance = m.truth.reduce((total, truth, i) => total + truth * m.guess[i]!, 0);
  const squares = (values: readonly number[]): number => values.reduce((total, value) => total + value * value, 0);
  const spread = Math.sqrt((m.rows ** 2 - squares(m.guess)) * (m.rows ** 2 - squares(m.truth)));
  const beyondChance = m.right * m.rows - expectedByChance;
  return [
    m.right / m.rows,
    macro(recall),
    macro(precision),
    macro(recall),
    macro(f1),
    weighted(precision),
    weighted(recall),
    weighted(f1),
    spread > 0 ? beyondChance / spread : NaN,
    occurring.length > 1 ? beyondChance / (m.rows ** 2 - expectedByChance) : NaN,
  ];
}

/** Measures of one class, in the order of `classMeasures`. */
export const CLASS_MEASURES = ['precision', 'recall', 'f1', 'specificity', 'support'] as const;

/**
 * Measures of one class against all others; NaN where one is not defined.
 * @param counts a confusion matrix, row = truth
 * @param classIndex index of the class
 * @returns see `CLASS_MEASURES`
 */
export function classMeasures(counts: Float64Array, classIndex: number): number[] {
  const m = margins(counts);
  const [hits, truth, guess] = [m.hits[classIndex]!, m.truth[classIndex]!, m.guess[classIndex]!];
  // Without a row of the class nothing is known of how it is found.
  const ofClass = (value: number): number => (truth > 0 ? value : NaN);
  return [
    ofClass(hits / guess),
    hits / truth,
    ofClass((2 * hits) / (truth + guess)),
    (m.rows - truth - guess + hits) / (m.rows - truth),
    truth,
  ];
}
