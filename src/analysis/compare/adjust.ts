import { adjustFindings } from './adjust-findings.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { corrections, levelOfOne } from './corrections.ts';
import { detectable } from './detectable.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { thresholds } from '../run/plan.ts';
import type { DatasetQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult, FileTests } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';

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
  const holding = qValues.filter((q) => q < config.alpha).length;
  const rates = correct(tested.map(({ rateChange }) => rateChange?.pValue ?? 1));
  const ratesIndependent = correct(tested.map(({ rateChange }) => rateChange?.pValueIndependent ?? 1));
  const rateOf = new Map(
    tested.map((drift, i) => [drift, { qValue: rates[i] ?? 1, qValueIndependent: ratesIndependent[i] ?? 1 }]),
  );
  return {
    columns: columns.map((column, i) => ({
      ...column,
      ...found.columns[i],
      drift: withRate(adjusted(column, { qOf, holding }, config), column.drift, rateOf),
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
  rateOf: ReadonlyMap<ColumnResult['drift'], { qValue: number; qValueIndependent: number }>,
): ColumnResult['drift'] {
  if (drift === null || 'notTested' in drift || drift.rateChange === undefined) return drift;
  return { ...drift, rateChange: { ...drift.rateChange, ...rateOf.get(before) } };
}

function adjusted(
  { name, drift }: ColumnResult,
  { qOf, holding }: { qOf: Corrected; holding: number },
  config: Config,
): ColumnResult['drift'] {
  if (drift === null || 'notTested' in drift) return drift;
  const form = comparedAs(drift.effect) === 'numeric' ? 'numeric' : 'frequencies';
  const found = qOf.get(drift) ?? { qValue: 1, qValueIndependent: 1 };
  const standing = { tests: qOf.size, holding, holds: found.qValue < config.alpha };
  const level = levelOfOne(config.correction, config.alpha, standing);
  return {
    ...drift,
    evidence: { ...drift.evidence, ...found },
    minimumDetectableEffect: detectable(drift, level, thresholds(name, form, config).detectable),
  };
}
