import { transfer } from '../../engine/bridge.ts';
import {
  decodeCounts,
  decodeDoubles,
  openNumbers,
  withNaN,
  type NumberColumn,
  type PackedNumbers,
} from '../../engine/columns/decode.ts';
import { elementAt } from '../../facts/element-at.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ColumnSummary, NumberValues } from '../../facts/summary.ts';
import { levelSequences, numberOrders, type SideCodes } from '../sequence/both-sides.ts';
import type { SharedRows } from '../sequence/order-calls.ts';
import type { SharedOrder } from '../sequence/row-order.ts';
import type { SharedAxis, TimeAxis } from '../summarise/periods.ts';
import { summariseLevels } from '../summarise/summarise-levels.ts';
import { summariseNumbers } from '../summarise/summarise-numbers.ts';
import type { WithinRows } from '../within/within.ts';
import { levelsWithin, numbersWithin, stratifiedRows, type HashedLevels } from '../within/within-shared.ts';
import type { SharedStrata } from '../within/strata.ts';
import { codeColumn, type CodedColumn } from '../where/code-column.ts';
import type { CodedAs } from '../where/coded-columns.ts';
import { ColumnArena } from './column-arena.ts';
import { categoricalResult, failedResult, numericResult, redrawn, type Drawn } from './column-result.ts';
import { memoryBudget } from './memory-budget.ts';
import type { ColumnJob } from './plan.ts';
import type { Part } from './kept/result-cache.ts';
import { SummaryCache, type Cacheable } from './kept/summary-cache.ts';

/** Columns that go through a worker together. */
export interface Columns {
  jobs: readonly ColumnJob[];
  /** Under which key each job's summaries are to be kept, by side; null where they are not. */
  keys: readonly PerSide<string>[] | null;
}

export interface Counted {
  /** Of each job, how many cells reading has made missing. */
  coerced: readonly PerSide<number>[];
}

export interface NumericAnswer {
  results: ColumnResult[];
  /** The columns as they came, where they are wanted back. */
  columns: PerSide<Uint8Array>;
  /** Of each job, its rows in bins; null where they were not wanted, or the column failed. */
  coded: (CodedColumn[] | null)[];
}

type Numbers = PerSide<ColumnSummary<NumberValues>>;

const arena = new ColumnArena();
let order: SharedOrder | null = null;
let strata: SharedStrata | null = null;
const cache = new SummaryCache(memoryBudget().summaries);

/** The strata of both files' rows; null where there are none. */
export const sharedStrata = (): WithinRows | null => stratifiedRows({ order, strata });

/** In which order the rows of both files are; null where it is not known, or for one file alone. */
export const sharedOrder = (): SharedOrder | null => order;

