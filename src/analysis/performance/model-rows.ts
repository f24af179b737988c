import { decodeNumbers } from '../../engine/decode.ts';
import { errorGroups } from '../../stats/performance/error-groups.ts';
import { pairRows } from '../../stats/performance/pairs.ts';
import { predictedClasses, type ClassRows } from '../../stats/performance/predicted-classes.ts';
import type { PerSide } from '../results.ts';
import { mapSides } from '../sides.ts';
import type { ScoredRows } from './feature.ts';
import type { RegressionRows } from './regression.ts';

/** What a model predicts, with all that is needed to read its columns. */
export type ModelTask =
  | { kind: 'regression' }
  | {
      kind: 'classification';
      classes: string[];
      positive: number | null;
      threshold: number | null;
      hasPrediction: boolean;
      /** Class of the i-th text of each column. */
      targetClasses: number[];
      predictionClasses: number[];
    };

/** A file's targets and predictions, in the file's order. */
export type ModelRows = { kind: 'regression'; rows: RegressionRows } | { kind: 'classification'; rows: ClassRows };

/** The columns of a block of numbers; missing is NaN. */
export const columnsOf = (bytes: Uint8Array): Float64Array[] =>
  decodeNumbers(bytes).map(({ values, missing }) => {
    if (missing !== null) for (let row = 0; row < values.length; row++) if (missing[row] === 1) values[row] = NaN;
    return values;
  });

/** Targets, predictions and scores from a block of columns in this order. */
export function modelRows(task: ModelTask, block: Uint8Array): ModelRows {
  const [target = new Float64Array(), ...rest] = columnsOf(block);
  if (task.kind === 'regression') {
    const prediction = rest[0] ?? new Float64Array(target.length).fill(NaN);
    return { kind: 'regression', rows: { target, prediction, places: null } };
  }
  const coded = (positions: Float64Array, classes: readonly number[]): Int32Array =>
    codesOf(positions.length, (row) => classes[positions[row]!] ?? -1);
  const prediction = task.hasPrediction ? rest.shift() : undefined;
  return {
    kind: 'classification',
    rows: {
      target: coded(target, task.targetClasses),
      prediction: prediction === undefined ? null : coded(prediction, task.predictionClasses),
      scores: rest,
      places: null,
    },
  };
}

/** What features are held against: how the model did on each row. */
export function scoredRows(sides: PerSide<ModelRows>, task: ModelTask): PerSide<ScoredRows> {
  const frequent = frequentClasses(sides);
  return mapSides(sides, (side) =>
    side.kind === 'regression' ? scoredNumbers(side.rows) : scoredClasses(side.rows, task, frequent),
  );
}

const ERROR_GROUPS = [{ name: 'under' }, { name: 'majority' }, { name: 'over' }];

function scoredNumbers({ target, prediction }: RegressionRows): ScoredRows {
  const pairs = pairRows(target, prediction, null);
  const { low, high } = errorGroups(pairs.error) ?? { low: NaN, high: NaN };
  const group = (error: number): number => (error !== error ? -1 : error <= low ? 0 : error >= high ? 2 : 1);
  return {
    target: pairs.target,
    prediction: pairs.prediction,
    error: pairs.error,
    loss: pairs.error.map(Math.abs),
    groups: { names: ERROR_GROUPS, codes: codesOf(pairs.rows, (row) => group(pairs.error[row]!)) },
    targets: [pairs.target],
    isShare: false,
  };
}

const OUTCOMES = ['TP', 'FP', 'FN', 'TN'];

function scoredClasses(rows: ClassRows, task: ModelTask, frequent: readonly number[]): ScoredRows {
  if (task.kind === 'regression') throw new Error('classes of a regression');
  const { positive, classes } = task;
  const predicted = predictedClasses(rows, task.threshold ?? 0.5);
  const used = (row: number): boolean => rows.target[row]! >= 0 && predicted[row]! >= 0;
  const series = (of: (truth: number, guess: number) => number): Float64Array => {
    const values = new Float64Array(predicted.length);
    for (let row = 0; row < values.length; row++) {
      values[row] = used(row) ? of(rows.target[row]!, predicted[row]!) : NaN;
    }
    return values;
  };
  const codes = (of: (truth: number, guess: number) => number): Int32Array =>
    codesOf(predicted.length, (row) => (used(row) ? of(rows.target[row]!, predicted[row]!) : -1));
  const wrong = series((truth, guess) => Number(truth !== guess));
  const shared = { error: wrong, loss: wrong, isShare: true };
  if (positive !== null) {
    const target = series((truth) => Number(truth === positive));
    return {
      ...shared,
      ...{ target, targets: [target] },
      prediction: series((_, guess) => Number(guess === positive)),
      groups: {
        names: OUTCOMES.map((name) => ({ name })),
        codes: codes((truth, guess) =>
          guess === positive ? (truth === positive ? 0 : 1) : truth === positive ? 2 : 3,
        ),
      },
    };
  }
  return {
    ...shared,
    target: null,
    prediction: series((truth, guess) => Number(truth === guess)),
    groups: {
      names: classes.flatMap((label) => [
        { name: 'right', label },
        { name: 'wrong', label },
      ]),
      codes: codes((truth, guess) => 2 * truth + Number(truth !== guess)),
    },
    targets: frequent.map((which) => series((truth) => Number(truth === which))),
  };
}

function codesOf(rows: number, of: (row: number) => number): Int32Array {
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = of(row);
  return codes;
}

/** Of many classes, the relation of the most frequent ones is tested. */
const MOST_CLASSES = 8;

/** The most frequent classes of the reference, or of the only file. */
function frequentClasses({ reference, current }: PerSide<ModelRows>): number[] {
  const rows = reference ?? current;
  if (rows?.kind !== 'classification') return [];
  const counts = new Map<number, number>();
  for (const code of rows.rows.target) if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_CLASSES);
  return most.map(([which]) => which);
}
