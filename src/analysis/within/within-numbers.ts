import type { Memory, OwnScale } from '../../facts/summary.ts';
import type { NumberColumn } from '../../engine/columns/decode.ts';
import { NUMERIC_TESTS, type MethodId } from '../../facts/methods.ts';
import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { Effect, TestResult } from '../../facts/document/comparison.ts';
import type { EffectUnit } from '../../facts/statements/effect-units.ts';
import { stratify, type Stratified, type StratifiedSide } from '../../stats/compare/within/stratified-ranks.ts';
import { stratumWeights, type StratumWeights } from '../../stats/compare/within/stratum-weights.ts';
import {
  compareWeighted,
  weightedMoments,
  weightedPart,
  weightedShare,
  type WeightedCurve,
} from '../../stats/compare/within/weighted-curve.ts';
import { kolmogorovSf } from '../../stats/distributions/kolmogorov.ts';
import { normalSf } from '../../stats/distributions/normal.ts';
import { sharedTimes } from '../../stats/sequence/memory.ts';
import { ownScalePValue } from '../../stats/sequence/own-scale.ts';
import type { Compared } from '../compare/compared.ts';
import { sizesAtScale, yardstickOf } from '../compare/at-scale.ts';
import { shownGap } from '../compare/gaps.ts';
import { SHARE_OF_GAP, SHARE_OF_RANKS } from '../compare/numeric-evidence.ts';
import { stratumMemory } from './stratum-memory.ts';
import { withinStretches } from './within-stretches.ts';
import { noStratum, withinFacts, wholeCycles, type Sides, type WithinRows } from './within.ts';

const METHOD = 'ks_within' satisfies MethodId;

/**
 * A column of numbers compared within strata, in the place of its comparison as a whole.
 * @param columns of all rows, in the file's order
 * @param whole the comparison without regard to the strata
 */
export function withinNumbers(columns: Sides<NumberColumn>, whole: ColumnDrift, rows: WithinRows): Compared {
  const sides = {
    reference: usedRows(columns.reference, rows.strata.reference),
    current: usedRows(columns.current, rows.strata.current),
  };
  const all = within(sides, rows);
  if (all === null) return noStratum(rows.columns);
  const { scale: ownScale, matched } = isDependent(all.times)
    ? withinStretches({
        ...sides.reference,
        residuals: all.found.residuals.reference,
        ...{ order: rows.order.reference, count: rows.count },
      })
    : { scale: null, matched: null };
  const like = matched === null ? null : within({ ...sides, reference: atPhases(sides.reference, matched) }, rows);
  const { found, weights, times } = like ?? all;
  const { gap, gapAt, area } = compareWeighted(found.reference, found.current);
  const scale = scaleOf(found);
  const test = testOf(found, { gap, area }, { weights, times, ownScale });
  const shown = shownGap(
    {
      size: gap,
      at: gapAt,
      reference: (x) => weightedShare(found.reference, x),
      current: (x) => weightedShare(found.current, x),
    },
    scale.scale,
  );
  const { effect, facts } = withinFacts(whole, weights, rows.columns);
  const result: ColumnDrift = {
    ...effect,
    effect: { ...effectOf(area, scale), ...(like !== null && { plain: effectOf(areaOf(all.found), scale).value }) },
    matchedMoments: weightedMoments(found.reference),
    evidence: {
      ...test,
      rows: weights.rows,
      effectiveSize: ownScale === null ? sizes(weights, times) : sizesAtScale(weights.rows, ownScale.gap),
    },
    ...(ownScale !== null && { yardstick: yardstickOf(ownScale, (distance) => distance / scale.scale) }),
    tests: Object.fromEntries(NUMERIC_TESTS.map((id) => [id, test])),
    outliers: whole.outliers && { ...whole.outliers, effectWithout: effectBetween(found, whole.outliers) },
    within: facts,
  };
  return shown === null ? result : { ...result, curveGap: shown };
}

/** A column within strata, and what its rows are worth. */
interface Found {
  found: Stratified;
  weights: StratumWeights;
  times: Times;
}

