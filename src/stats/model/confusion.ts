import { blockOf, type BlockSums, type RowBlocks } from './block-bootstrap.ts';

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
interface Margins {
  rows: number;
  right: number;
  /** Rows of each true class, rows predicted as each, and rows of each that were found. */
  truth: number[];
  guess: number[];
  hits: number[];
}

function margins(counts: Float64Array): Margins {
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
 * Measures of all classes together. In means over classes one that is not defined counts as 0, and classes that occur
 * neither as truth nor as prediction are left out, as in scikit-learn; balanced accuracy is over the classes that occur.
 * @param counts a confusion matrix, row = truth
 * @returns see `OVERALL_MEASURES`; NaN without rows, and for correlations of what does not vary
 */
export function overallMeasures(counts: Float64Array): number[] {
  const m = margins(counts);
  const used = [...m.truth.keys()].filter((i) => m.truth[i]! + m.guess[i]! > 0);
  const ratio = (part: number, total: number): number => (total > 0 ? part / total : 0);
  const precision = (i: number): number => ratio(m.hits[i]!, m.guess[i]!);
  const recall = (i: number): number => ratio(m.hits[i]!, m.truth[i]!);
  const f1 = (i: number): number => ratio(2 * m.hits[i]!, m.truth[i]! + m.guess[i]!);
  const macro = (measure: (i: number) => number): number => used.reduce((sum, i) => sum + measure(i), 0) / used.length;
  const weighted = (measure: (i: number) => number): number =>
    used.reduce((sum, i) => sum + measure(i) * m.truth[i]!, 0) / m.rows;
  const occurring = used.filter((i) => m.truth[i]! > 0);
  const expectedByChance = m.truth.reduce((sum, truth, i) => sum + truth * m.guess[i]!, 0);
  const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  const spread = Math.sqrt((m.rows ** 2 - squares(m.guess)) * (m.rows ** 2 - squares(m.truth)));
  return [
    m.right / m.rows,
    occurring.reduce((sum, i) => sum + recall(i), 0) / occurring.length,
    macro(precision),
    macro(recall),
    macro(f1),
    weighted(precision),
    weighted(recall),
    weighted(f1),
    spread > 0 ? (m.right * m.rows - expectedByChance) / spread : NaN,
    m.rows ** 2 > expectedByChance ? (m.right * m.rows - expectedByChance) / (m.rows ** 2 - expectedByChance) : NaN,
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
  return [
    hits / guess,
    hits / truth,
    (2 * hits) / (truth + guess),
    (m.rows - truth - guess + hits) / (m.rows - truth),
    truth,
  ];
}
