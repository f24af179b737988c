import type { RunResult } from '../analysis/run/run-result.ts';
import type { ModelNote } from '../facts/statements/model-statements.ts';
import { isDated } from '../facts/document/drift.ts';
import { SIDES } from '../facts/document/sides.ts';
import { quote } from '../facts/statements/statement.ts';
import type { Measured } from './findings/finding.ts';
import { toldStep } from './verdict/since.ts';

/** What a file lacks: a target that has not come yet, classes that it does not know or has no row of, percentages. */
export const modelNotes = (model: Measured, inputs: RunResult['inputs']): ModelNote[] => [
  ...lateNote(model, inputs),
  ...classNotes(model),
  ...emptyClassNotes(model),
  ...nearZeroNotes(model),
  ...allRowsNotes(model),
];

/** Since when the error has another level, or why that is not told. */
export function sinceNotes(error: RunResult['errorSince']): ModelNote[] {
  if (error === undefined) return [];
  const { measure, dating } = error;
  if (!isDated(dating)) return [{ kind: 'error-no-date', values: { measure, noDate: dating } }];
  const { before, after } = dating;
  return [{ kind: 'error-since', values: { measure, ...toldStep(dating), before, after } }];
}

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

function emptyClassNotes({ whole }: Measured): ModelNote[] {
  if (whole.task === 'regression') return [];
  const { classes, confusion } = whole;
  return SIDES.flatMap((side): ModelNote[] => {
    const matrix = confusion[side] ?? [];
    const predicted = (index: number): number => matrix.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    const empty = classes.flatMap((label, index) => {
      const hasRows = matrix[index]?.some((rows) => rows > 0) ?? true;
      return hasRows || predicted(index) === 0 ? [] : [quote(label, predicted(index))];
    });
    return empty.length === 0 ? [] : [{ kind: 'classes-without-rows', values: { side, classes: empty } }];
  });
}

function nearZeroNotes({ whole }: Measured): ModelNote[] {
  if (whole.task !== 'regression') return [];
  const { nearZeroTargets, rows } = whole;
  const files = SIDES.flatMap((side) => {
    const left = nearZeroTargets[side] ?? 0;
    return left === 0 ? [] : [{ side, rows: left, used: rows[side]?.used ?? 0 }];
  });
  return files.length === 0 ? [] : [{ kind: 'targets-near-zero', values: { files } }];
}

function allRowsNotes({ within }: Measured): ModelNote[] {
  if (within === undefined || within.others.length === 0) return [];
  const { columns, others: measures } = within;
  return [{ kind: 'measures-over-all-rows', values: { columns, measures } }];
}
