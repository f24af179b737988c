import { roleReasonValues, typeReasonValues } from '../../facts/statements/column-reasons.ts';
import { adviceValues } from '../../facts/statements/advice.ts';
import { chosenRowsValues } from '../../facts/statements/chosen-rows.ts';
import { columnVerdictValues, stepValues, withinSentenceValues } from '../../facts/statements/column-verdict.ts';
import { conditionValues } from '../../facts/statements/condition-statements.ts';
import type { Report, ReportColumn, ReportDrift, ReportPerformance } from '../../facts/document/document.ts';
import type { Verdict } from '../../facts/document/verdict.ts';
import { findingValues } from '../../facts/statements/findings.ts';
import {
  modelNoteValues,
  modelSummaryValues,
  notMeasuredValues,
  taskReasonValues,
} from '../../facts/statements/model-statements.ts';
import { notTestedValues } from '../../facts/statements/not-tested.ts';
import { reasonValues } from '../../facts/statements/reasons.ts';
import type { Score } from '../../facts/document/drift.ts';
import { statisticReasonValues } from '../../facts/statements/statistic-reasons.ts';
import { verdictDetailValues, verdictPartValues, verdictSummaryValues } from '../../facts/statements/verdict.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SidesWords } from '../../words/en/sides.ts';
import { wordedInput } from '../../words/reading-text.ts';
import { words } from '../../words/words.ts';
import { sideWords, wordsBySide } from '../side-words.ts';
import { textOf, type TextOf, type Told } from './text-of.ts';

/**
 * The document with every text made of its kind and values, in the page's language. Texts of documents that carry no
 * values stay as they were written.
 */
export function wordReport(report: Report): Report {
  const sides = sideWords(report.performance);
  const say = sayingWith(sides);
  return {
    ...report,
    inputs: mapSides(report.inputs, wordedInput),
    ...(report.filter !== undefined && { filter: reworded(report.filter, say.chosen) }),
    ...(report.split !== undefined && { split: reworded(report.split, say.chosen) }),
    verdict: wordVerdict(report.verdict, say),
    ...(report.advice !== undefined && { advice: report.advice.map((advice) => reworded(advice, say.advice)) }),
    columns: report.columns.map((column) => wordColumn(column, say)),
    dataset: { ...report.dataset, findings: report.dataset.findings.map((finding) => reworded(finding, say.finding)) },
    performance: report.performance && wordPerformance(report.performance, sides, say),
    conditions: report.conditions.map((condition) => reworded(condition, say.condition)),
  };
}

/** How each family is said of these files. */
const sayingWith = (sides: SidesWords) => ({
  advice: textOf(adviceValues, words.advice, sides),
  chosen: textOf(chosenRowsValues, words.chosenRows, sides),
  finding: textOf(findingValues, words.findings.sentences, sides),
  reason: textOf(reasonValues, words.reasons.steps, sides),
  column: textOf(columnVerdictValues, words.verdict.column, sides),
  within: textOf(withinSentenceValues, words.verdict.within, sides),
  step: textOf(stepValues, words.verdict.step, sides),
  notTested: textOf(notTestedValues, words.reasons.notTested, sides),
  statistic: textOf(statisticReasonValues, words.statistics.reasons, sides),
  type: textOf(typeReasonValues, words.reasons.types, sides),
  role: textOf(roleReasonValues, words.reasons.roles, sides),
  part: textOf(verdictPartValues, words.verdict.parts, sides),
  summary: textOf(verdictSummaryValues, words.verdict.summary, sides),
  detail: textOf(verdictDetailValues, words.verdict.detail, sides),
  condition: textOf(conditionValues, words.conditions.sentences, sides),
  task: textOf(taskReasonValues, words.model.tasks, sides),
  notMeasured: textOf(notMeasuredValues, words.model.notMeasured, sides),
  model: textOf(modelSummaryValues, words.model.summary, sides),
  note: textOf(modelNoteValues, words.model.notes, sides),
});

type Saying = ReturnType<typeof sayingWith>;

const reworded = <One extends Told & { text: string }>(statement: One, say: TextOf): One => ({
  ...statement,
  text: say(statement, statement.text),
});

function wordVerdict(verdict: Verdict, say: Saying): Verdict {
  const { statements, summary, detail = '' } = verdict;
  if (statements === undefined) return verdict;
  const sentences = statements.detail.map((sentence) => say.detail(sentence, ''));
  const parts = verdict.parts?.map((part) => reworded(part, say.part));
  return {
    ...verdict,
    ...(parts !== undefined && { parts, headline: words.verdict.sentences(parts.map(({ text }) => text)) }),
    summary: say.summary(statements.summary, summary),
    ...(sentences.length > 0 && { detail: sentences.includes('') ? detail : words.verdict.sentences(sentences) }),
  };
}

function wordColumn(column: ReportColumn, say: Saying): ReportColumn {
  const { statements, drift } = column;
  return {
    ...column,
    typeReason: say.type(statements?.typeReason, column.typeReason),
    roleReason: say.role(statements?.roleReason, column.roleReason),
    drift: drift && wordDrift(drift, say),
  };
}

function wordDrift(drift: ReportDrift, say: Saying): ReportDrift {
  const { statements, reason } = drift;
  return {
    ...drift,
    text: wordedText(drift, say),
    ...(reason !== undefined && { reason: say.notTested(statements?.reason, reason) }),
    why: drift.why.map((step) => reworded(step, say.reason)),
    findings: drift.findings.map((finding) => reworded(finding, say.finding)),
    scores: drift.scores.map((score) => wordScore(score, say)),
  };
}

function wordedText({ statements, text }: ReportDrift, say: Saying): string {
  const sentence = say.column(statements?.text, text);
  const within = statements?.within === undefined ? [] : [say.within(statements.within, '')];
  const step = statements?.step === undefined ? [] : [say.step(statements.step, '')];
  return within.length + step.length === 0 ? sentence : words.verdict.sentences([sentence, ...within, ...step]);
}

const wordScore = (score: Score, say: Saying): Score =>
  score.reason === undefined ? score : { ...score, reason: say.statistic(score.statements?.reason, score.reason) };

function wordPerformance(performance: ReportPerformance, sides: SidesWords, say: Saying): ReportPerformance {
  const { statements, summary } = performance;
  const shared = { summary: say.model(statements?.summary, summary) };
  if (performance.state === 'notMeasured') {
    return { ...performance, ...shared, reason: say.notMeasured(performance.statements?.reason, performance.reason) };
  }
  const { taskReason, notes, findings } = performance;
  const said = performance.statements?.notes;
  return {
    ...performance,
    ...shared,
    names: wordsBySide(sides, 'heading'),
    taskReason: say.task(performance.statements?.taskReason, taskReason),
    notes: said === undefined ? notes : said.map((note, i) => say.note(note, notes[i] ?? '')),
    findings: findings.map((finding) => reworded(finding, say.finding)),
  };
}
