import { PlumblineError } from '../facts/statements/errors.ts';
import { missingPart } from '../facts/statements/missing-part.ts';
import { openFiles } from '../engine/read/open.ts';
import { isSummary } from '../engine/summary/is-summary.ts';
import { fetchFirstCells, fetchFirstRows, type FirstRows } from '../engine/read/first-rows.ts';
import { handOver } from '../engine/bridge.ts';
import { profileColumns, type ColumnProfile } from '../engine/columns/profile.ts';
import type { SampleCounter } from '../engine/columns/sample-counts.ts';
import { endEngine } from '../engine/database/engine-handle.ts';
import type { DataSet, EngineHandle } from '../engine/data-set.ts';
import { parseConfig, type Config } from '../facts/settings/settings.ts';
import { askedRows } from './rows/ask-rows.ts';
import { memoryBudget, type MemoryBudget } from './run/memory-budget.ts';
import { ResultCache } from './run/kept/result-cache.ts';
import { ResultsByRows } from './run/kept/results-by-rows.ts';
import { chooseRows, choosesRows, sidesToSplit } from './run/choose-rows.ts';
import { ValueStore } from './run/kept/value-store.ts';
import { Pool } from './run/pool.ts';
import type { OpenedData, OpenRequest } from './opened-data.ts';
import { readOptions } from './read-options.ts';
import { readingProgress } from './reading-progress.ts';
import type { PerSide } from '../facts/document/side.ts';
import { addLags } from './infer/lags.ts';
import { runAnalysis, runPreview } from './run/run.ts';
import { mapSides, mapSidesAsync, SIDES } from '../facts/document/sides.ts';
import { openSummaries, type SummariesWith } from './summarised/open-summaries.ts';
import { runSummaries } from './summarised/run-summaries.ts';
import { writeSummaries } from './summarised/write-summaries.ts';
import { takeEngines, warmUpEngines } from './run/standby-engines.ts';

export type { FirstRows } from '../engine/read/first-rows.ts';
export type { OpenedData } from './opened-data.ts';

/** What is shown of the first rows is what can be worked out in this time. */
const PREVIEW_MS = 1500;

/** Nobody asks twice about the first rows. */
const NOTHING_KEPT: MemoryBudget = { summaries: 0, values: 0 };

const pool = new Pool(navigator.hardwareConcurrency);

/** Starts engines and workers, so that files need not wait for them; resolves when files can be taken. */
export async function warmUp(): Promise<void> {
  await warmUpEngines();
  pool.warmUp();
}

