import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ModelTask } from '../model/model-rows.ts';
import type { ScoredRows } from '../model/scored-rows.ts';

/** What a measure is the mean of, row by row; NaN in rows that it leaves out. */
export interface RowErrors {
  id: string;
  values: PerSide<Float64Array>;
  /** Whether the measure is the root of the mean. */
  isRoot: boolean;
}

/** What is known of a model's errors, row by row. */
export interface SearchedErrors {
  /** What its measures are means of; the size of the error first. */
  measures: RowErrors[];
  /** What each row costs; nothing where no cost is set. */
  costs: PerSide<Float64Array>;
}

/** The measures that are means over rows, or over the rows that are counted below the line. */
export function rowErrors(sides: PerSide<ScoredRows>, task: ModelTask): RowErrors[] {
  if (task.kind === 'regression') return errorsOfNumbers(sides);
  const byGroup = (id: string, valueIn: (scored: ScoredRows, group: number) => number): RowErrors => ({
    ...{ id, isRoot: false },
    values: mapSides(sides, (scored) => {
      const byCode = scored.groups.names.map((_, group) => valueIn(scored, group));
      const { codes } = scored.groups;
      const values = new Float64Array(codes.length);
      for (let row = 0; row < codes.length; row++) values[row] = byCode[codes[row]!] ?? NaN;
      return values;
    }),
  });
  const wrong = byGroup('error_rate', ({ loss }, group) => loss[group] ?? NaN);
  if (task.positive === null) return [wrong];
  const share = (id: string, among: readonly string[]): RowErrors =>
    byGroup(id, ({ groups }, group) => {
      const name = groups.names[group]?.name ?? '';
      return among.includes(name) ? Number(name === 'TP') : NaN;
    });
  return [wrong, share('precision', ['TP', 'FP']), share('recall', ['TP', 'FN'])];
}

function errorsOfNumbers(sides: PerSide<ScoredRows>): RowErrors[] {
  const series = (id: string, valuesOf: (scored: ScoredRows) => Float64Array, isRoot = false): RowErrors => ({
    ...{ id, isRoot, values: mapSides(sides, valuesOf) },
  });
  return [
    series('mae', ({ loss }) => Float64Array.from(loss)),
    series('rmse', ({ loss }) => Float64Array.from(loss).map((size) => size * size), true),
    series('mean_error', ({ error }) => Float64Array.from(error)),
  ];
}
