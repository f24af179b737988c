import { studentTwoSided } from '../distributions/student.ts';
import { sumsOfNeighbours } from './batch-spread.ts';
import type { CorrelationChange } from './correlation-change.ts';

/** What the influences of stretches of rows tell. */
export interface StretchVariance {
  variance: number;
  batches: number;
}

/** How much two columns of categories depend on each other, and how much single rows make of it. */
export interface Association {
  /** Rows in which both have a category. */
  rows: number;
  /** χ² / rows. */
  phi2: number;
  /** How many categories of each column occur. */
  levels: readonly [number, number];
  /** Σ rows / rows of the category, of each column. */
  inverses: readonly [number, number];
  /** Σ over rows of the squared influence on φ²: its derivative by the row's weight. */
  squares: number;
  /** Σ of their fourth powers: large where a few rows make most of it. */
  fourth: number;
  /** The variance of φ² as stretches of the rows tell, and from how many; null where fewer than eight hold rows. */
  stretches: StretchVariance | null;
}

/** One of two sides: so many rows in a row tell as much as one that depends on none. */
export interface TimedAssociation extends Association {
  time: number;
}

const LEAST_EFFECTIVE = 10;
const LEAST_BATCHES = 8;
/** Where the size that chance makes is read off: in reports of many pairs the largest lies about so many standard errors out. */
const FAR = 3;

/** What is known of one side. */
interface SideSpread {
  /** 1 / effective rows, and what chance alone makes of φ² on average. */
  each: number;
  chance: number;
  phi2: number;
  /** The variance of φ²: what the relation's own rows make of it (and its square over degrees of freedom), and what chance does beside. */
  first: number;
  told: number;
  second: number;
}

/**
 * Whether φ², the square of Cramér's V times (categories − 1), differs between two sides: the difference of √(φ² − half of what chance makes of it), whose
 * variance hardly depends on φ², over its standard error, by Student's law. With f = (r − 1)(k − 1) and e effective rows chance makes f / e of φ². The variance
 * of φ² is that of the rows' influences on it (the larger of independent rows' times `time`, and of sums over 32 or 16 stretches), less what chance makes
 * of the influences, and Dawson's of χ² without any relation, which knows rare categories. A sum of squares Σ x² has 2 (Σ x²)² / Σ x⁴ degrees of freedom (Satterthwaite), one of
 * stretches one less than these.
 *
 * Source: Y. M. M. Bishop, S. E. Fienberg & P. W. Holland, "Discrete multivariate analysis" (1975), chapter 11 (the influences); R. B. Dawson, "A simplified
 * expression for the variance of the χ²-function on a contingency table", Biometrika 41 (1954).
 *
 * @param reference one side
 * @param current the other
 * @returns the error on the scale of V; null where a side has fewer than ten independent rows
 */
export function associationChange(reference: TimedAssociation, current: TimedAssociation): CorrelationChange | null {
  if ([reference, current].some(({ rows, time }) => rows / time < LEAST_EFFECTIVE)) return null;
  const [a, b] = [spreadOf(reference), spreadOf(current)];
  const weights = [1 / (a.first + a.second), 1 / (b.first + b.second)] as const;
  const excess = weights[0] * (a.phi2 - a.chance) + weights[1] * (b.phi2 - b.chance);
  const common = Math.max(0, excess / (weights[0] + weights[1]));
  // Where a category is rare the relation that seems weaker seems surer, too.
  const pooled = (factor(a) / a.each + factor(b) / b.each) / (1 / a.each + 1 / b.each);
  const [before, after] = [deviation(a, { common, pooled }), deviation(b, { common, pooled })];
  const variance = before.variance + after.variance;
  const degreesOfFreedom = Math.min(1e6, variance ** 2 / (before.told + after.told));
  const dimension = fewestLevels(reference, current) - 1;
  const byChance = Math.max(a.chance, b.chance) / 2;
  const far = Math.sqrt(common + byChance) + FAR * Math.sqrt(variance);
  const reach = Math.sqrt(far * far - byChance) - Math.sqrt(common);
  return {
    pValue: studentTwoSided((after.value - before.value) / Math.sqrt(variance), degreesOfFreedom),
    error: reach / FAR / Math.sqrt(dimension),
    degreesOfFreedom,
  };
}

