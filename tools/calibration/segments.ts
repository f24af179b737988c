import { mapSides } from '../../src/facts/document/sides.ts';
import { effectiveSize } from '../../src/stats/adjust/effective-size.ts';
import { binCodes, binEdges } from '../../src/stats/model/bin-edges.ts';
import { seededRandom } from '../../src/stats/random.ts';
import type { BinnedColumn } from '../../src/stats/segments/find-segments.ts';
import { searchSegments } from '../../src/stats/segments/search.ts';
import { autoregressive } from './draws.ts';
import { markdownTable, percent } from './tables.ts';

/** Two files of one process, in whose current one something may be planted. */
export interface SegmentCell {
  rows: number;
  columns: number;
  /** Autocorrelation of errors and features. */
  memory: number;
  /** Whether rows are searched by their error, or by which of them are current. */
  by: 'error' | 'rows';
  /** Whether the error of about 5 % of the current rows, where two features are high, is half as large again. */
  isPlanted: boolean;
}

const LEVEL = 0.05;
/** Beyond it 22.4 % of normal values lie: of two, 5 %. */
const HIGH = 0.76;
/** A segment is the planted one where they share so much of their rows. */
const SHARED = 0.5;

interface Drawn {
  columns: BinnedColumn[];
  isPlanted: Uint8Array;
  errors: Record<'reference' | 'current', Float64Array>;
}

function drawn({ rows, columns: count, memory, isPlanted }: SegmentCell, seed: number): Drawn {
  const random = seededRandom(seed);
  const draw = autoregressive(memory);
  const bothFiles = () => ({ reference: draw(random, rows), current: draw(random, rows) });
  const features = Array.from({ length: count }, bothFiles);
  const noise = bothFiles();
  const marks = new Uint8Array(rows);
  if (isPlanted) {
    for (let row = 0; row < rows; row++)
      marks[row] = Number(features.slice(0, 2).every(({ current }) => current[row]! > HIGH));
  }
  return {
    columns: features.map(inDeciles),
    isPlanted: marks,
    errors: {
      reference: noise.reference.map(Math.abs),
      current: noise.current.map((error, row) => Math.abs(error) * (marks[row] === 1 ? 1.5 : 1)),
    },
  };
}

function inDeciles(values: Drawn['errors']): BinnedColumn {
  const edges = binEdges(values.reference, 10);
  return {
    bins: edges.length + 1,
    order: 'line',
    codes: mapSides(values, (side) => Uint8Array.from(binCodes(side, edges))),
  };
}

/** Whether any segment is told, and whether one is that which was planted. */
export function segmentsOf(cell: SegmentCell, seed: number): { isAny: boolean; isFound: boolean } {
  const { columns, isPlanted, errors } = drawn(cell, seed);
  const files = mapSides(errors, (values) => ({
    ...{ rows: cell.rows, stretches: null, values: cell.by === 'error' ? values : null },
    time: cell.by === 'error' ? effectiveSize(values).time : 1,
  }));
  const { segments } = searchSegments(columns, files, LEVEL);
  const sharedBy = ({ sets }: (typeof segments)[number]): number => {
    let [both, joined] = [0, 0];
    for (let row = 0; row < cell.rows; row++) {
      const isInside = sets.every(({ column, bins }) => bins.includes(columns[column]?.codes.current?.[row] ?? -1));
      both += Number(isInside && isPlanted[row] === 1);
      joined += Number(isInside || isPlanted[row] === 1);
    }
    return both / joined;
  };
  return {
    isAny: segments.length > 0,
    isFound: cell.isPlanted && segments.some((segment) => sharedBy(segment) >= SHARED),
  };
}

const calm = { rows: 30_000, isPlanted: false };
const cells: SegmentCell[] = [
  ...([0, 0.9] as const).flatMap((memory) =>
    ([10, 100] as const).flatMap((columns) =>
      (['error', 'rows'] as const).map((by): SegmentCell => ({ ...calm, columns, memory, by })),
    ),
  ),
  ...([0, 0.9] as const).map((memory): SegmentCell => ({
    rows: 100_000,
    columns: 10,
    memory,
    by: 'error',
    isPlanted: true,
  })),
];

/** How often reports tell of a segment: of so many with a hundred columns, and four times as many with ten. */
export function segmentTable(runs: number): string {
  const measured = cells.map((cell) => {
    const reports = cell.columns > 50 ? runs : 4 * runs;
    const found = Array.from({ length: reports }, (_, run) => segmentsOf(cell, 1 + run));
    const shareOf = (holds: (one: (typeof found)[number]) => boolean): string =>
      percent(found.filter(holds).length / reports);
    console.log(
      JSON.stringify(cell),
      shareOf(({ isAny }) => isAny),
      shareOf(({ isFound }) => isFound),
    );
    return [
      cell.isPlanted ? 'two features, 5 % of rows, error + 50 %' : 'nothing',
      ...[String(cell.rows), String(cell.columns), cell.memory === 0 ? 'independent' : `AR ${String(cell.memory)}`],
      cell.by === 'error' ? 'error' : 'which rows are current',
      String(reports),
      shareOf(({ isAny }) => isAny),
      cell.isPlanted ? shareOf(({ isFound }) => isFound) : '–',
    ];
  });
  const heads = [
    'planted',
    'rows a file',
    'columns',
    'rows',
    'searched by',
    'reports',
    'any segment',
    'the planted one',
  ];
  return markdownTable(heads, measured);
}