/** Null where the reference has too few rows in every stratum of the current ones. */
function within(sides: Sides<StratifiedSide>, rows: WithinRows): Found | null {
  const weights = stratumWeights(sides.reference.strata, sides.current.strata, rows.count);
  if (weights.effectiveSize === 0) return null;
  const found = stratify(sides.reference, sides.current, weights);
  const memory = (side: 'reference' | 'current'): Memory =>
    stratumMemory(found.residuals[side], {
      strata: sides[side].strata,
      order: rows.order[side],
      cycles: wholeCycles(rows),
    });
  return { found, weights, times: sharedTimes(memory('reference'), memory('current')) };
}

const isDependent = ({ reference, current }: Times): boolean => Math.max(reference, current) > 1;

/** The rows at the hours or days of the current file alone. */
const atPhases = ({ values, strata }: StratifiedSide, matched: Uint8Array): StratifiedSide => ({
  values: values.map((value, row) => (matched[row] === 1 ? value : NaN)),
  strata: strata.map((stratum, row) => (matched[row] === 1 ? stratum : -1)),
});

function usedRows({ values, missing }: NumberColumn, strata: Int32Array): StratifiedSide {
  const used = { values: new Float64Array(values.length).fill(NaN), strata: new Int32Array(values.length).fill(-1) };
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value - value !== 0 || (missing !== null && missing[row] === 1)) continue;
    used.values[row] = value;
    used.strata[row] = strata[row]!;
  }
  return used;
}

interface Times {
  reference: number;
  current: number;
}

const sizes = ({ effectiveSize, rows }: StratumWeights, times: Times): Times => ({
  reference: effectiveSize / Math.max(1, times.reference),
  current: rows.current / Math.max(1, times.current),
});

function testOf(
  found: Stratified,
  { gap, area }: { gap: number; area: number },
  { weights, times, ownScale }: { weights: StratumWeights; times: Times; ownScale: OwnScale | null },
): TestResult {
  const pAt = (factor: Times): number => {
    const { reference: n, current: m } = sizes(weights, factor);
    const variance = found.variance.reference * factor.reference + found.variance.current * factor.current;
    const byGap = kolmogorovSf(gap * Math.sqrt((n * m) / (n + m)));
    const byRanks = variance > 0 ? 2 * normalSf(Math.abs(found.shift) / Math.sqrt(variance)) : 1;
    return Math.min(1, byRanks / SHARE_OF_RANKS, byGap / SHARE_OF_GAP);
  };
  const pValueIndependent = pAt({ reference: 1, current: 1 });
  const pValue = ownScale === null ? pAt(times) : Math.max(pValueIndependent, ownScalePValue(ownScale, gap, area));
  return { method: METHOD, statistic: gap, pValue, pValueIndependent };
}

const areaOf = ({ reference, current }: Stratified): number => compareWeighted(reference, current).area;

interface Scale {
  scale: number;
  unit: EffectUnit;
}

/** See `effectScale`. */
function scaleOf({ reference, current }: { reference: WeightedCurve; current: WeightedCurve }): Scale {
  const { mean, std } = weightedMoments(reference);
  if (std !== null && std > 0 && Number.isFinite(std)) return { scale: std, unit: 'reference standard deviations' };
  if (Math.abs(mean) > 0) return { scale: Math.abs(mean), unit: 'times the reference value' };
  const sizes = { ...current, values: current.values.map(Math.abs) };
  return { scale: weightedMoments(sizes).mean, unit: 'times the mean current size' };
}

function effectOf(area: number, { scale, unit }: Scale): Effect {
  return { method: 'wasserstein' satisfies MethodId, value: area === 0 ? 0 : area / scale, unit, raw: area, scale };
}

/** The effect among the values between two fences; null where a side has none there. */
function effectBetween(
  { reference, current }: Stratified,
  { low, high }: { low: number; high: number },
): number | null {
  const parts = { reference: weightedPart(reference, low, high), current: weightedPart(current, low, high) };
  if (parts.reference === null || parts.current === null) return null;
  const pair = { reference: parts.reference, current: parts.current };
  return effectOf(compareWeighted(pair.reference, pair.current).area, scaleOf(pair)).value;
}
