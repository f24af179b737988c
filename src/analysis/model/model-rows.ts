import { decodeDoubles } from '../../engine/columns/decode.ts';
import { errorGroups } from '../../stats/model/error-groups.ts';
import { pairRows } from '../../stats/model/pairs.ts';
import { predictedClasses, type ClassRows } from '../../stats/model/predicted-classes.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ScoredRows, Series } from './scored-rows.ts';
import type { RegressionRows } from './measured-rows.ts';

/** What a model predicts, with all that is needed to read its columns. */
export type ModelTask =
  | { kind: 'regression' }
  | {
      kind: 'classification';
      classes: string[];
      positive: number | null;
      threshold: number | null;
      hasPrediction: boolean;
      /** What certainty is in the scores: 1 or 100. */
      scale: number;
      /** Class of the i-th text of each column. */
      targetClasses: number[];
      predictionClasses: number[];
    };

/** A file's targets and predictions, in the file's order. */
export type ModelRows = { kind: 'regression'; rows: RegressionRows } | { kind: 'classification'; rows: ClassRows };

/** Targets, predictions and scores from a block of columns in this order. */
export function modelRows(task: ModelTask, block: Uint8Array): ModelRows {
  const [target = new Float64Array(), ...rest] = decodeDoubles(block);
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
      scores: task.scale === 1 ? rest : rest.map((scores) => scores.map((score) => score / task.scale)),
      places: null,
    },
  };
}

/** All that a model said of each row. */
export const predictedSeries = (side: ModelRows): ArrayLike<number>[] =>
  side.kind === 'regression'
    ? [side.rows.prediction]
    : [...(side.rows.prediction === null ? [] : [side.rows.prediction]), ...side.rows.scores];

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

interface Kind {
  name: string;
  label?: string;
  truth: number;
  guess: number;
}

/** The kinds of rows: for two classes hits and misses, for several right and wrong of each. A guess of −1 is any wrong one. */
function kindsOf(classes: readonly string[], positive: number | null): Kind[] {
  if (positive === null) {
    return classes.flatMap((label, truth) => [
      { name: 'right', label, truth, guess: truth },
      { name: 'wrong', label, truth, guess: -1 },
    ]);
  }
  const otherClass = 1 - positive;
  return [
    { name: 'TP', truth: positive, guess: positive },
    { name: 'FP', truth: otherClass, guess: positive },
    { name: 'FN', truth: positive, guess: otherClass },
    { name: 'TN', truth: otherClass, guess: otherClass },
  ];
}

function scoredClasses(rows: ClassRows, task: ModelTask, frequent: readonly number[]): ScoredRows {
  if (task.kind === 'regression') throw new Error('classes of a regression');
  const { positive, classes } = task;
  const predicted = predictedClasses(rows, task.threshold ?? 0.5);
  const kinds = kindsOf(classes, positive);
  const kindOf = (truth: number, guess: number): number => {
    if (truth < 0 || guess < 0) return -1;
    return positive === null
      ? 2 * truth + Number(truth !== guess)
      : 2 * Number(guess !== positive) + Number(truth !== positive);
  };
  const codes = codesOf(predicted.length, (row) => kindOf(rows.target[row]!, predicted[row]!));
  const series = (holds: (kind: Kind) => boolean): Series => kinds.map((kind) => Number(holds(kind)));
  const wrong = series(({ truth, guess }) => truth !== guess);
  const target = positive === null ? null : series(({ truth }) => truth === positive);
  return {
    ...{ target, error: wrong, loss: wrong, isShare: true },
    prediction: series(({ truth, guess }) => guess === (positive ?? truth)),
    groups: { names: kinds.map(({ name, label }) => ({ name, ...(label !== undefined && { label }) })), codes },
    targets:
      target === null ? frequent.map((frequentClass) => series(({ truth }) => truth === frequentClass)) : [target],
  };
}

function codesOf(rows: number, codeOf: (row: number) => number): Int32Array {
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = codeOf(row);
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
  const mostFrequent = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_CLASSES);
  return mostFrequent.map(([label]) => label);
}
