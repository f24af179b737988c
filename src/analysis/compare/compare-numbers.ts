import type { OwnScale } from '../../facts/summary.ts';
import { NUMERIC_TESTS, USUAL_TESTS, type MethodId, type NumericTest } from '../../facts/methods.ts';
import type { Outliers } from '../../facts/document/outliers.ts';
import type { Evidence, TestResult } from '../../facts/document/comparison.ts';
import type { EffectUnit } from '../../facts/statements/effect-units.ts';
import { effectScale, wasserstein, type ScaleKind } from '../../stats/compare/numeric/wasserstein.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import { moments } from '../../stats/describe/moments.ts';
import { onCommonDigits, resolutionOf } from '../../stats/describe/resolution.ts';
import type { Pair } from '../summarise/outliers.ts';
import { sizesAtScale, yardstickOf } from './at-scale.ts';
import { allTests, orReason, type Compared } from './compared.ts';
import { beyondRange, farthestChance } from './exceedances.ts';
import { curveGap } from './gaps.ts';
import { numericEvidence } from './numeric-evidence.ts';
import { effectiveSizes, isDependent, rowsOf, type PairOrder } from './pair-order.ts';

/** A constant reference has no standard deviation; then the distance is said relative to its size. */
const units: Record<ScaleKind, EffectUnit> = {
  'standard deviation': 'reference standard deviations',
  'reference value': 'times the reference value',
  'mean size of current': 'times the mean current size',
};

/** Both sides of a column, and the reference at the phases of the current slice, where that covers a part of a cycle. */
type NumericSides = Pair & { matched: Ecdf | null };

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and two-sample tests. */
export function compareNumbers(sides: NumericSides, order: PairOrder, outliers: () => Outliers | null): Compared {
  return orReason(() => {
    const { reference, current, matched } = sides;
    const like = { reference: matched ?? reference, current };
    const { scale, scaleKind } = effectScale(reference, current);
    const areas = { like: wasserstein(like.reference, current), plain: wasserstein(reference, current) };
    const ownScale = isDependent(order.sizes) ? order.scale : null;
    const size = sizesOf(sides, order, ownScale);
    const gap = curveGap(like, scale);
    const alike = onCommonDigits(like.reference, current, scaleKind === 'standard deviation' ? scale : 0);
    const digits = resolutionOf(reference, current);
    const evidence = (test: NumericTest): TestResult =>
      numericEvidence(test, alike, { effective: { n: size.reference, m: size.current }, ownScale, area: areas.like });
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
      ...(ownScale !== null && { yardstick: yardstickOf(ownScale, normalised) }),
      ...(order.calendar !== null && { calendar: order.calendar }),
    };
  });
}

/** What rows are worth: by the yardstick where there is one, else by their memory; of a part of a cycle, by what the cycle leaves. */
function sizesOf(
  { reference, matched }: NumericSides,
  { sizes, left }: PairOrder,
  ownScale: OwnScale | null,
): Evidence['effectiveSize'] {
  if (ownScale !== null) return sizesAtScale(rowsOf(sizes), ownScale.gap);
  const size = effectiveSizes(sizes);
  if (matched === null) return size;
  return { reference: (size.reference * left * matched.size) / reference.size, current: size.current * left };
}

const sameCounts = (a: Ecdf, b: Ecdf): boolean =>
  a.size === b.size &&
  a.values.length === b.values.length &&
  a.nan === b.nan &&
  a.positiveInfinity === b.positiveInfinity &&
  a.negativeInfinity === b.negativeInfinity &&
  a.values.every((value, i) => value === b.values[i] && a.counts[i] === b.counts[i]);
