import { handOver, handOverAll } from '../../engine/bridge.ts';
import { fetchBlock, type RowSample } from '../../engine/columns/blocks.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import type { ColumnBlocks } from '../../engine/columns/decode.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { KnownAssociations } from './known-associations.ts';
import type { KnownMatrices } from './known-matrices.ts';
import type { FoundMatrix } from './correlation-changes.ts';
import { NO_MATRICES, type CategoryMatrix, type NumberMatrices } from './correlation-matrices.ts';
import type { RowBatches } from '../run/stats-calls.ts';
import type { Plan } from '../run/plan.ts';
import type { Pool } from '../run/pool.ts';
import type { ValueForm, ValueKey, ValueStore } from '../run/kept/value-store.ts';
import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides, mapSidesAsync, SIDES } from '../../facts/document/sides.ts';

/** Cells a block: 16 MB of doubles. */
const BLOCK_CELLS = 2_000_000;

export interface Correlate {
  data: PerSide<DataSet>;
  plan: Plan;
  config: Config;
  pool: Pool;
  /** For the means that Pearson's sums are shifted by. */
  results: ReadonlyMap<string, ColumnResult>;
  /** What earlier runs on these data have found. */
  known: { matrices: KnownMatrices; associations: KnownAssociations };
  /** Values that have left the engines; null where they are fetched again. */
  store: ValueStore | null;
  /** Codes of samples that have left the engines, for the next question. */
  samples: ValueStore;
  /** Which texts count as missing in a column. */
  missingIn: (column: string) => readonly string[];
  /** The stretch of each row in the order of the rows; null where the file's order is it. */
  batches: PerSide<Uint8Array | null>;
  /** What that order goes by. */
  orderKey: unknown;
  signal?: AbortSignal | undefined;
}

interface SideData {
  data: DataSet;
  side: Side;
}

type Matrix = (number | null)[][];

type SideMatrices = NumberMatrices & Omit<CategoryMatrix, 'rows'>;

const NO_CATEGORIES: CategoryMatrix = { cramersV: [], associations: [], rows: 0 };

/** Pearson's matrix over all rows, Spearman's and Cramér's over a seeded sample where there are more than `sampleRows`. */
export async function correlate(run: Correlate): Promise<FoundMatrix[]> {
  const { numeric, categorical, leftOut } = run.plan.correlations;
  if (numeric.length < 2 && categorical.length < 2) return [];
  const sides = await mapSidesAsync(run.data, async (data, side): Promise<SideMatrices> => {
    const { rows, ...ofNumbers } = numeric.length < 2 ? NO_MATRICES : await knownOrNew(run, data, side);
    const { rows: categoryRows, ...ofTexts } =
      categorical.length < 2 ? NO_CATEGORIES : await ofCategories(run, data, side);
    return { ...ofNumbers, ...ofTexts, rows: Math.max(rows, categoryRows) };
  });
  const rowsUsed = mapSides(run.data, ({ summary }) => summary.rowsUsed);
  const sampledRows = mapSides(sides, ({ rows }) => rows);
  const sampled = SIDES.some((side) => (rowsUsed[side] ?? 0) > (sampledRows[side] ?? 0));
  const numbers = { columns: numeric, columnsLeftOut: leftOut.numeric };
  const categories = { columns: categorical, columnsLeftOut: leftOut.categorical };
  const values = (pick: (side: SideMatrices) => Matrix): Pick<CorrelationMatrix, 'values'> => ({
    values: mapSides(sides, pick),
  });
  const spreads = (method: keyof NumberMatrices['spreads']): Pick<FoundMatrix, 'spreads'> => ({
    spreads: mapSides(sides, (side) => side.spreads[method]),
  });
  const [pearson, spearman] = [spreads('pearson'), spreads('spearman')];
  const matrices: FoundMatrix[] = [
    { method: 'pearson', ...numbers, ...values((side) => side.pearson), ...pearson, rowsUsed, sampled: false },
    { method: 'spearman', ...numbers, ...values((side) => side.spearman), ...spearman, rowsUsed: sampledRows, sampled },
    {
      method: 'cramers_v',
      ...categories,
      ...values((side) => side.cramersV),
      ...{ spreads: {}, associations: mapSides(sides, (side) => side.associations) },
      rowsUsed: sampledRows,
      sampled,
    },
  ];
  return matrices.filter(({ columns }) => columns.length > 1);
}

const stored = (data: DataSet, names: readonly string[]): StoredColumn[] => {
  const byName = new Map(data.columns.map((column) => [column.name, column]));
  return names.flatMap((name) => byName.get(name) ?? []);
};

/** All rows of these columns, where they are kept. */
const keptColumns = (
  { store, missingIn }: Correlate,
  side: Side,
  names: readonly string[],
  form: ValueForm,
): ColumnBlocks | null =>
  store?.find(
    side,
    names.map((name) => ({ name, form, missing: missingIn(name) })),
  ) ?? null;

const workerOf = (side: Side): number => SIDES.indexOf(side);

