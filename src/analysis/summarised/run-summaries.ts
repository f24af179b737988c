import type { ColumnSchema, DatasetQuality } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import type { Cost } from '../../facts/document/cost.ts';
import { isCostSet } from '../../facts/settings/cost.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';
import { adjustAll } from '../compare/adjust.ts';
import { correlationChanges } from '../compare/correlation-changes.ts';
import { plan as makePlan, type ColumnJob } from '../run/plan.ts';
import type { Pool } from '../run/pool.ts';
import type { InputSummary, RunOptions, RunResult } from '../run/run-result.ts';
import { refuseUnknownColumns, unknownColumnsOf } from '../run/unknown-columns.ts';
import { withChangePoints } from '../where/change-points.ts';
import { summarisedCorrelations } from './correlations.ts';
import { summarisedPerformance } from './performance.ts';
import { summarisedSchema } from './schema.ts';
import { summarisedSegments } from './segments.ts';
import type { SummarisedJob } from './summarised-result.ts';

/** Columns that a worker is given at once. */
const BUNDLE = 16;

export interface SummariesInput {
  files: PerSide<SummaryFile>;
  inputs: PerSide<InputSummary>;
  config: Config;
  pool: Pool;
  loadMs: number;
}

/** The report of data whose rows stayed elsewhere, from their summaries: what these tell, and of the rest that it needs the rows. */
export async function runSummaries(input: SummariesInput, options: RunOptions = {}): Promise<RunResult> {
  const { files, config } = input;
  const started = performance.now();
  const schema = summarisedSchema(files, config);
  const names = schema.map(({ name }) => name);
  if (options.unknownColumns !== 'list') refuseUnknownColumns(config, names);
  const sides = SIDES.filter((side) => files[side] !== undefined);
  const plan = makePlan(schema, sides, config);
  const results = await columnsOf(input, plan.jobs, options);
  const dataset = mapSides(files, (file, side) =>
    wholeFile(
      file,
      results.map((result) => [result.name, result.quality[side]]),
    ),
  );
  const { columns: adjusted, fileTests } = adjustAll(results, config, dataset);
  const columns = await withChangePoints(adjusted, {
    ...{ config, rows: null },
    find: (series) => input.pool.run((calls) => calls.changePoints(series, config.seed)),
  });
  const measured = summarisedPerformance(files, schema, config);
  const segments = summarisedSegments(files, measured, config);
  return {
    complete: true,
    config,
    inputs: input.inputs,
    schema,
    columns,
    dataset,
    fileTests,
    rowOrder: sides.length < 2 ? null : { by: orderOf(input), timeColumn: timeColumnOf(schema), machine: null },
    within: null,
    correlations: correlationChanges(summarisedCorrelations(files, plan), columns, config),
    performance: measured,
    ...(measured?.state === 'measured' && isCostSet(config.cost) && { cost: NOT_COSTED }),
    ...(segments !== null && { segments }),
    unmatchedColumns: unknownColumnsOf(config, names),
    timings: { loadMs: input.loadMs, analysisMs: performance.now() - started },
  };
}

const timeColumnOf = (schema: readonly ColumnSchema[]): string | null =>
  schema.find(({ role, type }) => role === 'time' && type === 'datetime')?.name ?? null;

/** Costs are of rows. */
const NOT_COSTED: Cost = { state: 'notMeasured', reason: 'counted' };

/** Rows without time have no order. */
const orderOf = ({ files }: SummariesInput): 'time' | 'none' =>
  Object.values(files).some(({ columns }) => columns.some(({ order }) => order !== null)) ? 'time' : 'none';

async function columnsOf(
  { files, pool }: SummariesInput,
  jobs: readonly ColumnJob[],
  { signal, onProgress }: RunOptions,
): Promise<ColumnResult[]> {
  const byName = mapSides(files, ({ columns }) => new Map(columns.map((column) => [column.name, column])));
  const bundles: SummarisedJob[][] = [];
  for (let start = 0; start < jobs.length; start += BUNDLE) {
    bundles.push(
      jobs.slice(start, start + BUNDLE).map((job) => ({
        job,
        columns: mapSides(byName, (found) => found.get(job.name)) as SummarisedJob['columns'],
      })),
    );
  }
  let done = 0;
  const results = await Promise.all(
    bundles.map(async (bundle) => {
      const found = await pool.run((calls) => calls.summarised(bundle));
      signal?.throwIfAborted();
      done += bundle.length;
      onProgress?.({ stage: 'comparing', done, total: jobs.length, unit: 'columns' });
      return found;
    }),
  );
  return results.flat();
}

/** Rows that repeat each other the rows alone could tell. */
function wholeFile(
  { rows, columns }: SummaryFile,
  qualities: readonly (readonly [string, ColumnResult['quality']['current']])[],
): DatasetQuality {
  const known = qualities.flatMap(([name, quality]) => (quality === undefined ? [] : [{ name, quality }]));
  const missingCells = known.reduce((sum, { quality }) => sum + quality.missing, 0);
  const cells = rows * columns.length;
  return {
    ...{ rows, columns: columns.length, duplicateRows: null, duplicateColumns: null, emptyRows: null },
    emptyColumns: known.filter(({ quality }) => quality.missing === quality.count).map(({ name }) => name),
    missingCells,
    missingShare: cells === 0 ? 0 : missingCells / cells,
  };
}
