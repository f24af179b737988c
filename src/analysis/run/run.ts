import { type ColumnJob } from './plan.ts';
import { CodedColumns, columnsToCode } from '../where/coded-columns.ts';
import type { RunOptions, RunResult } from './run-result.ts';
import { throttle } from './throttle.ts';
import type { Side } from '../../facts/document/side.ts';
import { runColumns } from './run-columns.ts';
import { begin, type RunInput, type Running } from './running.ts';
import { finishRun } from './finish-run.ts';
import { mapSides } from '../../facts/document/sides.ts';

async function doColumns(running: Running, { onUpdate, onProgress, signal }: RunOptions): Promise<void> {
  const { data, pool, plan, done, cache } = running;
  const update = throttle(() => onUpdate?.(running.state(false)));
  const basis = (job: ColumnJob): unknown => [
    plan.timeColumn,
    running.order,
    running.config.periods,
    running.gaps.textsIn(job.name),
    running.withinKey,
  ];
  const todo = plan.jobs.flatMap((job) => {
    const known = cache.column(job, basis(job));
    if (known?.lacks.length !== 0) return [{ job, known }];
    done.set(job.name, known.result);
    return [];
  });
  const isOrdered = todo.some(({ job, known }) => job.form !== 'summary' && known === null);
  const rowsShared = isOrdered ? running.shareRows() : Promise.resolve({ axis: null, order: null });
  // Told below: columns that wait for it may fail, and be reported, before.
  rowsShared.catch(() => undefined);
  const keyOf = (job: ColumnJob, side: Side): string =>
    `${cache.keyPrefix}${JSON.stringify([side, job.name, job.type, running.gaps.textsIn(job.name)])}`;
  const kept = plan.memory.summaries === 'kept' ? keyOf : null;
  const { store, missingIn, coded } = running;
  await runColumns(
    { data, pool, rowsShared, keyOf: kept, store, missingIn, coded, signal },
    todo,
    ({ job }, column) => {
      done.set(column.name, column);
      cache.keep(job, basis(job), column);
      onProgress?.({ stage: 'comparing', done: done.size, total: plan.jobs.length, unit: 'columns' });
      update();
    },
  );
  await rowsShared;
  if (todo.length > 0) await pool.runOnAll((calls) => calls.endColumns());
}

/** Infers, plans, runs the plan and adjusts the p-values. */
export async function runAnalysis(input: RunInput, options: RunOptions = {}): Promise<RunResult> {
  const begun = await begin(input, options);
  const { schema, plan, data } = begun;
  const rows = mapSides(data, ({ summary }) => summary.rowsUsed);
  const coded = new CodedColumns(columnsToCode(schema, { rows, timeColumn: plan.timeColumn }));
  const running = { ...begun, coded };
  await doColumns(running, options);
  return running.state(true, await finishRun(running, options));
}

/** Runs the columns alone, on data that are not all there yet: no q-values, so no verdicts. */
export async function runPreview(input: RunInput, options: RunOptions): Promise<void> {
  const running = await begin(input, options);
  await doColumns(running, options);
  options.onUpdate?.(running.state(false));
}
