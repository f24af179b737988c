import { largest, smallest } from '../../../facts/extremes.ts';
import { codeSums } from '../../../stats/describe/code-sums.ts';
import { crossCounts } from '../../../stats/depend/cross-counts.ts';
import { multiplesAround, niceStep } from '../../../stats/describe/nice-step.ts';
import { sortedFinite } from '../../../stats/model/error-groups.ts';
import { sortedQuantile } from '../../../stats/describe/small-summaries.ts';
import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import type { BinnedFeature, ScoredRows } from '../scored-rows.ts';
import type { FeatureBins, FeaturePlane } from '../../../facts/document/model/features.ts';

/** Cells of the plane of actual and predicted values in each direction, about. */
const CELLS = 24;
/** The plane spans all but the outermost thousandth; what lies outside counts in the cells at the edge. */
const OUTER = 0.001;
/** Rows that its ends are taken from, where there are more. */
const SAMPLE_ROWS = 20_000;

/** Where each row lies in the plane of actual and predicted values. */
export interface PlaneRows {
  edges: number[];
  /** Predicted · cells + actual, −1 where left out. */
  codes: PerSide<Int32Array>;
}

interface ActualAndPredicted {
  target: Float64Array;
  prediction: Float64Array;
}

/** The plane that a regression's rows are put into, the same for every feature; classes have none. */
export function planeRows(scored: PerSide<Pick<ScoredRows, 'target' | 'prediction'>>): PlaneRows {
  const rows: PerSide<ActualAndPredicted> = {};
  mapSides(scored, ({ target, prediction }, side) => {
    if (target instanceof Float64Array && prediction instanceof Float64Array) rows[side] = { target, prediction };
  });
  const ends = Object.values(rows).flatMap(({ target, prediction }) => [...endsOf(target), ...endsOf(prediction)]);
  if (ends.length === 0) return { edges: [], codes: {} };
  const [low, high] = [smallest(ends), largest(ends)];
  const width = high > low ? high - low : Math.max(1, Math.abs(low));
  const edges = multiplesAround(low, low + width, niceStep(width, CELLS));
  return { edges, codes: mapSides(rows, ({ target, prediction }) => planeCodes(target, prediction, edges)) };
}

function endsOf(values: Float64Array): number[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLE_ROWS));
  const sample = step === 1 ? values : values.filter((_, row) => row % step === 0);
  const sorted = sortedFinite(sample);
  return sorted.length === 0 ? [] : [sortedQuantile(sorted, OUTER), sortedQuantile(sorted, 1 - OUTER)];
}

function planeCodes(target: Float64Array, prediction: Float64Array, edges: readonly number[]): Int32Array {
  const cells = edges.length - 1;
  const first = edges[0] ?? 0;
  const scale = cells / ((edges.at(-1) ?? 1) - first);
  const codes = new Int32Array(target.length).fill(-1);
  for (let row = 0; row < target.length; row++) {
    const x = (target[row]! - first) * scale;
    const y = (prediction[row]! - first) * scale;
    if (x !== x || y !== y) continue;
    const [i, j] = [x < 0 ? 0 : x >= cells ? cells - 1 : x | 0, y < 0 ? 0 : y >= cells ? cells - 1 : y | 0];
    codes[row] = j * cells + i;
  }
  return codes;
}

/** What a feature is like in each cell of the plane: the mean of its numbers, or the share of each category. */
export function featurePlane(
  { edges, codes }: PlaneRows,
  features: PerSide<BinnedFeature>,
  bins: FeatureBins,
): FeaturePlane | null {
  if (edges.length === 0) return null;
  const cells = (edges.length - 1) ** 2;
  return {
    edges,
    cells: mapSides(codes, (sideCodes, side) => {
      const feature = features[side] ?? { codes: new Int32Array(), values: null };
      return bins.kind === 'numeric' && feature.values !== null
        ? meanCells(sideCodes, feature.values, cells)
        : shareCells(sideCodes, feature.codes, { cells, categories: bins.kind === 'numeric' ? 0 : bins.names.length });
    }),
  };
}

type Cells = NonNullable<FeaturePlane['cells']['current']>;

function meanCells(codes: Int32Array, values: Float64Array, cells: number): Cells {
  const { counts: rows, sums } = codeSums(values, codes, cells);
  const cellIndices = [...rows.keys()].filter((cell) => rows[cell]! > 0);
  return {
    at: cellIndices,
    rows: cellIndices.map((cell) => rows[cell]!),
    values: [cellIndices.map((cell) => sums[cell]! / rows[cell]!)],
  };
}

/** All rows of a cell count, those of other categories than the named ones too. */
function shareCells(codes: Int32Array, categories: Int32Array, counts: { cells: number; categories: number }): Cells {
  const width = counts.categories + 1;
  const table = crossCounts(categories, codes, { width, height: counts.cells });
  const rows = Array.from({ length: counts.cells }, (_, cell) =>
    table.subarray(cell * width, (cell + 1) * width).reduce((sum, count) => sum + count, 0),
  );
  const cellIndices = [...rows.keys()].filter((cell) => rows[cell]! > 0);
  return {
    at: cellIndices,
    rows: cellIndices.map((cell) => rows[cell]!),
    values: Array.from({ length: counts.categories }, (_, category) =>
      cellIndices.map((cell) => table[cell * width + category]! / rows[cell]!),
    ),
  };
}
