import { adjustAll } from '../compare/adjust.ts';
import { correlate } from '../compare/correlate.ts';
import { correlationChanges, type FoundMatrix } from '../compare/correlation-changes.ts';
import { datasetQuality } from '../summarise/dataset-quality.ts';
import type { Where } from '../../facts/document/where.ts';
import { searchWhere } from '../where/search-where.ts';
import { withChangePoints } from '../where/change-points.ts';
import { errorSince } from '../where/error-since.ts';
import type { DatedSeries } from '../where/level-step.ts';
import { measurePerformance, type MeasuredModel } from '../model/measure.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { RunOptions, RunResult } from './run-result.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { FoundRows } from '../sequence/order-calls.ts';
import { nameRows } from './name-rows.ts';
import { inOrder, type Running } from './running.ts';
import { mapSides, mapSidesAsync } from '../../facts/document/sides.ts';

/** What is worked out when all columns are done: correlations, the model, dates, and where rows stand out. */
export async function finishRun(running: Running, options: RunOptions): Promise<Partial<RunResult>> {
  const { data, done, config, pool, cache, schema, gaps, store, coded, plan } = running;
  const { signal } = options;
  options.onProgress?.({ stage: 'correlating', done: 0, total: 2, unit: 'steps' });
  const [matrices, dataset] = await Promise.all([
    correlationsOf(running, signal),
    cache.getOrMake(['dataset', schema.map(({ name, type }) => [name, type]), gaps.key], () =>
      mapSidesAsync(data, (set, side) => {
        const qualities = new Map(
          [...done].flatMap(([name, { quality }]) => (quality[side] ? [[name, quality[side]]] : [])),
        );
        // What the engine is asked does not hang on types.
        const cached = <T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> =>
          cache.getOrMake([...key, side, gaps.key], make);
        return datasetQuality({ data: set, qualities, cached, signal });
      }),
    ),
  ]);
  const roles = schema.map(({ name, type, role }) => [name, type, role]);
  const modelKey = [
    roles,
    config.performance,
    config.cost,
    config.rowOrder,
    config.periods,
    config.seed,
    gaps.key,
    running.withinKey,
  ];
  const measured = { data, schema, results: done, config, pool, store, missingIn: gaps.textsIn };
  const known = cache.found<Measured>(['performance', ...modelKey]);
  const model = known?.model ?? (await measurePerformance({ ...measured, shareRows: running.shareRows }, options));
  const { performance } = model;
  const { columns: adjusted, fileTests } = adjustAll(inOrder(schema, done), config, dataset);
  const correlations = correlationChanges(matrices, adjusted, config);
  const find = (series: DatedSeries[]) => pool.run((calls) => calls.changePoints(series, config.seed));
  const dating = await errorSince(performance, find);
  const rows = async () => ({ data, schema, axis: (await running.makeRows()).axis, signal });
  const dated = await withChangePoints(adjusted, { config, find, rows });
  const columns = await nameRows(dated, { data, schema, signal });
  const standing = {
    ...{ columns, correlations, dataset, fileTests, ...model, ...dating },
    schema: withProbabilities(schema, performance),
  };
  if (known !== undefined) return { ...standing, where: known.where };
  const order = async () => {
    const rows = await running.makeRows();
    return { stretches: stretchesOf(rows), axis: rows.axis, dates: rows.dates };
  };
  const search = searchWhere({ ...measured, timeColumn: plan.timeColumn, order, coded }, performance, options);
  const tell = () => options.onStanding?.(running.state(true, { ...standing, where: STOPPED }));
  const cells = Object.values(data).reduce((sum, { summary }) => sum + summary.rowsUsed * schema.length, 0);
  const where = await tellingOfWait(search, { tell, afterMs: cells > LONG_SEARCH_CELLS ? 0 : PATIENCE_MS });
  cache.keepFound<Measured>(['performance', ...modelKey], { model, where });
  return { ...standing, where };
}

/** What the workers need one after the other: the search goes by errors that measuring has left there. */
interface Measured {
  model: MeasuredModel;
  where: Where | null;
}

/** Of a report whose search is not waited for. */
const STOPPED: Where = { search: { state: 'notSearched', reason: 'stopped' } };

/** Of so many, the search is known to take longer than drawing the report once more. */
const LONG_SEARCH_CELLS = 20_000_000;
/** Of fewer, a search that takes no longer is part of the report. */
const PATIENCE_MS = 1500;

/** What the work comes to; `tell` is called where it takes longer than a time. */
async function tellingOfWait<T>(
  work: Promise<T>,
  { tell, afterMs }: { tell: () => void; afterMs: number },
): Promise<T> {
  const timer = setTimeout(tell, afterMs);
  return work.finally(() => {
    clearTimeout(timer);
  });
}

/** The stretch of each row, where the file's order is not the order. */
function stretchesOf({ order }: FoundRows): PerSide<Uint8Array> {
  const found: PerSide<Uint8Array> = {};
  mapSides(order?.sides ?? {}, ({ batches }, side) => {
    if (batches !== null) found[side] = batches;
  });
  return found;
}

function correlationsOf(running: Running, signal?: AbortSignal): Promise<FoundMatrix[]> {
  const { data, plan, config, pool, cache, gaps, done, store, values, missingIn, orderKey } = running;
  return cache.getOrMake(
    ['correlations', plan.correlations, config.correlations, config.seed, gaps.key, orderKey],
    async () => {
      const { order } = await running.makeRows();
      const batches = mapSides(order?.sides ?? {}, (side) => side.batches);
      const shared = { data, plan, config, pool, store, samples: values, missingIn, signal };
      return correlate({ ...shared, results: done, known: cache, batches, orderKey });
    },
  );
}

/** Columns that turned out to hold the probabilities of classes. */
function withProbabilities(schema: readonly ColumnSchema[], performance: Performance | null): ColumnSchema[] {
  const found = performance?.state === 'measured' ? performance.probabilities : [];
  const labels = new Map(found.map(({ column, label }) => [column, label]));
  return schema.map((column) => {
    const label = labels.get(column.name);
    if (label === undefined || column.role !== 'feature') return column;
    return { ...column, role: 'probability', roleReason: { kind: 'named-like-a-class', values: { class: label } } };
  });
}
