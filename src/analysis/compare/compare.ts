import type { EffectiveSize } from '../../stats/adjust/effective-size.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { onCommonDigits, resolutionOf } from '../../stats/describe/resolution.ts';
import { moments } from '../../stats/describe/moments.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { StatisticError } from '../../stats/statistic-error.ts';
import { levelScalePValue } from '../../stats/sequence/level-stretches.ts';
import { usualLimit, type OwnScale } from '../../stats/sequence/own-scale.ts';
import { chanceOfTotalVariation } from '../../stats/compare/categorical/total-variation-chance.ts';
import { totalVariation } from '../../stats/compare/binned/total-variation.ts';
import { effectScale, wasserstein, type ScaleKind } from '../../stats/compare/numeric/wasserstein.ts';
import {
  CATEGORY_TESTS,
  NUMERIC_TESTS,
  USUAL_TESTS,
  type CategoryTest,
  type MethodId,
  type NumericTest,
} from '../../facts/methods.ts';
import { curveGap, levelGap } from './gaps.ts';
import { categoryEvidence } from './category-evidence.ts';
import { rateChange } from './rate-change.ts';
import { numericEvidence } from './numeric-evidence.ts';
import { beyondRange, farthestChance, unseenIn } from './exceedances.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import type { EffectUnit } from '../../facts/statements/effect-units.ts';
import type { Pair } from '../summarise/outliers.ts';
import type {
  Calendar,
  ColumnDrift,
  Effect,
  Evidence,
  Outliers,
  TestResult,
  Yardstick,
} from '../../facts/document/drift.ts';

/** A constant reference has no standard deviation; then the distance is said relative to its size. */
const units: Record<ScaleKind, EffectUnit> = {
  'standard deviation': 'reference standard deviations',
  'reference value': 'times the reference value',
  'mean size of current': 'times the mean current size',
};

/** A comparison, or the reason why there is none. */
export type Compared = ColumnDrift | { notTested: NotTested };

/** The effective size of each side. */
export interface Sizes {
  reference: EffectiveSize;
  current: EffectiveSize;
}

const effectiveSizes = ({ reference, current }: Sizes): Evidence['effectiveSize'] => ({
  reference: reference.effective,
  current: current.effective,
});
const rowsOf = ({ reference, current }: Sizes): Evidence['rows'] => ({
  reference: reference.rows,
  current: current.rows,
});

/** What the order of both sides' rows tells. */
export interface PairOrder {
  sizes: Sizes;
  /** How stretches of the reference differ that are as long as the current slice; null where it holds too few. */
  scale: OwnScale | null;
  calendar: Calendar | null;
  /** The share of the reference's variance that its cycle does not tell. */
  left: number;
}

/** Whether rows depend on each other on either side. */
const isDependent = ({ reference, current }: Sizes): boolean => reference.time > 1 || current.time > 1;

/** Both sides of a column, and the reference at the phases of the current slice, where that covers a part of a cycle. */
type NumericSides = Pair & { matched: Ecdf | null };

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and two-sample tests. */
export function compareNumbers(sides: NumericSides, order: PairOrder, outliers: () => Outliers | null): Compared {
  return orReason(() => {
    const { reference, current, matched } = sides;
    const like = { reference: matched ?? reference, current };
    const { scale, scaleKind } = effectScale(reference, current);
    const areas = { like: wasserstein(like.reference, current), plain: wasserstein(reference, current) };
    const own = isDependent(order.sizes) ? order.scale : null;
    const size = sizesOf(sides, order, own);
    const gap = curveGap(like, scale);
    const alike = onCommonDigits(like.reference, current, scaleKind === 'standard deviation' ? scale : 0);
    const digits = resolutionOf(reference, current);
    const evidence = (test: NumericTest): TestResult =>
      numericEvidence(test, alike, { effective: { n: size.reference, m: size.current }, own, area: areas.like });
    const normalised = (distance: number): number => (distance === 0 ? 0 : distance / scale);
    return {
      effect: {
        method: 'wasserstein' satisfies MethodId,
        value: normalised(areas.like),
        unit: units[scaleKind],
        raw: areas.like,
        scale,
        ...(matched !== null && { plain: normalised(areas.plain) }),
      },
      ...(matched !== null && { matchedMoments: moments(matched) }),
      evidence: { ...evidence(USUAL_TESTS.numeric), rows: rowsOf(order.sizes), effectiveSize: size },
      tests: allTests(NUMERIC_TESTS, evidence),
      outliers: outliers(),
      identical: sameCounts(reference, current) && reference.missing === current.missing,
      beyond: beyondRange(matched === null ? alike : sides),
      farthestChance: farthestChance(sides),
      ...(digits !== null && { resolution: digits }),
      ...(gap !== null && { curveGap: gap }),
      ...(own !== null && { yardstick: yardstickOf(own, normalised) }),
      ...(order.calendar !== null && { calendar: order.calendar }),
    };
  });
}

