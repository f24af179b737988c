import type { NumberColumn } from '../../engine/columns/decode.ts';
import { NUMERIC_TESTS, type MethodId } from '../../facts/methods.ts';
import type { ColumnDrift, Effect, TestResult } from '../../facts/document/drift.ts';
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
import type { Compared } from '../compare/compared.ts';
import { shownGap } from '../compare/gaps.ts';
import { stratumMemory } from './stratum-memory.ts';
import { noStratum, withinFacts, wholeCycles, type Sides, type WithinRows } from './within.ts';

const METHOD = 'ks_within' satisfies MethodId;

/** Of the level, what goes to the ranks, and to the largest gap of the curves: see `numericEvidence`. */
const [SHARE_OF_RANKS, SHARE_OF_GAP] = [3 / 4, 1 / 2] as const;

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
  const weights = stratumWeights(sides.reference.strata, sides.current.strata, rows.count);
  if (weights.worth === 0) return noStratum(rows.columns);
  const found = stratify(sides.reference, sides.current, weights);
  const memory = (side: 'reference' | 'current') =>
    stratumMemory(found.residuals[side], {
      strata: sides[side].strata,
      order: rows.order[side],
      cycles: wholeCycles(rows),
    });
  const times = sharedTimes(memory('reference'), memory('current'));
  const { gap, gapAt, area } = compareWeighted(found.reference, found.current);
  const scale = scaleOf(found);
  const test = testOf(found, gap, { weights, times });
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
    effect: effectOf(area, scale),
    matchedMoments: weightedMoments(found.reference),
    evidence: { ...test, rows: weights.rows, effectiveSize: sizes(weights, times) },
    tests: Object.fromEntries(NUMERIC_TESTS.map((id) => [id, test])),
    outliers: whole.outliers && { ...whole.outliers, effectWithout: effectBetween(found, whole.outliers) },
    within: facts,
  };
  return shown === null ? result : { ...result, curveGap: shown };
}

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

const sizes = ({ worth, rows }: StratumWeights, times: Times): Times => ({
  reference: worth / Math.max(1, times.reference),
  current: rows.current / Math.max(1, times.current),
});

function testOf(
  found: Stratified,
  gap: number,
  { weights, times }: { weights: StratumWeights; times: Times },
): TestResult {
  const pAt = (factor: Times): number => {
    const { reference: n, current: m } = sizes(weights, factor);
    const variance = found.variance.reference * factor.reference + found.variance.current * factor.current;
    const byGap = kolmogorovSf(gap * Math.sqrt((n * m) / (n + m)));
    const byRanks = variance > 0 ? 2 * normalSf(Math.abs(found.shift) / Math.sqrt(variance)) : 1;
    return Math.min(1, byRanks / SHARE_OF_RANKS, byGap / SHARE_OF_GAP);
  };
  return { method: METHOD, statistic: gap, pValue: pAt(times), pValueIndependent: pAt({ reference: 1, current: 1 }) };
}

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
