import type { RunResult } from '../../analysis/run/run-result.ts';
import { thresholds } from '../../analysis/run/plan.ts';
import { comparedAs } from '../../facts/methods.ts';
import type { ColumnDrift, ColumnResult, ColumnSchema, Score } from '../../facts/results.ts';
import { columnFindings } from '../findings/column-findings.ts';
import type { ReportDrift } from '../../facts/document.ts';
import { drawnScores } from './drawn-scores.ts';
import { disagreement, evidentlyState, evidentlyText, evidentlyWhy, type Own } from './evidently.ts';
import { outlierFindings } from '../findings/outlier-findings.ts';
import { sideWords, unitWords, type SidesWords } from '../side-words.ts';
import { driftState, driftText, type Rule } from './verdict.ts';
import { why } from './why.ts';

/** What the document says of a column's comparison; null while there is no verdict. */
export function reportDrift(schema: ColumnSchema, result: ColumnResult, run: RunResult): ReportDrift | null {
  const { drift, scores } = result;
  if (drift === null) return null;
  const findings = columnFindings(schema, result, run);
  if ('notTested' in drift) {
    const reason = drift.notTested;
    return { state: 'notTested', text: `Not tested: ${reason}.`, reason, why: [], findings, scores };
  }
  // Until every column is done there are no q-values, and so no verdict.
  if (drift.evidence.qValue === undefined) return null;
  const rule = ruleFor(schema.name, drift, run);
  const words = sideWords(run.performance);
  const own = { drift: inWords(drift, words), state: driftState(drift, rule), rule, words };
  return {
    ...judgement(own, scores[0], run.config.profile),
    effect: { ...drift.effect, threshold: rule.floor },
    evidence: drift.evidence,
    ...(drift.smallestDetectable !== undefined && { smallestDetectable: drift.smallestDetectable }),
    ...(drift.outliers !== null && { outliers: drift.outliers }),
    findings: [...outlierFindings(own, schema.name), ...findings],
    scores,
    drawnScores: drawnScores(result.distribution, drift.evidence),
  };
}

/** As sentences speak of it: the document keeps the unit's own name. */
const inWords = (drift: ColumnDrift, words: SidesWords): ColumnDrift => ({
  ...drift,
  effect: { ...drift.effect, unit: unitWords(drift.effect.unit, words) },
});

/** State, sentence and reasons by the profile in force, with a word on why the other one differs. */
function judgement(
  own: Own,
  score: Score | undefined,
  profile: RunResult['config']['profile'],
): Pick<ReportDrift, 'state' | 'text' | 'why' | 'reason'> {
  const { drift, state, rule } = own;
  const text = driftText(drift, state, rule);
  const other = score === undefined ? null : disagreement(score, own);
  const differs = other === null ? [] : [{ text: `Profiles: ${other}`, forChange: null }];
  if (profile === 'evidently' && score !== undefined) {
    return {
      state: evidentlyState(score),
      text: evidentlyText(score),
      ...(score.reason !== undefined && { reason: score.reason }),
      why: [...evidentlyWhy(score, own, text), ...differs],
    };
  }
  const reasons = why(drift, state, rule);
  return { state, text, why: [...reasons.slice(0, -1), ...differs, ...reasons.slice(-1)] };
}

/** A floor in the column's own unit is one over the scale of the reference. */
function ruleFor(name: string, { effect }: ColumnDrift, { config }: RunResult): Rule {
  const form = comparedAs(effect) === 'numeric' ? 'numeric' : 'frequencies';
  const { floor, floorOwnUnit, resolution } = thresholds(name, form, config);
  const own = floorOwnUnit === undefined || !effect.scale ? undefined : floorOwnUnit / effect.scale;
  return { alpha: config.alpha, floor: own ?? floor, resolution };
}
