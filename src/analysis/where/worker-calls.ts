import { openBlocks, withNaN, type ColumnBlocks } from '../../engine/columns/decode.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SearchBasis, Where } from '../../facts/document/where.ts';
import { effectiveSize } from '../../stats/adjust/effective-size.ts';
import { orderWindow } from '../../stats/adjust/order-window.ts';
import { dropCommonKernel } from '../../stats/kernel/kernel.ts';
import { searchSegments } from '../../stats/segments/search.ts';
import type { RowsInOrder } from '../../stats/segments/split-rows.ts';
import { codeColumn, type CodedColumn, type SearchJob } from './code-column.ts';
import type { SearchedErrors } from './row-errors.ts';
import type { SharedAxis } from '../summarise/periods.ts';
import { SearchArena } from './search-arena.ts';
import { toldMix } from './told-mix.ts';
import { toldSegments } from './told-segments.ts';

/** What is known of the rows that are searched. */
export interface SearchedRows {
  /** What is larger in a segment. */
  basis: SearchBasis;
  rows: PerSide<number>;
  /** The stretch of each row, where the file's order is not the order. */
  stretches: PerSide<Uint8Array>;
  /** The period of each row, and the finer one that dates are told by; null where no column tells the time. */
  axis: SharedAxis | null;
  dates: SharedAxis | null;
  /** Of the dates from which segments are different. */
  seed: number;
  /** Whether rows may depend on their neighbours. */
  ordered: boolean;
}

/** A column to search; `coded`: its rows in bins, where they are in bins already. */
export interface SearchedColumn {
  job: SearchJob;
  coded: CodedColumn[] | null;
}

/** The share of reports without a difference in which a segment may be told of. */
const LEVEL = 0.05;

const arena = new SearchArena();
let columns: CodedColumn[] = [];

/** What the page may ask of a worker about segments of rows. Columns stay here until they are searched. */
export const whereCalls = (takeErrors: () => SearchedErrors) => ({
  /** Takes columns in their order: in bins, or to be put in bins here. `blocks`: those that are not in bins yet. */
  addSearched(searched: readonly SearchedColumn[], blocks: PerSide<ColumnBlocks>): void {
    const packed = mapSides(blocks, (side) => openBlocks(side).values());
    const putInBins = ({ job, coded }: SearchedColumn): CodedColumn[] => {
      if (coded !== null) return coded;
      const sides = mapSides(packed, (side) => side.next().value ?? missingColumn(job.name));
      const rooms = arena.for(mapSides(sides, ({ rows }) => rows));
      const values = mapSides(sides, (side, name) => withNaN(side.unpack(rooms[name]?.values)));
      return codeColumn(
        job,
        values,
        mapSides(rooms, ({ codes }) => codes),
      );
    };
    columns = [...columns, ...searched.flatMap(putInBins)];
  },

  /** Searches all columns that were put in bins, and forgets them. */
  searchWhere({
    basis,
    rows,
    stretches,
    axis,
    dates,
    seed,
    ordered,
  }: SearchedRows): Pick<Where, 'search' | 'segments' | 'mix'> {
    const searched = columns;
    const { measures: errors, costs } = takeErrors();
    columns = [];
    arena.release();
    const losses = errors[0]?.values ?? {};
    const files = mapSides(rows, (count, side): RowsInOrder => {
      const values = basis === 'membership' ? null : (losses[side] ?? missingLosses(side));
      return {
        ...{ rows: count, values, stretches: stretches[side] ?? null },
        time: ordered && values !== null ? memoryOf(values) : 1,
      };
    });
    const told = toldSegments(searched, files, {
      basis,
      costs,
      axis,
      dates,
      seed,
      found: searchSegments(searched, files, LEVEL),
    });
    const hasBoth = files.reference !== undefined && errors.length > 0;
    const mix = hasBoth ? { mix: { measures: errors.flatMap(toldMix(searched, files)), refused: [] } } : {};
    dropCommonKernel();
    return { ...told, ...mix };
  },

  /** Forgets what was put in bins, where there is nothing to search. */
  dropSearched(): void {
    columns = [];
    arena.release();
    takeErrors();
  },
});

function memoryOf(values: Float64Array): number {
  const { start, end } = orderWindow(values.length);
  return effectiveSize(values.subarray(start, end)).time;
}

function missingColumn(name: string): never {
  throw new Error(`no values of ${name}`);
}

function missingLosses(side: Side): never {
  throw new Error(`no errors of the ${side} file`);
}
