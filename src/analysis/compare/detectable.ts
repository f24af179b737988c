import {
  rowsForShift,
  rowsForShiftOfRanks,
  rowsForTotalVariation,
  smallestDetectableShift,
  smallestDetectableShiftOfRanks,
  smallestDetectableTotalVariation,
  type Sureness,
} from '../../stats/adjust/smallest-detectable.ts';
import { comparedAs, USUAL_TESTS, type MethodId } from '../../facts/methods.ts';
import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { MinimumDetectableEffect } from '../../facts/document/comparison.ts';
import { SHARE_OF_RANKS } from './numeric-evidence.ts';

/** What is promised, and what is reckoned with: the memory of rows is estimated anew in each file, which costs some of it, little where there is none. */
const [POWER, NOMINAL_POWER] = [0.8, { dependent: 0.86, independent: 0.82 }] as const;

/** How a detectable change is reckoned, and how many rows a side detect one of a given size. */
interface Detection {
  smallest: (n: number, m: number) => number;
  rowsFor: (effect: number) => number;
}

function detection({ effect, evidence, yardstick }: ColumnDrift, alpha: number): Detection {
  const { rows, effectiveSize, degreesOfFreedom = 1 } = evidence;
  const dependent = effectiveSize.reference < rows.reference || effectiveSize.current < rows.current;
  const isSure = !dependent && yardstick === undefined;
  const sureness: Sureness = { alpha, power: NOMINAL_POWER[isSure ? 'independent' : 'dependent'] };
  if (comparedAs(effect) !== 'numeric') {
    return {
      smallest: (n, m) => smallestDetectableTotalVariation({ n, m }, degreesOfFreedom, sureness),
      rowsFor: (size) => rowsForTotalVariation(size, degreesOfFreedom, sureness),
    };
  }
  const within = evidence.method === ('ks_within' satisfies MethodId);
  if (yardstick !== undefined || (!within && (!dependent || evidence.method !== USUAL_TESTS.numeric))) {
    return {
      smallest: (n, m) => smallestDetectableShift(n, m, sureness),
      rowsFor: (size) => rowsForShift(size, sureness),
    };
  }
  const byRanks = { ...sureness, alpha: sureness.alpha * SHARE_OF_RANKS };
  return {
    smallest: (n, m) => smallestDetectableShiftOfRanks(n, m, byRanks),
    rowsFor: (size) => rowsForShiftOfRanks(size, byRanks),
  };
}

/**
 * The smallest change that the evidence of a column detects 4 times in 5: of numbers a shift.
 * @param alpha the p-value below which the column is called changed, correction and all
 * @param needed a size of change, for how many rows detect it
 */
export function detectable(drift: ColumnDrift, alpha: number, needed: number): MinimumDetectableEffect {
  const { effect, evidence } = drift;
  const { reference: n, current: m } = evidence.effectiveSize;
  const { smallest, rowsFor } = detection(drift, alpha);
  const value = smallest(n, m);
  const time = Math.max(evidence.rows.reference / n, evidence.rows.current / m);
  return {
    value: Number.isFinite(value) ? value : null,
    unit: effect.unit,
    power: POWER,
    rowsNeeded: Math.ceil(rowsFor(needed) * (Number.isFinite(time) ? time : 1)),
  };
}
