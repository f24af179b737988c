import type { RunResult } from '../../analysis/run/run-result.ts';
import { thresholds } from '../../analysis/run/plan.ts';
import type { ColumnVerdict } from '../../facts/statements/column-verdict.ts';
import type { ReportDrift } from '../../facts/document/document.ts';
import type { Finding } from '../../facts/statements/findings.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import type { ReasonStatement } from '../../facts/statements/reasons.ts';
import type { ColumnDrift, ColumnResult, Score } from '../../facts/document/drift.ts';
import { unworded } from '../wording/unworded.ts';
import { binnedScores } from './binned-scores.ts';
import { disagreement, evidentlyState, evidentlyWhy, scoreValues, type Own } from './evidently.ts';
import { columnVerdict, driftState, type Judgeable, type Rule } from './verdict.ts';
import { why } from './why.ts';

/** A column's comparison with the rule that judges it. */
export interface Tested {
  drift: ColumnDrift;
  rule: Rule;
}

/** The comparison of a column that has a verdict: until every column is done there are no q-values, and so none. */
export function testedOf({ name, drift }: ColumnResult, { config }: RunResult): Tested | null {
  if (drift === null || 'notTested' in drift || drift.evidence.qValue === undefined) return null;
  return { drift, rule: ruleFor(name, drift, config) };
}

/** What the document says of a column's comparison, not yet in words; null while there is no verdict. */
export function reportDrift(
  { drift, scores, distribution }: ColumnResult,
  { tested, findings, profile }: { tested: Tested | null; findings: Finding[]; profile: Profile },
): ReportDrift | null {
  if (drift !== null && 'notTested' in drift) {
    return { ...notTested(drift.notTested), why: [], findings, scores };
  }
  if (tested === null) return null;
  const { effect, evidence, minimumDetectableEffect, outliers } = tested.drift;
  const { state, verdict, steps } = judgement(tested, scores[0], profile);
  const [score] = scores;
  return {
    ...(state === 'notTested' && score?.statements !== undefined
      ? notTested({ kind: 'statistic', values: score.statements })
      : { state, text: '', statements: { text: verdict } }),
    effect: { ...effect, threshold: tested.rule.minimum },
    evidence,
    ...(minimumDetectableEffect !== undefined && { minimumDetectableEffect }),
    why: steps.map(unworded),
    ...(outliers !== null && { outliers }),
    findings,
    scores,
    binnedScores: binnedScores(distribution, evidence),
  };
}

function notTested(reason: NotTested): Pick<ReportDrift, 'state' | 'text' | 'reason' | 'statements'> {
  return {
    state: 'notTested',
    text: '',
    reason: '',
    statements: { text: { kind: 'not-tested', values: { reason } }, reason },
  };
}

type Profile = RunResult['config']['profile'];

interface Judgement {
  state: ReportDrift['state'];
  verdict: ColumnVerdict;
  steps: ReasonStatement[];
}

/** State and steps by the profile in force, with a word on why the other one differs. */
export function judgement(
  { drift, rule }: { drift: Judgeable; rule: Rule },
  score: Score | undefined,
  profile: Profile,
): Judgement {
  const state = driftState(drift, rule);
  const verdict = columnVerdict(drift, state, rule);
  const judged: Own = { drift, rule, state };
  const differs = score === undefined ? [] : disagreement(score, judged);
  if (profile === 'evidently' && score !== undefined) {
    return {
      state: evidentlyState(score),
      verdict: { kind: 'score', values: scoreValues(score) },
      steps: [...evidentlyWhy(score, judged, verdict), ...differs],
    };
  }
  const steps = why(drift, state, rule);
  return { state, verdict, steps: [...steps.slice(0, -1), ...differs, ...steps.slice(-1)] };
}

/** A minimum in the column's own unit is one over the scale of the reference. */
function ruleFor(name: string, { effect }: ColumnDrift, config: RunResult['config']): Rule {
  const form = comparedAs(effect) === 'numeric' ? 'numeric' : 'frequencies';
  const { minimum, minimumEffectInUnit, detectable } = thresholds(name, form, config);
  const effectMinimum =
    minimumEffectInUnit === undefined || !effect.scale ? undefined : minimumEffectInUnit / effect.scale;
  return { alpha: config.alpha, minimum: effectMinimum ?? minimum, detectable };
}
