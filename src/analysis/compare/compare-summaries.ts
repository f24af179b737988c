import { largest } from '../../facts/extremes.ts';
import type { EffectiveSize } from '../../stats/adjust/effective-size.ts';
import { ecdfOfSteps, type Ecdf } from '../../stats/describe/ecdf.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import type { ColumnPair } from '../../stats/evidently/column-pair.ts';
import type {
  ColumnSummary,
  LevelValues,
  NumberSequence,
  NumberValues,
  SummaryValues,
  Memory,
} from '../../facts/summary.ts';
import type { ColumnDrift, Score } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import { curveOf, tableOf } from '../summarise/curve.ts';
import { findOutliers, type Pair } from '../summarise/outliers.ts';
import type { Comparison } from '../run/plan.ts';
import { independent, sharedTimes } from '../../stats/sequence/memory.ts';
import { compareBins, isBinned } from '../summarised/compare-bins.ts';
import { compareCategories } from './compare-categories.ts';
import { compareNumbers } from './compare-numbers.ts';
import type { Compared } from './compared.ts';
import type { PairOrder, Sizes } from './pair-order.ts';
import { evidentlyScore } from './evidently.ts';

/** Summaries of two slices of one column. */
interface SummaryPair<Values extends SummaryValues> {
  reference: ColumnSummary<Values>;
  current: ColumnSummary<Values>;
}

/** Summaries of two slices in a form that can be compared. */
type ComparablePair = SummaryPair<NumberValues> | SummaryPair<LevelValues>;

/**
 * Effect and evidence between two slices of a column, from their summaries alone: no engine is asked, on whatever thread.
 * @throws {Error} for summaries of unlike kinds, and of texts
 */
export function compare(
  reference: ColumnSummary,
  current: ColumnSummary,
  { seed }: Pick<Comparison, 'seed'>,
): Compared {
  const pair = comparable(reference, current);
  const order = orderOf(pair);
  const compared = isNumeric(pair)
    ? compareNumberPair(pair, order)
    : compareCategories(tables(pair).reference, tables(pair).current, { order, seed });
  return 'notTested' in compared ? compared : { ...compared, ...gapOrderOf(pair) };
}

/** By bins where the rows of both sides stayed elsewhere, else by values. */
function compareNumberPair(pair: SummaryPair<NumberValues>, order: PairOrder): Compared {
  const { reference, current } = pair;
  return isBinned(reference) && isBinned(current)
    ? compareBins(reference, current, order)
    : compareNumbers({ ...curves(pair), matched: matchedCurve(pair.reference) }, order, () =>
        findOutliers(curves(pair), sequencesOf(pair)),
      );
}

/** The longer of both files' times of gaps, where any is known. */
function gapOrderOf(pair: ComparablePair): Pick<ColumnDrift, 'gaps'> {
  const known = SIDES.flatMap((side) => pair[side].values.sequence?.gaps ?? []);
  if (known.length === 0) return {};
  const bursts = known.reduce((sum, gaps) => sum + gaps.bursts, 0);
  return { gaps: { time: largest(known.map(({ time }) => time)), bursts } };
}

/** Evidently's score of two slices of a column. */
export const scoreOf = (reference: ColumnSummary, current: ColumnSummary, options: Comparison['evidently']): Score =>
  evidentlyScore(columnPair(comparable(reference, current)), options);

const columnPair = (pair: ComparablePair): ColumnPair =>
  isNumeric(pair) ? { kind: 'numeric', ...curves(pair) } : { kind: 'categorical', ...tables(pair) };

const curves = ({ reference, current }: SummaryPair<NumberValues>): Pair => ({
  reference: curveOf(reference),
  current: curveOf(current),
});

const tables = ({ reference, current }: SummaryPair<LevelValues>): Record<keyof Pair, FrequencyTable> => ({
  reference: tableOf(reference),
  current: tableOf(current),
});

const isNumeric = (pair: ComparablePair): pair is SummaryPair<NumberValues> => pair.reference.values.kind === 'numbers';

function comparable(reference: ColumnSummary, current: ColumnSummary): ComparablePair {
  const kinds = [reference.values.kind, current.values.kind];
  if (kinds[0] !== kinds[1] || kinds[0] === 'texts') throw new Error(`summaries of ${kinds.join(' and ')}`);
  return { reference, current } as ComparablePair;
}

/** What the order of both sides' rows tells. Where it is not known each row counts in full. */
function orderOf(pair: ComparablePair): PairOrder {
  const memories = mapBoth((side): Memory => {
    const { counts, values } = pair[side];
    const { missing, nan, positiveInfinity, negativeInfinity, rows } = counts;
    return values.sequence?.memory ?? independent(rows - missing - nan - positiveInfinity - negativeInfinity);
  });
  const times = sharedTimes(memories.reference, memories.current);
  const sizeOf = (side: keyof Sizes): EffectiveSize => {
    const [{ rows }, time] = [memories[side], times[side]];
    return { rows, effective: Math.max(rows / time, Math.min(rows, 1)), time };
  };
  return {
    sizes: mapBoth(sizeOf),
    scale: pair.reference.values.sequence?.scale ?? null,
    calendar: pair.current.values.sequence?.calendar ?? null,
    left: memories.reference.left,
  };
}

const mapBoth = <T>(transform: (side: keyof Sizes) => T): { reference: T; current: T } => ({
  reference: transform('reference'),
  current: transform('current'),
});

/** The reference at the phases that the current slice has, where that covers a part of a cycle. */
function matchedCurve({ values }: ColumnSummary<NumberValues>): Ecdf | null {
  const matched = values.sequence?.matched ?? null;
  return matched && ecdfOfSteps(matched, { missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 });
}

function sequencesOf(pair: SummaryPair<NumberValues>): PerSide<NumberSequence> {
  const known: PerSide<NumberSequence> = {};
  mapSides<ColumnSummary<NumberValues>, void>(pair, ({ values }, side) => {
    if (values.sequence !== null) known[side] = values.sequence;
  });
  return known;
}
