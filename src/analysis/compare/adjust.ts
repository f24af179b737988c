import {
  rowsForShift,
  rowsForTotalVariation,
  smallestDetectableShift,
  smallestDetectableTotalVariation,
} from '../../stats/adjust/smallest-detectable.ts';
import { adjustFindings } from './adjust-findings.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { corrections } from './corrections.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { thresholds } from '../run/plan.ts';
import type { DatasetQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult, FileTests, MinimumDetectableEffect } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';

const POWER = 0.8;

/** What can only be said once all columns are done: q-values, and what their sizes would have detected. */
export const adjust = (results: readonly ColumnResult[], config: Config): ColumnResult[] =>
  adjustAll(results, config, {}).columns;

/** The same with what is tested of whole files. */
export function adjustAll(
  results: readonly ColumnResult[],
  config: Config,
  dataset: PerSide<DatasetQuality>,
): { columns: ColumnResult[]; fileTests: FileTests } {
  const columns = results.map((column) => ({ ...column, drift: chooseEvidence(column, config) }));
  const correct = corrections[config.correction];
  const found = adjustFindings(columns, config, dataset);
  const tested = columns.flatMap(({ drift }) => (drift !== null && isTested(drift) ? [drift] : []));
  const qValues = correct(tested.map(({ evidence }) => evidence.pValue));
  const independent = correct(tested.map(({ evidence }) => evidence.pValueIndependent));
  const qOf: Corrected = new Map(
    tested.map((drift, i) => [drift, { qValue: qValues[i] ?? 1, qValueIndependent: independent[i] ?? 1 }]),
  );
  const rates = correct(tested.map(({ rateChange }) => rateChange?.pValue ?? 1));
  const rateOf = new Map(tested.map((drift, i) => [drift, rates[i] ?? 1]));
  return {
    columns: columns.map((column, i) => ({
      ...column,
      ...found.columns[i],
      drift: withRate(adjusted(column, qOf, config), column.drift, rateOf),
    })),
    fileTests: found.files,
  };
}

/** Q-values, with rows at what they are worth and with every row in full. */
type Corrected = ReadonlyMap<ColumnDrift, { qValue: number; qValueIndependent: number }>;

/** Columns that hold the same, or that the clock decides, take no part in the correction. */
const isTested = (drift: Exclude<ColumnResult['drift'], null>): drift is ColumnDrift =>
  'evidence' in drift && !drift.identical && drift.calendar === undefined;

/** The q-value of the level whose share changed most clearly. */
function withRate(
  drift: ColumnResult['drift'],
  before: ColumnResult['drift'],
  rateOf: ReadonlyMap<ColumnResult['drift'], number>,
): ColumnResult['drift'] {
  if (drift === null || 'notTested' in drift || drift.rateChange === undefined) return drift;
  return { ...drift, rateChange: { ...drift.rateChange, qValue: rateOf.get(before) ?? 1 } };
}

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