/** What the page may ask of a worker about single columns. */
export const columnCalls = {
  /** Sets the time axis and the order of the rows for the columns that follow. */
  setOrder(shared: SharedRows): void {
    arena.setAxis(shared.axis);
    order = shared.order;
    strata = shared.strata ?? null;
  },

  /** Gives the memory back that columns go through; summaries stay. */
  endColumns(): void {
    arena.release();
    order = null;
    strata = null;
  },

  /** Forgets the summaries of data that are closed: those whose keys start so. */
  forget(prefix: string): void {
    cache.forget(prefix);
  },

  /** One result for each job, in their order; so do the calls below. `codedAs`: as what it is put in bins too, if at all. */
  numeric(
    { jobs, keys, coerced, giveBack, codedAs }: Columns & Counted & { giveBack: boolean; codedAs: (CodedAs | null)[] },
    columns: PerSide<Uint8Array>,
  ): NumericAnswer {
    const packed = mapSides(columns, openNumbers);
    const coded = jobs.map((): CodedColumn[] | null => null);
    const results = jobs.map((job, i) =>
      resultOrFailure(job, () => {
        const sides = mapSides(packed, (blocks) => elementAt(blocks, i));
        const { summaries, columns: values, room } = summariseBoth(job, sides, { coerced: coerced[i], inOrder: true });
        keepAll(keys?.[i], summaries);
        const result = numericResult(job, summaries, numbersWithin(values, { order, strata }));
        const kind = codedAs[i] ?? null;
        // Last: it writes over the values and the room of their sort.
        if (kind !== null) coded[i] = codeColumn({ name: job.name, kind }, mapSides(values, withNaN), room);
        return result;
      }),
    );
    const codes = coded.flatMap((column) => column ?? []).flatMap((column) => Object.values(column.codes));
    const given = giveBack ? columns : {};
    return transfer(
      { results, columns: given, coded },
      [...codes, ...Object.values(given)].map(({ buffer }) => buffer as ArrayBuffer),
    );
  },

  /** `codes`: of those that are compared, what stands in all rows, or in some of a long file; `hashed`: the same in all rows, where they are compared within strata. */
  frequencies(
    { jobs, keys, coerced }: Columns & Counted,
    columns: PerSide<Uint8Array[]>,
    codes: PerSide<SideCodes>,
    hashed: HashedLevels | null,
  ): ColumnResult[] {
    const counted = mapSides(columns, (pieces) => decodeCounts(pieces, jobs.length));
    const compared = jobs.filter(({ compare }) => compare !== null);
    const decoded = mapSides(codes, ({ bytes, rows }) => ({ columns: decodeDoubles(bytes), rows }));
    return jobs.map((job, i) =>
      resultOrFailure(job, () => {
        const position = compared.indexOf(job);
        const rows = mapSides(counted, (tables) => elementAt(tables, i).counts.reduce((sum, count) => sum + count, 0));
        const sequences =
          position === -1 || order === null ? {} : levelSequences(decoded, position, { shared: order, rows });
        const summaries = mapSides(counted, (tables, side) =>
          summariseLevels(
            elementAt(tables, i),
            { column: job.name, slice: side, coerced: coerced[i]?.[side] ?? 0 },
            sequences[side] ?? null,
          ),
        );
        keepAll(keys?.[i], summaries);
        const stratified = hashed === null ? null : levelsWithin(hashed, position, { order, strata });
        return categoricalResult(job, summaries, stratified);
      }),
    );
  },

  /** Parts of a result, from summaries that are kept here; null for jobs whose are not. */
  redraw({ jobs, keys }: Columns, parts: readonly Part[]): (Partial<Drawn> | null)[] {
    return jobs.map((job, i) => {
      const known = keys?.[i] ?? {};
      if (!Object.values(known).every((key) => cache.has(key)) || Object.keys(known).length === 0) return null;
      const { arenas } = arena.layOut(mapSides(known, (key) => cache.rows(key)));
      const summaries = mapSides(known, (key, side) => cache.take(key, arenas[side]) ?? missingSummary(key));
      return redrawn(job, summaries, parts);
    });
  },

  /** The same from values, where the summaries are not kept (any more). */
  redrawFrom({ jobs, keys }: Columns, parts: readonly Part[], columns: PerSide<Uint8Array>): Partial<Drawn>[] {
    const packed = mapSides(columns, openNumbers);
    return jobs.map((job, i) => {
      const sides = mapSides(packed, (blocks) => elementAt(blocks, i));
      const { summaries } = summariseBoth(job, sides, { coerced: undefined, inOrder: false });
      keepAll(keys?.[i], summaries);
      return redrawn(job, summaries, parts);
    });
  },
};

function missingSummary(key: string): never {
  throw new Error(`no summary ${key}`);
}

/** One column that fails takes no other down. */
function resultOrFailure(job: ColumnJob, work: () => ColumnResult): ColumnResult {
  try {
    return work();
  } catch (error) {
    return failedResult(job, error);
  }
}

function keepAll(keys: PerSide<string> | undefined, summaries: PerSide<Cacheable>): void {
  mapSides(keys ?? {}, (key, side) => {
    const summary = summaries[side];
    if (summary !== undefined) cache.keep(key, summary);
  });
}

/** Both sides' summaries in this worker's own memory, beside the time axis: they are gone when the next column comes. */
function summariseBoth(
  job: ColumnJob,
  packed: PerSide<PackedNumbers>,
  { coerced, inOrder }: { coerced: PerSide<number> | undefined; inOrder: boolean },
): { summaries: Numbers; columns: PerSide<NumberColumn>; room: PerSide<Uint8Array<ArrayBuffer>> } {
  const { arenas, axis } = arena.layOut(mapSides(packed, ({ rows }) => rows));
  const decoded = mapSides(packed, (column, side) => column.unpack(arenas[side]?.rows, arenas[side]?.missing));
  const orders = inOrder && job.compare !== null && order !== null ? numberOrders(order) : {};
  const summaries = mapSides(decoded, (column, side) =>
    summariseNumbers(
      column,
      { column: job.name, slice: side, coerced: coerced?.[side] ?? 0 },
      {
        as: job.type === 'datetime' ? 'time' : 'number',
        arena: arenas[side],
        axis: job.type === 'numeric' && inOrder ? timeAxisOf(axis, side) : null,
        orderOf: orders[side] ?? null,
      },
    ),
  );
  const room = mapSides(arenas, ({ kernel, rows, addresses }) => kernel.bytes(addresses.spare, rows.length));
  return { summaries, columns: decoded, room };
}

/** A file without the time column has no periods. */
function timeAxisOf(shared: SharedAxis | null, side: Side): TimeAxis | null {
  if (shared === null) return null;
  const { timeColumn, unit, axes } = shared;
  return { timeColumn, unit, axis: axes[side] ?? { starts: [], codes: new Int32Array() } };
}