/** Reads the files. Rejects with a `PlumblineError`, or with the signal's reason. */
export async function openData(request: OpenRequest): Promise<OpenedData> {
  const { signal, onProgress } = request;
  const config = parseConfig(request.config);
  signal?.throwIfAborted();
  const files = { ...(request.reference && { reference: request.reference }), current: request.current };
  const started = performance.now();
  onProgress?.({ stage: 'starting', done: 0, total: 1, unit: 'steps' });
  const engines = await takeEngines(files, signal);
  // Ending the engines is the quickest way to stop reading; there is nothing in them to keep.
  const end = (): void => void mapSides(engines, endEngine);
  signal?.addEventListener('abort', end);
  try {
    signal?.throwIfAborted();
    const stored = await read(files, engines, request);
    const summaries = await openSummaries(stored, signal);
    if (summaries !== null) {
      const { inputs } = await summaries(config, { signal, onProgress });
      return summarised(stored, { summaries, inputs, loadMs: performance.now() - started });
    }
    onProgress?.({ stage: 'inferring', done: 0, total: 1, unit: 'steps' });
    // The engines look up the first rows while workers count what they gave of the sample.
    const data = addLags(stored, config);
    const [profiles] = await Promise.all([profile(data, config, signal), showRows(stored, request)]);
    return opened({ data, profiles, loadMs: performance.now() - started });
  } catch (error) {
    end();
    signal?.throwIfAborted();
    throw missingPart(error);
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** What samples of the columns look like, counted by the pool. */
const profile = (
  data: PerSide<DataSet>,
  { seed }: Config,
  signal: AbortSignal | undefined,
): Promise<PerSide<ColumnProfile[]>> =>
  mapSidesAsync(data, (set) => profileColumns(set, seed, { counter: poolCounter, signal }));

const poolCounter: SampleCounter = {
  numbers: (bytes) => pool.run((calls) => calls.countNumbers(handOver({ bytes }))),
  texts: (pieces) => pool.run((calls) => calls.countTexts(pieces)),
};

async function read(
  files: PerSide<readonly File[]>,
  engines: PerSide<EngineHandle>,
  request: OpenRequest,
): Promise<PerSide<DataSet>> {
  const { signal, onProgress, onPreview } = request;
  const config = parseConfig(request.config);
  const sides = SIDES.filter((side) => files[side] !== undefined);
  const report = readingProgress(sides, onProgress);
  const open = sides.flatMap((side) => {
    const sideFiles = files[side];
    const engine = engines[side];
    return sideFiles === undefined || engine === undefined
      ? []
      : [{ files: sideFiles, engine, read: readOptions(config, side), onProgress: report(side) }];
  });
  const bySide = (sets: readonly DataSet[]): PerSide<DataSet> =>
    Object.fromEntries(sides.map((side, i) => [side, sets[i]]));
  const shown: PerSide<FirstRows> = {};
  const onRows = (index: number, rows: FirstRows): void => {
    const side = sides[index];
    if (side !== undefined) request.onRows?.({ ...Object.assign(shown, { [side]: rows }) });
  };
  const first = async (sets: DataSet[]): Promise<void> => {
    await showRows(bySide(sets), request);
    if (sets.some(isSummary)) return;
    await preview(bySide(sets), request);
  };
  const data = bySide(await openFiles(open, { signal, onRows, onPreview: onPreview && first }));
  noteOrder(data);
  return data;
}

/** The first rows as they were read. */
async function showRows(data: PerSide<DataSet>, { onRows, signal }: OpenRequest): Promise<void> {
  onRows?.(await mapSidesAsync(data, (set) => fetchFirstRows(set, signal)));
}

/** Columns are matched by name; that they stand in another order is noted. */
function noteOrder({ reference, current }: PerSide<DataSet>): void {
  if (reference === undefined || current === undefined || [reference, current].some(isSummary)) return;
  const names = ({ columns }: DataSet): string[] => columns.map(({ name }) => name);
  const [first, second] = [names(reference), names(current)];
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  const order = first.filter((name) => inSecond.has(name));
  if (second.filter((name) => inFirst.has(name)).every((name, i) => name === order[i])) return;
  current.summary.notes.push({ kind: 'other-column-order', values: {}, severity: 'info' });
}

/** Runs the columns, and only them, on the first rows; reading waits for it, so not for long. */
async function preview(data: PerSide<DataSet>, request: OpenRequest): Promise<void> {
  const config = parseConfig(request.config);
  const signal = AbortSignal.any([AbortSignal.timeout(PREVIEW_MS), ...(request.signal ? [request.signal] : [])]);
  const profiles = await profile(data, config, signal);
  // There is more to come than the first rows.
  pool.spreadColumns(Infinity);
  await runPreview(
    {
      data,
      profiles,
      config,
      pool,
      loadMs: 0,
      cache: new ResultCache(),
      budget: NOTHING_KEPT,
      values: new ValueStore(0),
    },
    { onUpdate: request.onPreview, unknownColumns: request.unknownColumns, signal },
  );
}

/** Runs one thing on the pool; ending the pool is how it is cancelled. */
async function cancellable<T>(signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T> {
  const stop = (): void => {
    pool.end();
  };
  signal?.addEventListener('abort', stop);
  try {
    return await run();
  } catch (error) {
    signal?.throwIfAborted();
    throw missingPart(error);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Summaries of rows that stayed elsewhere, or one of them beside rows: these alone have cells. */
function summarised(
  data: PerSide<DataSet>,
  given: { summaries: SummariesWith; inputs: OpenedData['inputs']; loadMs: number },
): OpenedData {
  const { summaries, inputs, loadMs } = given;
  const rows = mapSides(data, (set) => (isSummary(set) ? undefined : set));
  return {
    inputs,
    run: (asked, options = {}) =>
      cancellable(options.signal, async () => {
        const config = parseConfig(asked);
        if (choosesRows(config)) throw new PlumblineError('summary-has-no-rows', {});
        if ((config.periods ?? 'day') !== 'day') throw new PlumblineError('periods', { problem: 'summary' });
        return runSummaries({ ...(await summaries(config, options)), config, pool, loadMs }, options);
      }),
    firstCells: firstCellsOf(rows),
    summaries: null,
    rows: null,
    close: () => {
      mapSides(data, (set) => {
        set.close();
      });
    },
  };
}

const firstCellsOf =
  (data: PerSide<DataSet | undefined>): OpenedData['firstCells'] =>
  (side, column, rows) => {
    const set = data[side];
    return set === undefined ? Promise.resolve([]) : fetchFirstCells(set, column, rows);
  };

function opened(read: Pick<Parameters<typeof runAnalysis>[0], 'data' | 'profiles' | 'loadMs'>): OpenedData {
  const budget = memoryBudget();
  const forget = ({ keyPrefix }: ResultCache): void =>
    void pool.runOnStarted((calls) => calls.forget(keyPrefix)).catch(() => undefined);
  const results = new ResultsByRows(budget.values, forget);
  const cells = Object.values(read.data).reduce((sum, { summary }) => sum + summary.rowsUsed * summary.columns, 0);
  return {
    inputs: mapSides(read.data, ({ summary }) => summary),
    run: (asked, options = {}) => {
      pool.spreadColumns(cells);
      return cancellable(options.signal, () => {
        const config = parseConfig(asked);
        return runAnalysis({ ...read, config, pool, budget, ...results.resultsFor(config) }, options);
      });
    },
    summaries: async (used, signal) => {
      const { config, columns: schema } = used;
      const { data } = await chooseRows(sidesToSplit(read.data, config), { config, schema, signal });
      return writeSummaries(data, used, signal);
    },
    firstCells: firstCellsOf(read.data),
    rows: askedRows(read.data, pool),
    close: () => {
      mapSides(read.data, (set) => {
        set.close();
      });
      results.caches().forEach(forget);
    },
  };
}
