import type { ColumnVerdict, ColumnVerdictValues } from '../../facts/statements/column-verdict.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import type { DriftState } from '../../facts/document/verdict.ts';
import { evidentlyRule } from '../../facts/methods.ts';
import type { ReasonStatement, ReasonValues } from '../../facts/statements/reasons.ts';
import type { Score } from '../../facts/document/drift.ts';
import type { VerdictDetail } from '../../facts/statements/verdict.ts';
import { countStates, type Overall } from './overall.ts';
import { onlyOutliers, type Judgeable, type Rule } from './verdict.ts';

const isTest = ({ method }: Score): boolean => evidentlyRule(method)?.score === 'p-value';

/** Evidently's share of drifted columns from which on the data set counts as drifted. */
const DATASET_SHARE = 0.5;

/** The state of a column under Evidently's rule: it knows no third one. */
export function evidentlyState(score: Score): DriftState {
  if (score.reason !== undefined) return 'notTested';
  return score.drifted ? 'changed' : 'stable';
}

/** What the calibrated rule says of the column. */
export interface Own {
  drift: Judgeable;
  state: DriftState;
  rule: Rule;
}

/** Why the two profiles disagree on a column; none where they agree or either says nothing. */
export function disagreement(score: Score, judged: Own): ReasonStatement[] {
  if (score.reason !== undefined || judged.state === 'notTested' || judged.state === 'calendar') return [];
  if (score.drifted === (judged.state === 'changed')) return [];
  const cause =
    judged.drift.within !== undefined ? ALL_ROWS : score.drifted ? causeOfAlarm(score, judged) : causeOfSilence(score);
  return [{ kind: 'profiles', values: { score: scoreValues(score), disagreement: cause }, supportsChange: null }];
}

type Cause = ReasonValues['profiles']['disagreement'];

const ALL_ROWS: Cause = { cause: 'all-rows' };

function causeOfAlarm(score: Score, { drift, rule }: Own): Cause {
  const { effect, evidence, outliers } = drift;
  if (onlyOutliers(drift, rule)) return { cause: 'outliers', rows: outliers?.counts.current ?? 0 };
  if (isTest(score) && effect.value < rule.minimum) return { cause: 'no-minimum' };
  const full = evidence.effectiveSize.reference === evidence.rows.reference;
  if (!full && evidence.pValueIndependent < rule.alpha) return { cause: 'dependent-rows' };
  return isTest(score) ? { cause: 'no-correction' } : { cause: 'no-chance', rows: evidence.rows };
}

const causeOfSilence = (score: Score): Cause => ({ cause: isTest(score) ? 'other-differences' : 'threshold' });

export const scoreValues = ({ method, value, threshold, drifted }: Score): ColumnVerdictValues['score'] => ({
  method,
  value,
  threshold,
  drifted,
});

/** The verdict on the whole under Evidently's rule, and what stands below it. */
export function evidentlyVerdict(columns: readonly ReportColumn[]): { overall: Overall; detail: VerdictDetail[] } {
  const counts = countStates(columns.flatMap(({ drift }) => drift ?? []));
  const { changed, stable } = counts;
  const tested = changed + stable;
  if (tested === 0) {
    const said = { kind: 'nothing-compared', values: {} } as const;
    return { overall: { state: 'notTested', summary: said, parts: [said], counts }, detail: [] };
  }
  const share = changed / tested;
  const drifted = share >= DATASET_SHARE;
  const kind = drifted ? 'evidently-drifted' : 'evidently-not-drifted';
  const said = { kind, values: { changed, tested, share } } as const;
  return {
    overall: { state: drifted ? 'changed' : 'stable', summary: said, parts: [said], counts },
    detail: [{ kind: 'evidently-rule', values: {} }],
  };
}

/** The chain of steps under Evidently's rule: its score, and what the calibrated rule says. */
export const evidentlyWhy = (score: Score, judged: Own, verdict: ColumnVerdict): ReasonStatement[] => [
  { kind: 'score', values: scoreValues(score), supportsChange: score.drifted },
  { kind: 'calibrated', values: { verdict }, supportsChange: judged.state === 'changed' },
];
