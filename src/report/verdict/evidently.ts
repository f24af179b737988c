import { evidentlyRule, type EvidentlyMethod } from '../../facts/methods.ts';
import type { ColumnDrift, Score } from '../../facts/results.ts';
import type { DriftState, Reason, ReportColumn, Verdict } from '../../facts/document.ts';
import type { SidesWords } from '../side-words.ts';
import { onlyOutliers, type Rule } from './verdict.ts';
import { words } from '../../words/words.ts';
import { count, counted, number, share } from '../words.ts';

const isTest = ({ method }: Score): boolean => evidentlyRule(method)?.score === 'p-value';

const nameOf = ({ method }: Score): string =>
  evidentlyRule(method) === undefined ? method : words.evidentlyMethods[method as EvidentlyMethod];

/** Evidently's share of drifted columns from which on the data set counts as drifted. */
const DATASET_SHARE = 0.5;

/** The state of a column under Evidently's rule: it knows no third one. */
export function evidentlyState(score: Score): DriftState {
  if (score.reason !== undefined) return 'notTested';
  return score.drifted ? 'changed' : 'stable';
}

/** The score in a sentence: "Evidently’s Jensen-Shannon distance is 0.13, at or above 0.1: drift." */
export function evidentlyText(score: Score): string {
  if (score.reason !== undefined) return `Not tested: ${score.reason}.`;
  const value = score.value === null ? 'not a number' : number(score.value);
  const side = score.drifted === isTest(score) ? 'below' : 'above';
  return `Evidently’s ${nameOf(score)} is ${value}, ${side} ${number(score.threshold)}: ${score.drifted ? 'drift' : 'no drift'}.`;
}

/** Why the two profiles disagree on a column; null where they agree or either says nothing. */
export function disagreement(score: Score, own: Own): string | null {
  if (score.reason !== undefined || own.state === 'notTested') return null;
  if (score.drifted === (own.state === 'changed')) return null;
  const words = evidentlyText(score).replace(/: (no )?drift\.$/, '');
  if (!score.drifted) return `${words}, so it sees no drift: ${whyBlind(score)}.`;
  return `${words}, so it calls this drift: ${whyLoud(score, own)}.`;
}

/** What the calibrated rule says of the column. */
export interface Own {
  drift: ColumnDrift;
  state: DriftState;
  rule: Rule;
  words: SidesWords;
}

function whyLoud(score: Score, { drift, rule, words }: Own): string {
  const { effect, evidence, outliers } = drift;
  if (onlyOutliers(drift, rule)) {
    const rows = counted(outliers?.counts.current ?? 0, 'row');
    return `its score counts ${rows} outside the ordinary range of ${words.reference.noun}`;
  }
  if (isTest(score) && effect.value < rule.floor)
    return 'it asks whether there is a change, not whether it is large enough to matter';
  const full = evidence.effectiveSize.reference === evidence.rows.reference;
  if (!full && evidence.pValueIndependent < rule.alpha)
    return 'it counts every row in full, though neighbouring rows depend on each other';
  if (isTest(score)) return 'it does not correct for the number of columns';
  const rows = `${count(evidence.rows.reference)} and ${count(evidence.rows.current)}`;
  return `it does not ask whether chance alone would do that with ${rows} rows`;
}

const whyBlind = (score: Score): string =>
  isTest(score) ? 'its test looks at other differences' : 'its distance puts the change under its fixed threshold';

/** The sentence about the whole under Evidently's rule. */
export function evidentlyVerdict(columns: readonly ReportColumn[]): Verdict {
  const of = (state: DriftState): number => columns.filter(({ drift }) => drift?.state === state).length;
  const counts = { changed: of('changed'), stable: of('stable'), insufficient: 0, notTested: of('notTested') };
  const tested = counts.changed + counts.stable;
  if (tested === 0) return { state: 'notTested', summary: 'No column could be compared.', counts };
  const part = counts.changed / tested;
  const drifted = part >= DATASET_SHARE;
  const summary = `By Evidently’s rule ${count(counts.changed)} of ${counted(tested, 'column')} drifted (${share(part)}); the data set ${drifted ? 'drifted' : 'did not drift'}.`;
  const detail =
    'Each column is judged by its own score alone: without effective sizes, correction for the number of columns, or a third state.';
  return { state: drifted ? 'changed' : 'stable', summary, detail, counts };
}

/** The chain of facts under Evidently's rule: its score, and what the calibrated rule says. */
export function evidentlyWhy(score: Score, own: Own, ownText: string): Reason[] {
  return [
    { text: `Score: ${evidentlyText(score)}`, forChange: score.drifted },
    { text: `Calibrated: ${ownText}`, forChange: own.state === 'changed' },
  ];
}
