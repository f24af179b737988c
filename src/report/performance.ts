import type { ConceptDrift, FeatureResult, Metric, Performance } from '../facts/performance.ts';
import type { RunResult } from '../analysis/run/run-result.ts';
import type { Config } from '../facts/settings.ts';
import type { Side } from '../facts/results.ts';
import type { Finding, ReportPerformance } from '../facts/document.ts';
import { modelNotes } from './model-notes.ts';
import { sideWords, wordsBySide, type SidesWords } from './side-words.ts';
import { count, number, share } from './words.ts';

type Measured = Extract<Performance, { state: 'measured' }>;

/** Measures as sentences call them; `share` where they are read as a percentage. */
const HEADLINES: Record<string, { name: string; lowerIsBetter: boolean }> = {
  mae: { name: 'Mean absolute error', lowerIsBetter: true },
  roc_auc: { name: 'ROC AUC', lowerIsBetter: false },
  f1: { name: 'F1', lowerIsBetter: false },
  macro_f1: { name: 'Macro F1', lowerIsBetter: false },
};

/** The measure that the sentence speaks of, by task; the first that is defined. */
const HEADLINE_OF: Record<Measured['task'], readonly string[]> = {
  regression: ['mae'],
  binary: ['f1', 'roc_auc'],
  multiclass: ['macro_f1'],
};

/** The document's part on the model, with its sentence and what is to be looked at. */
export function reportPerformance({ performance, config, inputs }: RunResult): ReportPerformance | null {
  if (performance === null) return null;
  if (performance.state === 'notMeasured') {
    const summary = `How good the model is was not measured: ${performance.reason}.`;
    return { ...performance, summary };
  }
  const words = sideWords(performance);
  return {
    ...performance,
    names: wordsBySide(words, 'heading'),
    summary: sentence(performance, words),
    notes: [...performance.notes, ...modelNotes(performance, inputs, words)],
    findings: [...scoreFindings(performance, words), ...conceptFindings(performance, config, words)],
  };
}

/** "Mean absolute error grew from 8.1 to 10.8: +33% (95% interval +29% to +37%), more than noise." */
function sentence(performance: Measured, words: SidesWords): string {
  const found = HEADLINE_OF[performance.task].map((id) =>
    performance.whole.metrics.find((metric) => metric.id === id && Object.values(metric.values).some(Boolean)),
  );
  const metric = found.find((one) => one !== undefined);
  const headline = metric && HEADLINES[metric.id];
  if (metric === undefined || headline === undefined) return 'No measure of the model is defined on these rows.';
  const { reference, current } = metric.values;
  if (!reference || !current || metric.difference === null) {
    const only = reference ?? current;
    return only ? `${headline.name} is ${number(only.value)}${between(only)}.` : `${headline.name} is not defined.`;
  }
  const { difference } = metric;
  const of = (side: Side): string => (performance.twoModels ? ` of ${words[side].noun}` : '');
  const from = `${number(reference.value)}${of('reference')}`;
  const to = `${number(current.value)}${of('current')}`;
  return `${headline.name} ${moved(metric, performance.twoModels)} ${from} to ${to}: ${bySize(difference)}.`;
}

function moved({ difference }: Metric, twoModels: boolean): string {
  if (twoModels) return 'goes from';
  if (difference === null || !difference.beyondNoise) return 'went from';
  return difference.value > 0 ? 'grew from' : 'fell from';
}

const between = ({ low, high }: { low: number | null; high: number | null }): string =>
  low === null || high === null ? '' : ` (95% interval ${number(low)} to ${number(high)})`;

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text.replace('-', '−'));

function bySize(difference: NonNullable<Metric['difference']>): string {
  const { relative } = difference;
  const verdict =
    difference.low === null
      ? 'too few independent rows to tell from noise'
      : difference.beyondNoise
        ? 'more than noise'
        : 'no more than noise';
  const shown = relative ?? difference;
  const words = (value: number): string => signed(relative === null ? number(value) : share(value), value);
  const interval =
    shown.low === null || shown.high === null ? '' : ` (95% interval ${words(shown.low)} to ${words(shown.high)})`;
  return `${words(shown.value)}${interval}, ${verdict}`;
}

/** Probabilities that are none. */
function scoreFindings({ whole, probabilities }: Measured, words: SidesWords): Finding[] {
  if (whole.task === 'regression') return [];
  const [first] = probabilities;
  const column = probabilities.length === 1 && first !== undefined ? { column: first.column } : {};
  return (['reference', 'current'] as const).flatMap((side) => {
    const { outside = 0, sumsOff = 0 } = whole.scoreTrouble[side] ?? {};
    const found: Finding[] = [];
    const file = `the ${words[side].name} file`;
    if (outside > 0) {
      const text = `${count(outside)} probabilities of ${file} lie outside 0 to 1: measures that need probabilities are left out.`;
      found.push({ kind: 'probability-outside', severity: 'high', text, side, value: outside, ...column });
    }
    if (sumsOff > 0) {
      const text = `In ${count(sumsOff)} rows of ${file} the probabilities of the classes do not add up to 1.`;
      found.push({ kind: 'probability-sum', severity: 'medium', text, side, value: sumsOff });
    }
    return found;
  });
}

/** Whether a feature's relation to the target changed by enough to matter, and by more than luck. */
export const behavesDifferently = (concept: FeatureResult['concept'], config: Config): concept is ConceptDrift =>
  concept !== null &&
  'pValue' in concept &&
  (concept.qValue ?? 1) <= config.alpha &&
  concept.effect >= config.floors.numeric;

/** How far the target lies off, as its kind is spoken of. */
export const conceptSize = (effect: number, task: Measured['task']): string =>
  task === 'regression' ? `${number(effect)} of its standard deviations` : `${share(effect)} of the rows`;

function conceptFindings({ features, task }: Measured, config: Config, { reference }: SidesWords): Finding[] {
  return features.flatMap(({ name, concept }): Finding[] => {
    if (!behavesDifferently(concept, config)) return [];
    const text = `“${name}” behaves differently: at the same values of it the target is another than in ${reference.noun}, typically by ${conceptSize(concept.effect, task)}.`;
    return [{ kind: 'concept-drift', severity: 'medium', text, column: name, value: concept.effect }];
  });
}
