import { difference } from '../../../src/stats/model/metric-differences.ts';
import { estimate, type Measured } from '../../../src/stats/model/metric-estimates.ts';
import { rowBlocks, totalSums } from '../../../src/stats/model/blocks/bootstrap.ts';
import { withCalibrationLimits } from '../../../src/stats/model/calibration-limits.ts';
import { probabilityMeasures, probabilitySums } from '../../../src/stats/model/probability-sums.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { holds, type Coverage, type CoverageCase } from './coverage.ts';

const ROWS = 1000;
/** They take no replicates, so that more runs cost little. */
const TIMES = 16;

/** Calibration error of evenly spread scores, each to the power of which is the probability. */
function measuredError(power: number, random: Random, seed: number): Measured {
  const scores = Float64Array.from({ length: ROWS }, () => random());
  const target = Int32Array.from(scores, (score) => Number(random() < score ** power));
  const sums = totalSums(
    probabilitySums(
      target,
      [scores],
      rowBlocks(ROWS, null, () => 1),
    ),
  );
  const nothing = new Float64Array();
  const value = probabilityMeasures(sums, 1, 1)[2] ?? NaN;
  const measured = { value, replicates: nothing, influence: nothing, blocks: ROWS, seed, missed: 0 };
  return withCalibrationLimits(measured, sums, 1);
}

const coverageOf = (what: string, power: number, runs: number): Coverage[] => {
  const random = seededRandom(22);
  const truth = 1 / 2 - 1 / (power + 1);
  let [held, same] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const [reference, current] = [measuredError(power, random, 1), measuredError(power, random, 2)];
    held += holds(estimate(current), truth);
    same += holds(difference(reference, current, false), 0);
  }
  const counts: [string, number][] = [
    ['ece', held],
    ['difference of ece', same],
  ];
  return counts.map(([measure, count]) => ({ what, measure, share: count / runs, runs }));
};

/** Intervals of calibration error. */
export const eceIntervals: readonly CoverageCase[] = (
  [
    ['are true', 1],
    ['are slightly too high', 1.25],
    ['are too high', 1.5],
  ] as const
).map(([name, power]) => {
  const what = `1000 rows, probabilities that ${name}`;
  return { what, cover: (runs) => coverageOf(what, power, TIMES * runs) };
});
