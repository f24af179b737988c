import { margins, OVERALL_MEASURES, type Margins } from './confusion.ts';
import { jeffreys } from './jeffreys.ts';
import { wilson } from './wilson.ts';

/** With fewer rows that are right, or wrong, a share's interval is Wilson's. */
const FEW_EVENTS = 20;

/** How far down and up from its value a measure's interval reaches. */
interface Reach {
  down: number;
  up: number;
}

/** A measure whose interval is known from counts. */
interface Counted extends Reach {
  /** Of how many rows, and how many of these are wrong. */
  rows: number;
  misses: number;
  /** Whether it has so few events that a bootstrap cannot tell. */
  few: boolean;
}

interface Options {
  /** Rows per independent row. */
  time: number;
  /** How far intervals reach, in normal deviates. */
  z: number;
  /**
   * Of the measures themselves by Wilson's limits; of their parts in a difference by Jeffreys', which would otherwise be too wide; by Wilson's, on the
   * careful side, where a difference has to be told from noise.
   */
  role: 'values' | 'differences' | 'tests';
}

const limits = { values: wilson, differences: jeffreys, tests: wilson } as const;

/**
 * The prior of a part of a difference whose number of rows is itself counted, as that of the rows of a class is: the law of such shares is less coarse than
 * that of one of a given number of rows, for which Jeffreys' ½ is too wide by less.
 */
const COUNTED_PRIOR = 0.3;

const NOTHING: Counted = { down: NaN, up: NaN, rows: 0, misses: 0, few: false };

function rate(hits: number, rows: number, { time, z, role }: Options, prior = COUNTED_PRIOR): Counted {
  if (!(rows > 0)) return NOTHING;
  const share = hits / rows;
  const { low, high } = limits[role](share, Math.max(1, rows / time), z, prior);
  const isRare = Math.min(hits, rows - hits) / time < FEW_EVENTS;
  return { down: share - low, up: high - share, rows, misses: rows - hits, few: isRare };
}

/**
 * F1 is 2 J / (1 + J) of J, the share of the rows that are or were called so that are both. To be told from noise it is corrected for continuity by
 * half a row, since the rows that it is of are themselves counted.
 */
function f1Rate(hits: number, union: number, { time, z, role }: Options): Counted {
  if (!(union > 0)) return NOTHING;
  const [share, rows] = [hits / union, Math.max(1, union / time)];
  const half = role === 'tests' ? 0.5 / rows : 0;
  const f1 = (j: number): number => (2 * j) / (1 + j);
  const low = hits === 0 ? 0 : limits[role](Math.max(0, share - half), rows, z).low;
  const high = hits === union ? 1 : limits[role](Math.min(1, share + half), rows, z).high;
  const isRare = Math.min(hits, union - hits) / time < FEW_EVENTS;
  return { down: f1(share) - f1(low), up: f1(high) - f1(share), rows: union, misses: union - hits, few: isRare };
}

interface Weighted {
  weight: number;
  part: Counted;
}

const anyFew = (parts: readonly Weighted[]): boolean => parts.some(({ part }) => part.few);
const total = (parts: readonly Weighted[], term: (part: Weighted) => number): number =>
  parts.reduce((sum, part) => sum + term(part), 0);

/** A mean of shares of different rows (MOVER, Zou and Donner 2008); no surer than the share of all rows that are right. */
const meanOfApart = (parts: readonly Weighted[], { down, up, rows, misses }: Counted): Counted => ({
  ...{ rows, misses },
  down: Math.max(down, Math.sqrt(total(parts, ({ weight, part }) => (weight * part.down) ** 2))),
  up: Math.max(up, Math.sqrt(total(parts, ({ weight, part }) => (weight * part.up) ** 2))),
  few: anyFew(parts),
});

/**
 * The same as a part of a difference: the limits of the share of all rows that are right, as much farther as the mean's deviation is larger (Dobson,
 * Kuulasmaa, Eberle & Scherer 1991); half a row is added to what is wrong in each class.
 */
function scaledReach(parts: readonly Weighted[], { down, up, rows }: Counted): Counted {
  const variance = (wrong: number, total: number): number => wrong * (1 - wrong / (total + 1));
  const misses = total(parts, ({ part }) => part.misses + 0.5);
  const squares = total(
    parts,
    ({ weight, part }) => (weight / part.rows) ** 2 * variance(part.misses + 0.5, part.rows),
  );
  const scale = rows * Math.sqrt(squares / variance(misses, rows));
  return { down: scale * down, up: scale * up, rows, misses, few: anyFew(parts) };
}

