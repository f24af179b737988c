import type { OwnScale } from '../../facts/summary.ts';
import { CATEGORY_TESTS, USUAL_TESTS, type CategoryTest, type MethodId } from '../../facts/methods.ts';
import type { Effect, Evidence, TestResult } from '../../facts/document/comparison.ts';
import { totalVariation } from '../../stats/compare/binned/total-variation.ts';
import { chanceOfTotalVariation } from '../../stats/compare/categorical/total-variation-chance.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { levelScalePValue } from '../../stats/sequence/level-stretches.ts';
import { usualLimit } from '../../stats/sequence/own-scale.ts';
import { categoryEvidence } from './category-evidence.ts';
import { allTests, orReason, type Compared } from './compared.ts';
import { unseenIn } from './exceedances.ts';
import { levelGap } from './gaps.ts';
import { effectiveSizes, isDependent, rowsOf, type PairOrder } from './pair-order.ts';
import type { EffectiveSizes } from './methods/numeric-tests.ts';
import { rateChange } from './rate-change.ts';

/** Effect and evidence for two columns of categories: total variation distance and tests of homogeneity. */
export function compareCategories(
  reference: FrequencyTable,
  current: FrequencyTable,
  { order: { sizes, scale, calendar }, seed }: { order: PairOrder; seed: number },
): Compared {
  return orReason(() => {
    const ownScale = isDependent(sizes) ? scale : null;
    const size = ownScale === null ? effectiveSizes(sizes) : mapBoth(rowsOf(sizes), (rows) => rows / ownScale.gap);
    const distance = totalVariation(reference, current);
    const effective = { n: size.reference, m: size.current };
    const gap = levelGap(reference, current);
    const rate = rateChange(reference, current, effective);
    const evidence = (test: CategoryTest): TestResult =>
      atOwnScale(categoryEvidence(reference, current, { effective, test, seed }), ownScale, distance);
    const usual = evidence(USUAL_TESTS.categorical);
    // Sparse tables are tested by what holds there, whichever test is chosen: once is enough.
    const sparse = usual.method !== USUAL_TESTS.categorical;
    return {
      effect: levelEffect(reference, current, { n: reference.size, m: current.size }),
      evidence: { ...usual, rows: rowsOf(sizes), effectiveSize: size },
      tests: allTests(CATEGORY_TESTS, (test) => (sparse || test === USUAL_TESTS.categorical ? usual : evidence(test))),
      outliers: null,
      identical: sameLevels(reference, current),
      unseen: unseenIn(reference, current, sizes),
      ...(rate !== null && { rateChange: rate }),
      ...(gap !== null && { levelGap: gap }),
      ...(ownScale !== null && { yardstick: { windows: ownScale.stretches, effect: usualLimit(ownScale) } }),
      ...(calendar !== null && { calendar }),
    };
  });
}

/** How far two columns of categories are apart, less what chance makes of it among so many rows. */
export const levelEffect = (reference: FrequencyTable, current: FrequencyTable, rows: EffectiveSizes): Effect =>
  effectOf(totalVariation(reference, current), chanceOfTotalVariation(reference, current, rows));

/** Chance adds to a distance as noise does: squares add up. */
function effectOf(observed: number, expectedByChance: number): Effect {
  const value = Math.sqrt(Math.max(0, observed ** 2 - expectedByChance ** 2));
  const method = 'total_variation' satisfies MethodId;
  return { method, value, unit: 'share of rows', observed, expectedByChance };
}

function sameLevels(a: FrequencyTable, b: FrequencyTable): boolean {
  if (a.size !== b.size || a.missing !== b.missing || a.levels.length !== b.levels.length) return false;
  const counts = new Map(a.levels.map((level, i) => [level, a.counts[i]]));
  return b.levels.every((level, i) => counts.get(level) === b.counts[i]);
}

const mapBoth = ({ reference, current }: Evidence['rows'], transform: (rows: number) => number): Evidence['rows'] => ({
  reference: transform(reference),
  current: transform(current),
});

/** A test by the yardstick of the reference's own stretches, where there is one. */
function atOwnScale(found: TestResult, ownScale: OwnScale | null, distance: number): TestResult {
  if (ownScale === null) return found;
  const { statistic, degreesOfFreedom = 0 } = found;
  const pValue = levelScalePValue(ownScale, { statistic, degreesOfFreedom, distance });
  return { ...found, pValue: Math.max(pValue, found.pValueIndependent) };
}
