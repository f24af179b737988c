import type { RunResult } from '../analysis/run/run-result.ts';
import type { ModelNote } from '../facts/statements/model-statements.ts';
import { SIDES } from '../facts/document/sides.ts';
import { quote } from '../facts/statements/statement.ts';
import type { Measured } from './findings/finding.ts';

/** What one file lacks beside the other: a target that has not come yet, classes that it does not know. */
export const modelNotes = (model: Measured, inputs: RunResult['inputs']): ModelNote[] => [
  ...lateNote(model, inputs),
  ...classNotes(model),
];

function lateNote({ target, sides }: Measured, inputs: RunResult['inputs']): ModelNote[] {
  if (Object.keys(inputs).length === sides.length) return [];
  const side = sides.includes('reference') ? 'current' : 'reference';
  return [{ kind: 'target-late', values: { target, side } }];
}

function classNotes({ whole }: Measured): ModelNote[] {
  if (whole.task === 'regression') return [];
  const { classes, confusion, onlyIn } = whole;
  return SIDES.flatMap((side): ModelNote[] => {
    const missing = onlyIn[side] ?? [];
    const rowsOf = (label: string): number | undefined =>
      confusion[side]?.[classes.indexOf(label)]?.reduce((sum, rows) => sum + rows, 0);
    const values = { side, classes: missing.map((label) => quote(label, rowsOf(label))) };
    return missing.length === 0 ? [] : [{ kind: 'classes-in-one-file', values }];
  });
}
