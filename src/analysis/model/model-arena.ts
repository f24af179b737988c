import { Kernel } from '../../stats/kernel/kernel.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import type { PlaneRows } from './features/feature-plane.ts';
import type { ScoredRows, Series } from './scored-rows.ts';

/** Memory for one feature: filled anew for each. */
export interface FeatureArena {
  values: Float64Array;
  codes: Int32Array;
}

/** What every feature is held against, beside memory for a feature, where the kernel walks over them without a copy. */
export interface ModelArena {
  scored: PerSide<ScoredRows>;
  plane: PlaneRows;
  features: PerSide<FeatureArena>;
}

interface SideArrays {
  series: Float64Array[];
  codes: Int32Array[];
  rows: number;
}

function arraysOf(scored: ScoredRows, plane?: Int32Array): SideArrays {
  const { prediction, error, loss, target, targets, groups } = scored;
  const series = [prediction, error, loss, ...(target === null ? [] : [target]), ...targets];
  return {
    series: [...new Set(series)].filter((values) => values instanceof Float64Array),
    codes: [groups.codes, ...(plane === undefined ? [] : [plane])],
    rows: groups.codes.length,
  };
}

/**
 * Moves a model's rows into one memory.
 * @param scored every file's rows
 * @param plane where the rows lie in the plane of actual and predicted values
 */
export function layOutModel(scored: PerSide<ScoredRows>, plane: PlaneRows): ModelArena {
  const kernel = new Kernel();
  const arrays = mapSides(scored, (scoredRows, side) => arraysOf(scoredRows, plane.codes[side]));
  const present = SIDES.flatMap((side) => (arrays[side] === undefined ? [] : [arrays[side]]));
  const places = kernel.layOut(
    present.flatMap(({ series, codes, rows }) => [
      ...[...series, ...codes].map((array) => array.byteLength),
      ...[8 * rows, 4 * rows],
    ]),
  );
  const next = (): number => places.shift() ?? 0;
  const moved = new Map<Float64Array | Int32Array, Float64Array | Int32Array>();
  const features = mapSides(arrays, ({ series, codes, rows }): FeatureArena => {
    for (const array of series) moved.set(array, kernel.doubles(next(), array.length));
    for (const array of codes) moved.set(array, kernel.integers(next(), array.length));
    return { values: kernel.doubles(next(), rows), codes: kernel.integers(next(), rows) };
  });
  for (const [source, target] of moved) target.set(source);
  const seriesAt = (series: Series): Series =>
    series instanceof Float64Array ? ((moved.get(series) as Float64Array | undefined) ?? series) : series;
  const codesAt = (codes: Int32Array): Int32Array => (moved.get(codes) as Int32Array | undefined) ?? codes;
  return {
    scored: mapSides(scored, (scoredRows) => ({
      ...scoredRows,
      ...{
        prediction: seriesAt(scoredRows.prediction),
        error: seriesAt(scoredRows.error),
        loss: seriesAt(scoredRows.loss),
      },
      target: scoredRows.target && seriesAt(scoredRows.target),
      targets: scoredRows.targets.map(seriesAt),
      groups: { ...scoredRows.groups, codes: codesAt(scoredRows.groups.codes) },
    })),
    plane: { ...plane, codes: mapSides(plane.codes, codesAt) },
    features,
  };
}