/** The sample of a file; none where it is short. */
function sampleOf({ config }: Correlate, { summary }: DataSet): RowSample | undefined {
  const { sampleRows } = config.correlations;
  return summary.rowsUsed > sampleRows ? { sample: sampleRows, seed: config.seed } : undefined;
}

/** Of the columns that were correlated before, as far as they all were, on the same rows. */
async function knownOrNew(run: Correlate, data: DataSet, side: Side): Promise<NumberMatrices> {
  const names = run.plan.correlations.numeric;
  const rows = rowsKey(run, data, side);
  const cached = run.known.matrices.find(rows, names);
  if (cached !== null) return cached;
  const matrices = await ofNumbers(run, data, side);
  run.known.matrices.keep(rows, names, matrices);
  return matrices;
}

/** Which rows of a file are correlated, and which of their cells are missing. */
function rowsKey({ config, missingIn, orderKey }: Correlate, data: DataSet, side: Side): string {
  const missing = data.columns.map(({ name }) => missingIn(name));
  return JSON.stringify([side, config.correlations.sampleRows, config.seed, missing, orderKey]);
}

async function ofNumbers(run: Correlate, data: DataSet, side: Side): Promise<NumberMatrices> {
  const names = run.plan.correlations.numeric;
  const numbers = stored(data, names);
  const shifts = Float64Array.from(names, (name) => run.results.get(name)?.quality[side]?.mean ?? 0);
  const worker = workerOf(side);
  const mark = sampleOf(run, data);
  const { rowsUsed } = data.summary;
  await run.pool.runOn(worker, (calls) =>
    calls.numbersStart(side, {
      shifts,
      rows: { all: rowsUsed, marked: mark?.sample ?? rowsUsed },
      batches: run.batches[side] ?? null,
    }),
  );
  const kept = mark === undefined ? keptColumns(run, side, names, 'number') : null;
  if (kept !== null) {
    await run.pool.runOn(worker, (calls) => calls.numbersAddAll(side, handOverAll(kept, kept.blocks)));
    return run.pool.runOn(worker, (calls) => calls.numbersEnd(side));
  }
  const step = Math.max(1000, Math.floor(BLOCK_CELLS / numbers.length));
  let added: Promise<void> = Promise.resolve();
  for (let start = 0; start < rowsUsed; start += step) {
    run.signal?.throwIfAborted();
    const block = await fetchBlock(data, { numbers, codes: [], rows: { start, end: start + step }, mark });
    // One block is added up while the next is fetched.
    await added;
    added = run.pool.runOn(worker, (calls) => calls.numbersAdd(side, handOver({ block }), mark !== undefined));
    added.catch(() => undefined);
  }
  await added;
  return run.pool.runOn(worker, (calls) => calls.numbersEnd(side));
}

function ofCategories(run: Correlate, data: DataSet, side: Side): Promise<CategoryMatrix> {
  const names = run.plan.correlations.categorical;
  return run.known.associations.complete(rowsKey(run, data, side), names, async (columns, known) => {
    run.signal?.throwIfAborted();
    const codes = await codesOf(run, { data, side }, columns);
    const batches = await batchesOf(run, { data, side });
    return run.pool.runOn(workerOf(side), (calls) =>
      calls.categoriesOf(handOverAll(codes, codes.blocks), { known, batches }),
    );
  });
}

/** The stretch of each row that the codes are of. */
async function batchesOf(run: Correlate, { data, side }: SideData): Promise<RowBatches | null> {
  const [all, sample] = [run.batches[side] ?? null, sampleOf(run, data)];
  if (all === null || sample === undefined) return all && { all };
  return { all, rows: await fetchBlock(data, { numbers: [], codes: [], rows: sample, numbered: true }) };
}

/** Codes of all rows, or of the sample: those that have left the engine before, and the others from it; to be handed over. */
async function codesOf(run: Correlate, at: SideData, names: readonly string[]): Promise<ColumnBlocks> {
  const sample = sampleOf(run, at.data);
  const store = sample === undefined ? run.store : run.samples;
  const keys = names.map((name) => ({ name, form: 'code' as const, missing: run.missingIn(name), sample }));
  const lacking = keys.filter((key) => store?.has(at.side, key) === false);
  if (store !== null && lacking.length < keys.length) {
    if (lacking.length > 0) store.keep(at.side, lacking, await fetchCodes(at.data, lacking, sample));
    const kept = store.find(at.side, keys);
    if (kept !== null) return kept;
  }
  const bytes = await fetchCodes(at.data, keys, sample);
  if (sample !== undefined) run.samples.keep(at.side, keys, bytes.slice());
  return { blocks: [bytes], places: keys.map((_, column) => ({ block: 0, column })) };
}

const fetchCodes = (data: DataSet, keys: readonly ValueKey[], sample: RowSample | undefined): Promise<Uint8Array> => {
  const names = keys.map(({ name }) => name);
  return fetchBlock(data, { numbers: [], codes: stored(data, names), rows: sample ?? 'all' });
};
