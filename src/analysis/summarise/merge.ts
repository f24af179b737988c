import { elementAt } from '../../facts/element-at.ts';
import { ecdfOfSteps } from '../../stats/describe/ecdf.ts';
import { moments } from '../../stats/describe/moments.ts';
import type {
  ColumnSummary,
  CountedLevels,
  LevelValues,
  NumberValues,
  SummaryCounts,
  SummaryValues,
  TextValues,
} from '../../facts/summary.ts';
import { MOST_COMMON } from './column-quality.ts';
import { mergeLevels } from './merge-levels.ts';
import { mergePeriods } from './merge-periods.ts';

/**
 * The summary of two slices together that share no row: the same as if their rows had been summarised at once. What the order of the rows
 * tells is lost. Numbers take O(distinct values), levels O(n log n).
 * @throws {Error} for summaries of different columns or kinds
 */
export function mergeSummaries<Values extends SummaryValues>(
  a: ColumnSummary<Values>,
  b: ColumnSummary<Values>,
): ColumnSummary<Values> {
  if (a.column !== b.column) throw new Error(`summaries of two columns: ${a.column}, ${b.column}`);
  return {
    ...a,
    slices: [...a.slices, ...b.slices],
    counts: addCounts(a.counts, b.counts),
    values: mergeValues(a.values, b.values) as Values,
  };
}

function mergeValues(a: SummaryValues, b: SummaryValues): SummaryValues {
  if (a.kind === 'numbers' && b.kind === 'numbers' && a.as === b.as) return mergeNumbers(a, b);
  if (a.kind === 'levels' && b.kind === 'levels') return mergeCategories(a, b);
  if (a.kind === 'texts' && b.kind === 'texts') return mergeTexts(a, b);
  throw new Error(`summaries of two kinds: ${a.kind}, ${b.kind}`);
}

function addCounts(a: SummaryCounts, b: SummaryCounts): SummaryCounts {
  return {
    rows: a.rows + b.rows,
    missing: a.missing + b.missing,
    nan: a.nan + b.nan,
    positiveInfinity: a.positiveInfinity + b.positiveInfinity,
    negativeInfinity: a.negativeInfinity + b.negativeInfinity,
    coerced: a.coerced === null || b.coerced === null ? null : a.coerced + b.coerced,
  };
}

function mergeNumbers(a: NumberValues, b: NumberValues): NumberValues {
  const steps = mergeSteps(a, b);
  const noSpecials = { missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
  return {
    ...{ kind: 'numbers', as: a.as },
    ...steps,
    moments: moments(ecdfOfSteps(steps, noSpecials)),
    periods: a.periods === null || b.periods === null ? null : mergePeriods(a.periods, b.periods),
    sequence: null,
  };
}

type Steps = Pick<NumberValues, 'values' | 'upTo'>;

/** The curve of both curves' values. */
function mergeSteps(a: Steps, b: Steps): Steps {
  const [m, n] = [a.values.length, b.values.length];
  const values = new Float64Array(m + n);
  const upTo = new Uint32Array(m + n);
  let [i, j, k] = [0, 0, 0];
  while (i < m || j < n) {
    const [x, y] = [i < m ? a.values[i]! : Infinity, j < n ? b.values[j]! : Infinity];
    const value = Math.min(x, y);
    if (x === value) i++;
    if (y === value) j++;
    values[k] = value;
    upTo[k] = (i > 0 ? a.upTo[i - 1]! : 0) + (j > 0 ? b.upTo[j - 1]! : 0);
    k++;
  }
  return { values: values.slice(0, k), upTo: upTo.slice(0, k) };
}

const mergeCategories = (a: LevelValues, b: LevelValues): LevelValues => ({
  ...{ kind: 'levels', sequence: null },
  ...mergeLevels(a, b),
});

/** Without every text of both sides nothing is known of the texts that they share. */
function mergeTexts(a: TextValues, b: TextValues): TextValues {
  if (a.distinct === 0) return b;
  if (b.distinct === 0) return a;
  if (a.levels === null || b.levels === null) {
    return { kind: 'texts', distinct: null, mostCommon: null, levels: null };
  }
  const levels = mergeLevels(a.levels, b.levels);
  return { kind: 'texts', distinct: levels.levels.length, mostCommon: mostCommonOf(levels), levels };
}

const mostCommonOf = ({ levels, counts }: CountedLevels): TextValues['mostCommon'] =>
  levels.slice(0, MOST_COMMON).map((value, i) => ({ value, count: elementAt(counts, i) }));
