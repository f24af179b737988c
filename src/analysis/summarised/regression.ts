import { elementAt } from '../../facts/element-at.ts';
import { largest } from '../../facts/extremes.ts';
import type { RegressionResult } from '../../facts/document/model/regression.ts';
import type { Overall } from '../../facts/document/performance.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { SummarisedModel, SummedError } from '../../facts/summary-file.ts';
import { memoryOf } from '../../stats/sequence/memory.ts';
import {
  blockLength,
  bootstrap,
  missedShare,
  replicatesOf,
  totalSums,
  type BlockSums,
} from '../../stats/model/blocks/bootstrap.ts';
import { mergedBlocks } from '../../stats/model/blocks/merged.ts';
import { withRatioLimits, type Measured } from '../../stats/model/metric-estimates.ts';
import {
  regressionMeasures,
  regressionSumsOf,
  SMOOTH_MEASURES,
  type KnownSums,
} from '../../stats/model/regression-sums.ts';
import { comparedOf, overallOf } from '../model/overall.ts';
import { smoothMetric } from '../model/regression-metrics.ts';

type Errors = NonNullable<SummarisedModel['errors']>;

/** Sums of a file's errors. */
export interface SummarisedErrors {
  /** All rows of the file. */
  rows: number;
  missingTarget: number;
  errors: Errors;
}

/** What sums of errors tell of a regression; quantiles, pictures of single errors and models without inputs need the rows. */
export function summarisedRegression(
  sides: PerSide<SummarisedErrors>,
  seed: number,
): RegressionResult & { overall: Overall } {
  const blocks = mapSides(sides, ({ errors }) => blocksOf(errors));
  const times = mapSides(blocks, memoryIn);
  const length = largest(
    Object.values(mapSides(blocks, ({ width, sums }, side) => blockLength(sums.length / width, times[side] ?? 1))),
    1,
  );
  const measured = mapSides(blocks, (sums, side) =>
    measuredOf(mergedBlocks(sums, length), {
      seed: side === 'reference' ? seed : seed + 1,
      missed: missedShare({ length }, times[side] ?? 1),
    }),
  );
  const smooth = SMOOTH_MEASURES.map((id, i) => ({ id, sides: mapSides(measured, (all) => elementAt(all, i)) }));
  const whole: RegressionResult = {
    task: 'regression',
    rows: mapSides(sides, ({ rows, missingTarget, errors }) => {
      const used = sumOf(errors.error.n);
      return { rows, used, missingTarget, missingPrediction: rows - missingTarget - used, unpaired: 0 };
    }),
    nearZeroTargets: mapSides(sides, ({ errors }) => sumOf(errors.error.n) - sumOf(errors['relative error'].n)),
    metrics: smooth.map(smoothMetric),
    ...{ naive: {}, density: null, overTime: null, error: null, normalQuantiles: null, byPrediction: null, groups: {} },
  };
  return { ...whole, overall: overallOf(whole, [comparedOf(smooth)]) };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function blocksOf(errors: Errors): BlockSums {
  const at = (name: SummedError, key: 'n' | 'total' | 'squares', i: number): number => elementAt(errors[name][key], i);
  const blocks = Array.from(errors.error.starts, (_, i): KnownSums => ({
    n: at('error', 'n', i),
    error: at('error', 'total', i),
    absoluteError: at('absolute error', 'total', i),
    squaredError: at('error', 'squares', i),
    relativeErrors: at('relative error', 'n', i),
    relativeError: at('relative error', 'total', i),
    absoluteTarget: at('absolute target', 'total', i),
    symmetricError: at('symmetric error', 'total', i),
    target: at('target', 'total', i),
    squaredTarget: at('target', 'squares', i),
  }));
  const n = sumOf(errors.error.n);
  return regressionSumsOf(blocks, { target: sumOf(errors.target.total) / n, error: sumOf(errors.error.total) / n });
}

/** How long the errors remember, in stretches of time: blocks are to be longer, so that they have little in common. */
function memoryIn({ width, sums }: BlockSums): number {
  const count = sums.length / width;
  const total = totalSums({ width, sums });
  // Sums of absolute errors and of targets, each less what so many rows have on the whole.
  const times = [2, 8].map((place) => {
    const mean = elementAt(total, place) / elementAt(total, 0);
    const series = Float64Array.from(
      { length: count },
      (_, i) => elementAt(sums, i * width + place) - mean * elementAt(sums, i * width),
    );
    return memoryOf(series).time;
  });
  return largest(times, 1);
}

function measuredOf(blocks: BlockSums, drawing: { seed: number; missed: number }): Measured[] {
  const values = regressionMeasures(totalSums(blocks));
  const replicates = bootstrap(blocks, regressionMeasures, drawing);
  const timeShare = (2 * drawing.missed) / (blocks.sums.length / blocks.width);
  return SMOOTH_MEASURES.map((id, i) => {
    const measured = { value: values[i] ?? NaN, ...replicatesOf(replicates, i) };
    return id === 'r2' ? withRatioLimits(measured, timeShare) : measured;
  });
}
