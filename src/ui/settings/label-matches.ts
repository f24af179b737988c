import type { ReportPerformance } from '../../facts/document/document.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { ModelNote, NotMeasured } from '../../facts/statements/model-statements.ts';
import type { Quote } from '../../facts/statements/statement.ts';
import { proposedLabels } from './proposed-labels.ts';

/** What a label stands for: a class of the target, or itself. */
export const ITSELF = '';

/** Labels that are not the target's, and what they may stand for. */
export interface LabelMatches {
  classes: string[];
  /** Each with the class that it stands for, or that is proposed. */
  labels: { label: string; meant: string }[];
  /** Whether somebody said so. */
  isSet: boolean;
  /** Whether the model cannot be measured before somebody does. */
  isNeeded: boolean;
}

const textsOf = (quotes: readonly Quote[]): string[] =>
  quotes.flatMap(({ quote }) => (quote === null ? [] : [String(quote)]));

/** What can be matched in a report; null where there is nothing. */
export function labelMatches(performance: ReportPerformance | null, config: ConfigInput): LabelMatches | null {
  if (performance === null) return null;
  const set = config.performance?.labels ?? [];
  const isSet = config.performance?.labels !== undefined;
  if (performance.state === 'measured') {
    const known = ofMeasured(performance);
    return known === null ? null : { ...known, isSet, isNeeded: false };
  }
  const reason = performance.statements?.reason;
  if (reason?.kind !== 'labels-do-not-meet') return null;
  return { ...ofRefused(reason.values, set), isSet, isNeeded: true };
}

type Refused = Extract<NotMeasured, { kind: 'labels-do-not-meet' }>['values'];
type Known = Pick<LabelMatches, 'classes' | 'labels'>;

function ofRefused({ inTarget, inPrediction }: Refused, set: readonly { from: string; to: string }[]): Known {
  const classes = textsOf(inTarget);
  const shown = new Set(set.map(({ to }) => to));
  const unset = textsOf(inPrediction).filter((label) => !shown.has(label));
  // While a report on what was set is under way, these are still among the labels.
  const labels = [...new Set([...unset, ...set.map((pair) => pair.from)])];
  const proposed = proposedLabels(classes, labels);
  return { classes, labels: labels.map((label) => ({ label, meant: proposed.get(label) ?? ITSELF })) };
}

function ofMeasured({ whole, statements }: Extract<ReportPerformance, { state: 'measured' }>): Known | null {
  const notes = statements?.notes ?? [];
  const pairs = notes.flatMap((note) => (note.kind === 'labels-matched' ? note.values.pairs : []));
  const alone = onlyIn(notes, 'prediction');
  if (whole.task === 'regression' || (pairs.length === 0 && alone.length === 0)) return null;
  const elsewhere = new Set([...alone, ...onlyIn(notes, 'probabilities')]);
  const labels = [
    ...pairs.flatMap(({ from: label, to: shown }) => {
      const [text, meant] = textsOf([label, shown]);
      return text === undefined || meant === undefined ? [] : [{ label: text, meant }];
    }),
    ...alone.map((label) => ({ label, meant: ITSELF })),
  ];
  return { classes: whole.classes.filter((label) => !elsewhere.has(label)), labels };
}

const onlyIn = (notes: readonly ModelNote[], column: 'prediction' | 'probabilities'): string[] =>
  notes.flatMap((note) =>
    note.kind === 'classes-of-one-column' && note.values.of === column ? textsOf(note.values.classes) : [],
  );

/** The settings by which labels stand for classes as they are chosen; or, without any, as they are found to match. */
export function withLabels(config: ConfigInput, labels: LabelMatches['labels'] | null): ConfigInput {
  const performance = { ...config.performance };
  delete performance.labels;
  if (labels === null) return { ...config, performance };
  const pairs = labels.flatMap(({ label, meant }) => (meant === ITSELF ? [] : [{ from: label, to: meant }]));
  return { ...config, performance: { ...performance, labels: pairs } };
}
