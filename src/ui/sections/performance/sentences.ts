import { counted } from '../../../words/en/grammar.ts';
import type { Measured } from './features/features.ts';

const tasks: Record<Measured['task'], string> = {
  regression: 'Regression',
  binary: 'Two classes',
  multiclass: 'Several classes',
};

const quoted = (name: string) => `“${name}”`;

/** What is measured against what, and why in this way. */
export function taskSentence({ task, taskReason, target, prediction, probabilities, positive }: Measured): string {
  const columns = probabilities.map(({ column }) => quoted(column)).join(', ');
  const by = [prediction === null ? null : quoted(prediction), columns === '' ? null : `probabilities in ${columns}`]
    .filter(Boolean)
    .join(', ');
  const looked = positive === null ? '' : ` The class that is looked for is ${quoted(positive)}.`;
  return `${tasks[task]}, since ${taskReason}: ${quoted(target)} against ${by}.${looked}`;
}

/** How many rows there are to measure by, and which were left out. */
export function rowsSentence(performance: Measured): string {
  const { whole, sides, names } = performance;
  const each = sides.flatMap((side) => {
    const rows = whole.rows[side];
    if (rows === undefined) return [];
    const without = [
      rows.missingTarget > 0 ? `${counted(rows.missingTarget, 'row')} without a target` : null,
      rows.missingPrediction > 0 ? `${counted(rows.missingPrediction, 'row')} without a prediction` : null,
    ].filter(Boolean);
    const left = without.length === 0 ? '' : `, ${without.join(' and ')} left out`;
    return [`${names[side]}: ${counted(rows.used, 'row')}${left}.`];
  });
  return `${each.join(' ')} ${pairsSentence(performance)}`.trim();
}

/** How the rows of two models belong together, and which do not. */
function pairsSentence({ pairing, twoModels, sides, names }: Measured): string {
  if (!pairing) return twoModels ? 'Nothing tells which rows of the two files are the same.' : '';
  if (pairing.by === 'order') return 'Both models are compared row by row, in the order of the rows.';
  const left = sides.flatMap((side) => {
    const { alone, double, without } = pairing;
    const kinds = [
      (alone[side] ?? 0) > 0 ? `${counted(alone[side] ?? 0, 'row')} the other file does not have` : null,
      (double[side] ?? 0) > 0 ? `${counted(double[side] ?? 0, 'row')} whose identifier is not the only one` : null,
      (without[side] ?? 0) > 0 ? `${counted(without[side] ?? 0, 'row')} without one` : null,
    ].filter(Boolean);
    return kinds.length === 0 ? [] : [`${names[side]} leaves out ${kinds.join(', ')}.`];
  });
  const apart = pairing.targetsApart > 0 ? `In ${counted(pairing.targetsApart, 'pair')} the targets differ.` : '';
  const paired = `Both models are compared on ${counted(pairing.pairs, 'row')} paired by ${quoted(pairing.column ?? '')}.`;
  return [paired, ...left, apart].filter(Boolean).join(' ');
}
