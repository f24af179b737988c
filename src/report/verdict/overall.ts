import { driftState, type DriftState, type Verdict } from '../../facts/document/verdict.ts';
import type { VerdictPart, VerdictSummary } from '../../facts/statements/verdict.ts';

/** A column as the sentences about the data set need it. */
export interface Judged {
  name: string;
  state: DriftState;
  /** Effect in units of its minimum, to rank columns of different kinds. */
  strength: number;
}

/** The verdict on the whole before it is put into words. */
export type Overall = Pick<Verdict, 'state' | 'counts'> & { summary: VerdictSummary; parts: VerdictPart[] };

/** How many columns are in each state. */
export function countStates(columns: readonly Pick<Judged, 'state'>[]): Verdict['counts'] {
  const counts = Object.fromEntries(driftState.options.map((state) => [state, 0])) as Verdict['counts'];
  for (const { state } of columns) counts[state] += 1;
  return counts;
}

/** Columns that were compared, whatever became of them. */
export const comparedColumns = (counts: Verdict['counts']): number =>
  driftState.options.reduce((sum, state) => sum + (state === 'notTested' ? 0 : counts[state]), 0);

/**
 * State and counting sentence of the whole: changed when any column has, else moved when any has, identical when all
 * are, stable when any is, insufficient when none could be called either way.
 */
export function overallVerdict(columns: readonly Judged[]): Omit<Overall, 'parts'> {
  const counts = countStates(columns);
  const { changed, moved, stable, insufficient, identical, calendar } = counts;
  const tested = comparedColumns(counts);
  const top = strongest(columns)[0]?.name ?? '';
  if (tested === 0) return { state: 'notTested', summary: { kind: 'nothing-compared', values: {} }, counts };
  if (changed > 0)
    return { state: 'changed', summary: { kind: 'changed', values: { changed, moved, tested, most: top } }, counts };
  if (moved > 0) return { state: 'moved', summary: { kind: 'moved', values: { moved, tested, most: top } }, counts };
  if (identical === tested) return { state: 'identical', summary: { kind: 'identical', values: { tested } }, counts };
  const quiet = stable + identical + calendar;
  if (quiet > 0) {
    return { state: 'stable', summary: { kind: 'stable', values: { stable: quiet, tested, insufficient } }, counts };
  }
  return { state: 'insufficient', summary: { kind: 'insufficient', values: { tested } }, counts };
}

/** Columns that changed, else those that moved, the farthest first. */
function strongest(columns: readonly Judged[]): Judged[] {
  const farthest = (wanted: DriftState): Judged[] =>
    columns.filter(({ state }) => state === wanted).sort((a, b) => b.strength - a.strength);
  return [...farthest('changed'), ...farthest('moved')];
}