/** A mean of measures that go by the same errors: as if they rose and fell together. */
const meanOfTogether = (parts: readonly Weighted[]): Counted => ({
  down: total(parts, ({ weight, part }) => weight * part.down),
  up: total(parts, ({ weight, part }) => weight * part.up),
  rows: total(parts, ({ part }) => part.rows),
  misses: total(parts, ({ part }) => part.misses),
  few: anyFew(parts),
});

interface ClassParts {
  precision: Counted;
  recall: Counted;
  f1: Counted;
  specificity: Counted;
}

function classParts({ rows, hits, truth, guess }: Margins, i: number, options: Options): ClassParts {
  const [hit, actual, called] = [hits[i]!, truth[i]!, guess[i]!];
  if (actual === 0)
    return { ...{ precision: NOTHING, recall: NOTHING, f1: NOTHING }, specificity: rate(rows - called, rows, options) };
  return {
    precision: rate(hit, called, options),
    recall: rate(hit, actual, options),
    f1: f1Rate(hit, actual + called - hit, options),
    specificity: rate(rows - actual - called + hit, rows - actual, options),
  };
}

/**
 * How far the intervals of measures of a confusion matrix reach where events are few, in the order of `overallMeasures`
 * and then `classMeasures` of each class: Wilson's limits (of differences those of beta laws) for shares and for F1, put together for means (MOVER); for the
 * two correlations the limits of accuracy at these margins.
 * @param counts a confusion matrix, row = truth
 * @param options see `Options`
 * @returns null where there are events enough for a bootstrap
 */
export function rateLimits(counts: Float64Array, options: Options): (Reach | null)[] {
  const m = margins(counts);
  const classes = m.truth.map((_, i) => classParts(m, i, options));
  const occurring = [...m.truth.keys()].filter((i) => m.truth[i]! > 0);
  const mean = (of: (parts: ClassParts) => Counted, weightOf: (i: number) => number): Weighted[] =>
    occurring.flatMap((i) => {
      const part = of(classes[i]!);
      return Number.isFinite(part.down) ? [{ weight: weightOf(i), part }] : [];
    });
  const even = (): number => 1 / occurring.length;
  const byRows = (i: number): number => m.truth[i]! / m.rows;
  const accuracy = rate(m.right, m.rows, options, 0.5);
  const f1s = mean(({ f1 }) => f1, even);
  const [recalls, precisions] = [mean(({ recall }) => recall, even), mean(({ precision }) => precision, even)];
  const meanReach = options.role === 'differences' ? scaledReach : meanOfApart;
  const isFew = accuracy.few || anyFew(f1s);
  const overall: Record<(typeof OVERALL_MEASURES)[number], Counted> = {
    accuracy,
    balanced_accuracy: meanReach(recalls, accuracy),
    macro_precision: meanReach(precisions, accuracy),
    macro_recall: meanReach(recalls, accuracy),
    macro_f1: meanOfTogether(f1s),
    weighted_precision: meanReach(
      mean(({ precision }) => precision, byRows),
      accuracy,
    ),
    weighted_recall: accuracy,
    // A wrong row takes as much of it as of accuracy, but for the square of what is wrong.
    weighted_f1: accuracy.misses < m.right ? { ...accuracy, few: isFew } : meanOfTogether(mean(({ f1 }) => f1, byRows)),
    ...correlations(m, accuracy, isFew),
  };
  const support = NOTHING;
  return [
    ...OVERALL_MEASURES.map((id) => overall[id]),
    ...classes.flatMap(({ precision, recall, f1, specificity }) => [precision, recall, f1, specificity, support]),
  ].map((counted) => (counted.few && Number.isFinite(counted.down) ? counted : null));
}

/** Both correlations are linear in accuracy at the same margins. */
function correlations(
  { rows, right, truth, guess }: Margins,
  accuracy: Counted,
  few: boolean,
): Record<'mcc' | 'cohens_kappa', Counted> {
  const square = rows * rows;
  const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);
  const chance = truth.reduce((sum, truthValue, i) => sum + truthValue * guess[i]!, 0);
  const of = (spread: number): Counted => ({
    ...accuracy,
    down: (accuracy.down * square) / spread,
    up: Math.min((accuracy.up * square) / spread, 1 - (right * rows - chance) / spread),
    few,
  });
  return {
    mcc: of(Math.sqrt((square - squares(guess)) * (square - squares(truth)))),
    cohens_kappa: of(square - chance),
  };
}
