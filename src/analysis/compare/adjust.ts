import { benjaminiHochberg } from '../../stats/adjust/benjamini-hochberg.ts';
import { benjaminiYekutieli } from '../../stats/adjust/benjamini-yekutieli.ts';
import { chiSquareHomogeneity } from '../../stats/compare/categorical/chi-square.ts';
import { holm } from '../../stats/adjust/holm.ts';
import { tableFromCounts, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import {
  rowsForShift,
  rowsForTotalVariation,
  smallestDetectableShift,
  smallestDetectableTotalVariation,
} from '../../stats/adjust/smallest-detectable.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { thresholds } from '../run/plan.ts';
import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult, MissingDrift, MinimumDetectableEffect } from '../../facts/document/drift.ts';
import type { Side } from '../../facts/document/side.ts';

const POWER = 0.8;

type Correct = (pValues: readonly number[]) => number[];
const corrections: Record<Config['correction'], Correct> = {
  benjamini_hochberg: benjaminiHochberg,
  benjamini_yekutieli: benjaminiYekutieli,
  holm,
};

/** What can only be said once all columns are done: q-values, and what their sizes would have detected. */
export function adjust(results: readonly ColumnResult[], config: Config): ColumnResult[] {
  const columns = results.map((column) => ({ ...column, drift: chooseEvidence(column, config) }));
  const correct = corrections[config.correction];
  const missing = adjustMissing(columns, correct);
  const tested = columns.flatMap(({ drift }) => (drift !== null && isTested(drift) ? [drift] : []));
  const qValues = correct(tested.map(({ evidence }) => evidence.pValue));
  const independent = correct(tested.map(({ evidence }) => evidence.pValueIndependent));
  const qOf: Corrected = new Map(
    tested.map((drift, i) => [drift, { qValue: qValues[i] ?? 1, qValueIndependent: independent[i] ?? 1 }]),
  );
  return columns.map((column, i) => ({
    ...column,
    drift: adjusted(column, qOf, config),
    missing: missing[i] ?? null,
  }));
}

/** Q-values, with rows at what they are worth and with every row in full. */
type Corrected = ReadonlyMap<ColumnDrift, { qValue: number; qValueIndependent: number }>;

/** Columns that hold the same, or that the clock decides, take no part in the correction. */
const isTested = (drift: Exclude<ColumnResult['drift'], null>): drift is ColumnDrift =>
  'evidence' in drift && !drift.identical && drift.calendar === undefined;

function adjusted({ name, drift }: ColumnResult, qOf: Corrected, config: Config): ColumnResult['drift'] {
  if (drift === null || 'notTested' in drift) return drift;
  const form = comparedAs(drift.effect) === 'numeric' ? 'numeric' : 'frequencies';
  return {
    ...drift,
    evidence: { ...drift.evidence, ...(qOf.get(drift) ?? { qValue: 1, qValueIndependent: 1 }) },
    minimumDetectableEffect: detectable(drift, config.alpha, thresholds(name, form, config).detectable),
  };
}

function detectable(drift: ColumnDrift, alpha: number, needed: number): MinimumDetectableEffect {
  const { effect, evidence } = drift;
  const { effectiveSize, rows, degreesOfFreedom = 1 } = evidence;
  const { reference: n, current: m } = effectiveSize;
  const sureness = { alpha, power: POWER };
  const numeric = comparedAs(effect) === 'numeric';
  const value = numeric
    ? smallestDetectableShift(n, m, sureness)
    : smallestDetectableTotalVariation({ n, m }, degreesOfFreedom, sureness);
  const rowsNeeded = numeric
    ? rowsForShift(needed, sureness)
    : rowsForTotalVariation(needed, degreesOfFreedom, sureness);
  const time = Math.max(rows.reference / n, rows.current / m);
  return {
    value: Number.isFinite(value) ? value : null,
    unit: effect.unit,
    power: POWER,
    rowsNeeded: Math.ceil(rowsNeeded * (Number.isFinite(time) ? time : 1)),
  };
}

/** Whether cells without a value became more or fewer, over all columns that have any. */
function adjustMissing(columns: readonly ColumnResult[], correct: Correct): (MissingDrift | null)[] {
  const found = columns.map(missingDrift);
  const qValues = correct(found.flatMap((drift) => (drift === null ? [] : [drift.pValue])));
  let next = 0;
  return found.map((drift) => (drift === null ? null : { ...drift, qValue: qValues[next++] ?? 1 }));
}

const gaps = (quality: ColumnQuality): number => quality.missing + quality.nan;

function missingDrift({ quality, drift }: ColumnResult): MissingDrift | null {
  const { reference, current } = quality;
  if (reference === undefined || current === undefined || reference.count === 0 || current.count === 0) return null;
  if (gaps(reference) + gaps(current) === 0) return null;
  const table = (side: Side, column: ColumnQuality): FrequencyTable => {
    const weight = effectiveShare(drift, side);
    return tableFromCounts(['present', 'missing'], [weight * (column.count - gaps(column)), weight * gaps(column)]);
  };
  const { pValue } = chiSquareHomogeneity(table('reference', reference), table('current', current));
  return { reference: gaps(reference) / reference.count, current: gaps(current) / current.count, pValue };
}

/** Rows of a slow process come in clumps, and so do their gaps: they count as the values do. */
function effectiveShare(drift: ColumnResult['drift'], side: Side): number {
  if (drift === null || 'notTested' in drift) return 1;
  const { rows, effectiveSize } = drift.evidence;
  return rows[side] > 0 ? Math.min(1, effectiveSize[side] / rows[side]) : 1;
}