const fewestLevels = ({ levels: [a, b] }: Association, { levels: [c, d] }: Association): number => Math.min(a, b, c, d);

function spreadOf(association: TimedAssociation): SideSpread {
  const { rows, time, phi2, levels, inverses, squares, fourth, stretches } = association;
  const each = time / rows;
  const freedom = (levels[0] - 1) * (levels[1] - 1);
  const chance = (freedom * time) / (rows - 1);
  const ownShare = phi2 > 0 ? Math.max(0, phi2 - chance) / phi2 : 0;
  const independent = (squares * time) / rows ** 2;
  const isTold = stretches !== null && stretches.variance > independent;
  const first = ownShare * (isTold ? stretches.variance : independent);
  // A sum of squares of which a few rows make most is known as badly as one of few rows.
  const ofRows = squares > 0 ? (time * fourth) / (2 * squares ** 2) : 0;
  return {
    ...{ each, chance, phi2, first },
    told: first ** 2 * Math.max(ofRows, isTold ? 1 / (stretches.batches - 1) : 0),
    second: Math.max(2 * freedom, chiSquareVariance(rows, levels, inverses)) * each ** 2,
  };
}

/** 1 / (4 (φ² − chance / 2)): below what chance makes of it φ² varies by chance alone. */
const slopeOf = ({ phi2, chance }: SideSpread): number => 1 / (4 * Math.max(phi2 - chance / 2, chance / 2));

/** The variance of √(φ² − chance / 2), times effective rows: 1 without any relation. */
const factor = (side: SideSpread): number => Math.max(1, ((side.first + side.second) * slopeOf(side)) / side.each);

/** How far a side lies from what it would be for the common φ², and the variance of that. */
function deviation(side: SideSpread, { common, pooled }: { common: number; pooled: number }) {
  const { each, chance, phi2, told } = side;
  return {
    value: Math.sqrt(Math.max(0, phi2 - chance / 2)) - Math.sqrt(common + chance / 2),
    variance: each * Math.max(pooled, factor(side)),
    told: told * slopeOf(side) ** 2,
  };
}

/** Dawson's variance of χ² for given totals, without any relation. */
function chiSquareVariance(n: number, [r, k]: readonly [number, number], [x, y]: readonly [number, number]): number {
  const ofLevels = (levels: number, inverses: number): [v: number, w: number] => [
    ((levels - 1) * (n - levels)) / (n - 1),
    (inverses - levels ** 2) / (n - 2),
  ];
  const [[v1, w1], [v2, w2]] = [ofLevels(r, x), ofLevels(k, y)];
  return ((2 * n) / (n - 3)) * (v1 - w1) * (v2 - w2) + (n ** 2 / (n - 1)) * w1 * w2;
}

/**
 * The variance of φ² by the influences of stretches, or of pairs of neighbours, whichever is larger.
 * @param influences their sum in each stretch of the rows
 * @param stretchRows how many rows that holds
 * @param rows how many there are
 * @returns null where fewer than eight hold rows
 */
export function stretchVariance(
  influences: Float64Array,
  stretchRows: Float64Array,
  rows: number,
): StretchVariance | null {
  const single = influences.filter((_, batch) => stretchRows[batch]! > 0);
  if (single.length < LEAST_BATCHES) return null;
  const alone = varianceOf(single, rows);
  if (single.length < 2 * LEAST_BATCHES) return alone;
  const together = varianceOf(sumsOfNeighbours(single), rows);
  return together.variance > alone.variance ? together : alone;
}

function varianceOf(sums: Float64Array, rows: number): StretchVariance {
  let squares = 0;
  for (let batch = 0; batch < sums.length; batch++) squares += sums[batch]! * sums[batch]!;
  return { variance: (squares / rows ** 2) * (sums.length / (sums.length - 1)), batches: sums.length };
}
