import { counted } from '../format.ts';
import type { Measured } from './features.ts';

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
export function rowsSentence({ whole, sides, names, paired, twoModels }: Measured): string {
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
  const pairs = paired ? ' Both models are compared row by row.' : twoModels ? ' The rows are not the same.' : '';
  return each.join(' ') + pairs;
}
