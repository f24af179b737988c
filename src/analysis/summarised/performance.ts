import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';
import { modelColumns } from '../model/task.ts';
import type { NotMeasured } from '../../facts/statements/model-statements.ts';
import { summarisedClasses } from './classes.ts';
import { commonOf, missingIn, type ModelNames } from './model-names.ts';
import { summarisedRegression, type SummarisedErrors } from './regression.ts';

type Measured = Extract<Performance, { state: 'measured' }>;

/** How good the model is, as counts of classes or sums of errors tell; null where there is no model. */
export function summarisedPerformance(
  files: PerSide<SummaryFile>,
  schema: readonly ColumnSchema[],
  config: Config,
): Performance | null {
  const sides = SIDES.filter((side) => files[side] !== undefined);
  const columns = modelColumns(schema, sides, { results: new Map(), config });
  if (columns === null) return null;
  if ('notMeasured' in columns) return { state: 'notMeasured', reason: columns.notMeasured };
  const { target, prediction, candidates } = columns;
  const names: ModelNames = {
    ...{ target: target.name, prediction: prediction?.name ?? null },
    probabilities: new Set(candidates.map(({ name }) => name)),
  };
  return (
    ofErrors(files, names, config) ??
    summarisedClasses(files, names, config) ?? { state: 'notMeasured', reason: notCounted(names) }
  );
}

const notCounted = ({ target, prediction }: ModelNames): NotMeasured =>
  prediction === null
    ? { kind: 'needs-rows', values: { target } }
    : { kind: 'not-counted', values: { target, prediction } };

function ofErrors(files: PerSide<SummaryFile>, names: ModelNames, { seed }: Config): Measured | null {
  const known: PerSide<SummarisedErrors> = {};
  mapSides(files, ({ rows, model }, side) => {
    if (model.errors !== null)
      known[side] = { rows, missingTarget: missingIn(files[side], names.target), errors: model.errors };
  });
  const sides = SIDES.filter((side) => known[side] !== undefined);
  if (sides.length === 0) return null;
  const { overall, ...whole } = summarisedRegression(known, seed);
  const taskReason = { kind: 'numbers', values: { target: names.target } } as const;
  return { ...commonOf(names, sides), ...{ task: 'regression', taskReason, positive: null, overall, whole } };
}
