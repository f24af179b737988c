import { handOver } from '../../engine/bridge.ts';
import { fetchBlock, type RowSample } from '../../engine/columns/blocks.ts';
import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import type { ColumnBlocks } from '../../engine/columns/decode.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { KnownMatrices } from './known-matrices.ts';
import type { FoundMatrix } from './correlation-changes.ts';
import { NO_MATRICES, type CategoryMatrices, type NumberMatrices } from './correlation-matrices.ts';
import type { Plan } from '../run/plan.ts';
import type { Pool } from '../run/pool.ts';
import type { ValueForm, ValueStore } from '../run/value-store.ts';
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
  /** Matrices of earlier runs on these data. */
  known: KnownMatrices;
  /** Values that have left the engines; null where they are fetched again. */
  store: ValueStore | null;
  /** Which texts count as missing in a column. */
  missingIn: (column: string) => readonly string[];
  /** The stretch of each row in the order of the rows; null where the file's order is it. */
  batches: PerSide<Uint8Array | null>;
  /** What that order goes by. */
  orderKey: unknown;
  signal?: AbortSignal | undefined;
}

type Matrix = (number | null)[][];

type SideMatrices = NumberMatrices & Omit<CategoryMatrices, 'rows'>;

const NO_CATEGORIES: CategoryMatrices = { cramersV: [], associations: [], rows: 0 };

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
  const { sampleRows } = run.config.correlations;
  const missing = data.columns.map(({ name }) => run.missingIn(name));
  const rows = JSON.stringify([side, sampleRows, run.config.seed, missing, run.orderKey]);
  const cached = run.known.find(rows, names);
  if (cached !== null) return cached;
  const matrices = await ofNumbers(run, data, side);
  run.known.keep(rows, names, matrices);
  return matrices;
}

async function ofNumbers(run: Correlate, data: DataSet, side: Side): Promise<NumberMatrices> {
  const names = run.plan.correlations.numeric;
  const numbers = stored(data, names);
  const shifts = Float64Array.from(names, (name) => run.results.get(name)?.quality[side]?.mean ?? 0);
  const worker = workerOf(side);
  const mark = sampleOf(run, data);
  const { rowsUsed } = data.summary;
  await run.pool.runOn(worker, (calls) =>
    calls.numbersStart(shifts, { all: rowsUsed, marked: mark?.sample ?? rowsUsed }, run.batches[side] ?? null),
  );
  const kept = mark === undefined ? keptColumns(run, side, names, 'number') : null;
  if (kept !== null) {
    await run.pool.runOn(worker, (calls) => calls.numbersAddAll(kept));
    return run.pool.runOn(worker, (calls) => calls.numbersEnd());
  }
  const step = Math.max(1000, Math.floor(BLOCK_CELLS / numbers.length));
  let added: Promise<void> = Promise.resolve();
  for (let start = 0; start < rowsUsed; start += step) {
    run.signal?.throwIfAborted();
    const block = await fetchBlock(data, { numbers, codes: [], rows: { start, end: start + step }, mark });
    // One block is added up while the next is fetched.
    await added;
    added = run.pool.runOn(worker, (calls) => calls.numbersAdd(handOver({ block }), mark !== undefined));
    added.catch(() => undefined);
  }
  await added;
  return run.pool.runOn(worker, (calls) => calls.numbersEnd());
}

async function ofCategories(run: Correlate, data: DataSet, side: Side): Promise<CategoryMatrices> {
  const names = run.plan.correlations.categorical;
  const codes = stored(data, names);
  run.signal?.throwIfAborted();
  const sample = sampleOf(run, data);
  const batches = run.batches[side] ?? null;
  const kept = sample === undefined ? keptColumns(run, side, names, 'code') : null;
  if (kept !== null) return run.pool.runOn(workerOf(side), (calls) => calls.categoriesOf(kept, batches));
  const numbered = batches !== null;
  const block = await fetchBlock(data, { numbers: [], codes, rows: sample ?? 'all', numbered });
  return run.pool.runOn(workerOf(side), (calls) => calls.categories(handOver({ block }), batches, numbered));
}