/** What rows are worth: by the yardstick where there is one, else by their memory; of a part of a cycle, by what the cycle leaves. */
function sizesOf(
  { reference, matched }: NumericSides,
  { sizes, left }: PairOrder,
  own: OwnScale | null,
): Evidence['effectiveSize'] {
  if (own !== null) return sizesAtScale(rowsOf(sizes), own.gap);
  const size = effectiveSizes(sizes);
  if (matched === null) return size;
  return { reference: (size.reference * left * matched.size) / reference.size, current: size.current * left };
}

/** So many rows on each side, in the proportion of those that there are, make a gap as uncertain as stretches of the reference are. */
function sizesAtScale({ reference: n, current: m }: Evidence['rows'], gap: number): Evidence['effectiveSize'] {
  const share = Math.min(1, (n + m) / (n * m) / gap ** 2);
  return { reference: n * share, current: m * share };
}

function yardstickOf(own: OwnScale, normalised: (distance: number) => number): Yardstick {
  const raw = usualLimit(own);
  return { windows: own.stretches, effect: normalised(raw), raw };
}

/** Effect and evidence for two columns of categories: total variation distance and tests of homogeneity. */
export function compareCategories(
  reference: FrequencyTable,
  current: FrequencyTable,
  { order: { sizes, scale, calendar }, seed }: { order: PairOrder; seed: number },
): Compared {
  return orReason(() => {
    const own = isDependent(sizes) ? scale : null;
    const size = own === null ? effectiveSizes(sizes) : mapBoth(rowsOf(sizes), (rows) => rows / own.gap);
    const distance = totalVariation(reference, current);
    const effective = { n: size.reference, m: size.current };
    const gap = levelGap(reference, current);
    const rate = rateChange(reference, current, effective);
    const evidence = (test: CategoryTest): TestResult =>
      atOwnScale(categoryEvidence(reference, current, { effective, test, seed }), own, distance);
    const usual = evidence(USUAL_TESTS.categorical);
    // Sparse tables are tested by what holds there, whichever test is chosen: once is enough.
    const sparse = usual.method !== USUAL_TESTS.categorical;
    return {
      effect: effectOf(distance, chanceOfTotalVariation(reference, current, { n: reference.size, m: current.size })),
      evidence: { ...usual, rows: rowsOf(sizes), effectiveSize: size },
      tests: allTests(CATEGORY_TESTS, (test) => (sparse || test === USUAL_TESTS.categorical ? usual : evidence(test))),
      outliers: null,
      identical: sameLevels(reference, current),
      unseen: unseenIn(reference, current, sizes),
      ...(rate !== null && { rateChange: rate }),
      ...(gap !== null && { levelGap: gap }),
      ...(own !== null && { yardstick: { windows: own.stretches, effect: usualLimit(own) } }),
      ...(calendar !== null && { calendar }),
    };
  });
}

/** Chance adds to a distance as noise does: squares add up. */
function effectOf(observed: number, expectedByChance: number): Effect {
  const value = Math.sqrt(Math.max(0, observed ** 2 - expectedByChance ** 2));
  const method = 'total_variation' satisfies MethodId;
  return { method, value, unit: 'share of rows', observed, expectedByChance };
}

const sameCounts = (a: Ecdf, b: Ecdf): boolean =>
  a.size === b.size &&
  a.values.length === b.values.length &&
  a.nan === b.nan &&
  a.positiveInfinity === b.positiveInfinity &&
  a.negativeInfinity === b.negativeInfinity &&
  a.values.every((value, i) => value === b.values[i] && a.counts[i] === b.counts[i]);

function sameLevels(a: FrequencyTable, b: FrequencyTable): boolean {
  if (a.size !== b.size || a.missing !== b.missing || a.levels.length !== b.levels.length) return false;
  const counts = new Map(a.levels.map((level, i) => [level, a.counts[i]]));
  return b.levels.every((level, i) => counts.get(level) === b.counts[i]);
}

const mapBoth = ({ reference, current }: Evidence['rows'], of: (rows: number) => number): Evidence['rows'] => ({
  reference: of(reference),
  current: of(current),
});

/** A test by the yardstick of the reference's own stretches, where there is one. */
function atOwnScale(found: TestResult, own: OwnScale | null, distance: number): TestResult {
  if (own === null) return found;
  const { statistic, degreesOfFreedom = 0 } = found;
  const pValue = levelScalePValue(own, { statistic, degreesOfFreedom, distance });
  return { ...found, pValue: Math.max(pValue, found.pValueIndependent) };
}

/** Every test, so that another choice needs no new look at the values. */
function allTests<Test extends string>(
  tests: readonly Test[],
  evidence: (test: Test) => TestResult,
): ColumnDrift['tests'] {
  return Object.fromEntries(
    tests.map((test) => {
      const result = orReason(() => evidence(test));
      return [test, 'notTested' in result ? { reason: result.notTested } : result];
    }),
  );
}

function orReason<T extends object>(compare: () => T): T | { notTested: NotTested } {
  try {
    return compare();
  } catch (error) {
    if (error instanceof StatisticError) return { notTested: { kind: 'statistic', values: { reason: error.reason } } };
    throw error;
  }
}
