import type { ReportColumn, ReportPerformance } from '../../facts/document/document.ts';
import type { Verdict } from '../../facts/document/verdict.ts';
import type { ReportWithin } from '../../facts/document/within.ts';
import type { VerdictPart, VerdictPartValues } from '../../facts/statements/verdict.ts';
import { modelParts } from './model-part.ts';
import { comparedColumns } from './overall.ts';

/** Columns that a sentence names. */
const MOST_NAMED = 2;

interface Told {
  columns: readonly ReportColumn[];
  counts: Verdict['counts'];
  performance: ReportPerformance | null;
}

/** What the headline says: the model, then the target where it changed or moved, then other columns that emptied, changed or moved, then what cannot be said. */
export function headlineParts({ columns, counts, performance }: Told): VerdictPart[] {
  const tested = comparedColumns(counts);
  const model = modelParts(performance);
  if (tested === 0) return [...model, { kind: 'nothing-compared', values: {} }];
  if (counts.identical === tested) {
    const values = { columns: tested, others: counts.notTested };
    return [{ kind: 'identical', values }, ...model.filter(({ kind }) => kind === 'model-naive')];
  }
  const told = performance?.state === 'measured' && performance.twoModels ? columns.filter(isInput) : columns;
  const targets = told.flatMap(targetPart);
  const scope = { tested: tested - targets.length, ...(targets.length > 0 && { other: true }) };
  const remaining = told.filter((column) => targetPart(column).length === 0);
  const moves = [
    ...emptiedPart(told),
    ...columnsPart('changed', remaining, scope),
    ...columnsPart('moved', remaining, scope),
  ];
  const quiet = moves.length === 0 ? quietPart(counts, tested) : [];
  return [...model, ...targets, ...moves, ...quiet, ...unseenPart(counts, tested)];
}

/** A target that changed or moved; what emptied is spoken of as such. */
function targetPart({ name, role, drift }: ReportColumn): VerdictPart[] {
  const state = drift?.state;
  if (role !== 'target' || (state !== 'changed' && state !== 'moved') || isEmptied({ drift })) return [];
  return [{ kind: 'target', values: { state, ...movedColumn({ name, drift }) } }];
}

/** A column by name, in which way it differs and since when. */
function movedColumn({
  name,
  drift,
}: Pick<ReportColumn, 'name' | 'drift'>): VerdictPartValues['changed']['named'][number] {
  const step = drift?.statements?.step?.values;
  return { name, move: drift?.move ?? null, ...(step !== undefined && { step }) };
}

/** Two models' predictions differ because the models do. */
const isInput = ({ role }: ReportColumn): boolean => role !== 'prediction' && role !== 'probability';

const isEmptied = ({ drift }: Pick<ReportColumn, 'drift'>): boolean => drift?.statements?.text.kind === 'emptied';

function emptiedPart(columns: readonly ReportColumn[]): VerdictPart[] {
  const found = columns
    .flatMap(({ name, drift }) => {
      const said = drift?.statements?.text;
      const step = drift?.statements?.step?.values;
      return said?.kind === 'emptied' ? [{ name, ...said.values, ...(step !== undefined && { step }) }] : [];
    })
    .sort((a, b) => b.after - b.before - (a.after - a.before));
  if (found.length === 0) return [];
  return [{ kind: 'emptied', values: { count: found.length, named: found.slice(0, MOST_NAMED) } }];
}

/** Columns of a state without those that emptied, the farthest by name. */
function columnsPart(
  state: 'changed' | 'moved',
  columns: readonly ReportColumn[],
  scope: Pick<VerdictPartValues['changed'], 'tested' | 'other'>,
): VerdictPart[] {
  const found = columns
    .filter((column) => column.drift?.state === state && !isEmptied(column))
    .sort((a, b) => strength(b) - strength(a));
  if (found.length === 0) return [];
  const named = found.slice(0, MOST_NAMED).map(movedColumn);
  return [{ kind: state, values: { count: found.length, ...scope, named } }];
}

function quietPart({ stable, identical, calendar }: Verdict['counts'], tested: number): VerdictPart[] {
  const count = stable + identical + calendar;
  return count === 0 ? [] : [{ kind: 'unchanged', values: { count, tested } }];
}

const unseenPart = ({ insufficient: count }: Verdict['counts'], tested: number): VerdictPart[] =>
  count === 0 ? [] : [{ kind: 'insufficient', values: { count, tested } }];

/** Effect in units of its minimum. */
export function strength({ drift }: Pick<ReportColumn, 'drift'>): number {
  const effect = drift?.effect;
  return effect === undefined ? 0 : effect.value / Math.max(effect.threshold, 1e-12);
}

/** By what rows are alike that are compared. */
export const withinPart = ({ columns, leftOut }: ReportWithin, rows: number): VerdictPart[] =>
  columns.length === 0 ? [] : [{ kind: 'within', values: { columns, leftOut: leftOut.current, rows } }];
