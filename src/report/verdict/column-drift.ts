import type { RunResult } from '../../analysis/run/run-result.ts';
import { thresholds } from '../../analysis/run/plan.ts';
import type { ColumnVerdict, WithinSentence } from '../../facts/statements/column-verdict.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ReportDrift } from '../../facts/document/document.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { Finding } from '../../facts/statements/findings.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { Move } from '../../facts/statements/moves.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import type { ReasonStatement } from '../../facts/statements/reasons.ts';
import type { ColumnDrift, ColumnResult, Score } from '../../facts/document/drift.ts';
import { unworded } from '../wording/unworded.ts';
import { binnedScores } from './binned-scores.ts';
import { emptied } from './emptied.ts';
import { disagreement, evidentlyState, evidentlyWhy, scoreValues, type Own } from './evidently.ts';
import { moveOf } from './move.ts';
import { noDateStep, stepSentence } from './since.ts';
import { columnVerdict, driftState, type Judgeable, type Rule, type Saying } from './verdict.ts';
import { why } from './why.ts';

/** A column's comparison with the rule that judges it. */
export interface Tested {
  drift: ColumnDrift;
  rule: Rule;
}

/** The comparison of a column that has a verdict: until every column is done there are no q-values, and so none. */
export function testedOf({ name, drift }: ColumnResult, { config }: Pick<RunResult, 'config'>): Tested | null {
  if (drift === null || 'notTested' in drift || drift.evidence.qValue === undefined) return null;
  return { drift, rule: ruleFor(name, drift, config) };
}

/** What a column's part of the document is made of beside its result. */
interface Given {
  schema: ColumnSchema;
  tested: Tested | null;
  findings: Finding[];
  config: Config;
}

/** What the document says of a column's comparison, not yet in words; null while there is no verdict. */
export function reportDrift(result: ColumnResult, given: Given): ReportDrift | null {
  const { schema, config } = given;
  const drift = comparedDrift(result, given);
  const gone = config.profile === 'evidently' ? null : emptied(result, schema);
  if (drift === null || gone === null || result.missing === undefined) return drift;
  const { before, after, qValue } = gone;
  const dating = result.missingOverTime?.dating;
  const lost: ReportDrift = {
    ...drift,
    state: qValue !== null && qValue < config.alpha ? 'changed' : 'moved',
    statements: { text: { kind: 'emptied', values: { before, after } }, ...stepSentence(dating) },
    why: [
      unworded({ kind: 'emptied', values: gone, supportsChange: true } satisfies ReasonStatement),
      ...drift.why.filter(({ kind }) => kind !== 'no-date'),
      ...noDateStep(dating).map(unworded),
    ],
  };
  delete lost.reason;
  return lost;
}

function comparedDrift(result: ColumnResult, { schema, tested, findings, config }: Given): ReportDrift | null {
  const { drift, scores } = result;
  if (drift !== null && 'notTested' in drift) {
    return { ...notTested(drift.notTested), why: [], findings, scores };
  }
  if (tested === null) return null;
  const move = moveOf(result, tested.drift, schema.type === 'datetime');
  const [score] = scores;
  const { state, verdict, steps } = judgement({ ...tested, move }, score, config.profile);
  const dating = state === 'changed' || state === 'moved' ? result.dating : undefined;
  return {
    ...(state === 'notTested' && score?.statements !== undefined
      ? notTested({ kind: 'statistic', values: score.statements })
      : {
          state,
          text: '',
          statements: { text: verdict, ...withinSentence(tested.drift, schema), ...stepSentence(dating) },
        }),
    ...comparisonFacts(tested, move),
    ...(state !== 'identical' && state !== 'calendar' && testFacts(tested.drift, result)),
    why: [...steps.slice(0, -1), ...noDateStep(dating), ...steps.slice(-1)].map(unworded),
    findings,
    scores,
  };
}

/** What both files were found to differ by. */
function comparisonFacts({ drift, rule }: Tested, move: Move | null): Partial<ReportDrift> {
  const { effect, outliers, yardstick, calendar, within } = drift;
  return {
    effect: { ...effect, threshold: rule.minimum },
    ...(move !== null && { move }),
    ...(yardstick !== undefined && { yardstick }),
    ...(calendar !== undefined && { calendar }),
    ...(outliers !== null && { outliers }),
    ...(within !== undefined && { within }),
  };
}

/** How far the column moved within others, beside how far it did over all rows. */
function withinSentence({ effect, within }: ColumnDrift, { type }: ColumnSchema): { within?: WithinSentence } {
  if (within === undefined) return {};
  const { columns, whole } = within;
  const isShare = comparedAs(effect) === 'categorical';
  const unit = isShare ? 'share' : type === 'datetime' ? 'time' : 'own';
  const size = ({ value, raw = value }: { value: number; raw?: number }): number => (isShare ? value : raw);
  return { within: { kind: 'within', values: { columns, effect: size(effect), whole: size(whole), unit } } };
}

/** What the test of a column says, and could have said. */
const testFacts = (
  { evidence, minimumDetectableEffect }: ColumnDrift,
  { distribution }: ColumnResult,
): Partial<ReportDrift> => ({
  evidence,
  ...(minimumDetectableEffect !== undefined && { minimumDetectableEffect }),
  binnedScores: binnedScores(distribution, evidence),
});

function notTested(reason: NotTested): Pick<ReportDrift, 'state' | 'text' | 'reason' | 'statements'> {
  return {
    state: 'notTested',
    text: '',
    reason: '',
    statements: { text: { kind: 'not-tested', values: { reason } }, reason },
  };
}

interface Judgement {
  state: ReportDrift['state'];
  verdict: ColumnVerdict;
  steps: ReasonStatement[];
}

/** State and steps by the profile in force, with a word on why the other one differs. */
function judgement(
  { drift, rule, move }: { drift: Judgeable } & Saying,
  score: Score | undefined,
  profile: Config['profile'],
): Judgement {
  const state = driftState(drift, rule);
  const verdict = columnVerdict(drift, state, { rule, move });
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
function ruleFor(name: string, { effect }: ColumnDrift, config: Config): Rule {
  const form = comparedAs(effect) === 'numeric' ? 'numeric' : 'frequencies';
  const { minimum, minimumEffectInUnit, detectable } = thresholds(name, form, config);
  const effectMinimum =
    minimumEffectInUnit === undefined || !effect.scale ? undefined : minimumEffectInUnit / effect.scale;
  return { alpha: config.alpha, minimum: effectMinimum ?? minimum, detectable };
}
