import {
  blockLength,
  bootstrap,
  missedShare,
  replicatesOf,
  rowBlocks,
  totalSums,
  type BlockSums,
  type Replicates,
} from '../../stats/model/blocks/bootstrap.ts';
import { classMeasures, confusionSums, overallMeasures } from '../../stats/model/confusion.ts';
import type { Measured } from '../../stats/model/metric-estimates.ts';
import { NO_LIMITS, type Limits } from '../../stats/model/mover.ts';
import { rateLimits } from '../../stats/model/rate-limits.ts';
import { Z } from '../../stats/model/wilson.ts';
import type { Classified } from './measured-rows.ts';

/** Counts of confusion a file's blocks may hold together. */
const MOST_COUNTS = 2_000_000;

/** A file's confusion matrix with all measures of it. */
export interface Confusion {
  total: Float64Array;
  /** All measures in one row: overall ones, then those of each class. */
  values: number[];
  replicates: Replicates;
  /** How far the intervals of these measures reach where events are few, for so many normal deviates. */
  reachAt: Record<'values' | 'differences' | 'tests', (z: number) => ReturnType<typeof rateLimits>>;
}

/** How many blocks of counts of so many classes a file may have. */
export const mostBlocks = (classes: number): number =>
  Math.min(1000, Math.max(50, Math.floor(MOST_COUNTS / classes ** 2)));

/** Counts, measures and their replicates. */
export function confusionOf({ rows, predicted, time, seed }: Classified, classes: number): Confusion {
  const maxBlocks = mostBlocks(classes);
  const blocks = rowBlocks(rows.target.length, rows.places, (places) => blockLength(places, time, maxBlocks));
  const sums = confusionSums(rows.target, predicted, classes, blocks);
  return confusionOfBlocks(sums, classes, { time, seed, missed: missedShare(blocks, time) });
}

/** The same from counts over blocks; `time` says how many rows in a row tell as much as one. */
export function confusionOfBlocks(
  sums: BlockSums,
  classes: number,
  { time, seed, missed }: { time: number; seed: number; missed: number },
): Confusion {
  const measuresOf = (counts: Float64Array): number[] => [
    ...overallMeasures(counts),
    ...Array.from({ length: classes }, (_, classIndex) => classMeasures(counts, classIndex)).flat(),
  ];
  const total = totalSums(sums);
  const replicates = classes > 12 ? 200 : 1000;
  return {
    total,
    values: measuresOf(total),
    replicates: bootstrap(sums, measuresOf, { seed, replicates, missed }),
    reachAt: {
      values: remembered((z) => rateLimits(total, { time, z, role: 'values' })),
      differences: remembered((z) => rateLimits(total, { time, z, role: 'differences' })),
      tests: remembered((z) => rateLimits(total, { time, z, role: 'tests' })),
    },
  };
}

function remembered<Result>(compute: (z: number) => Result): (z: number) => Result {
  const known = new Map<number, Result>();
  return (z) => {
    const result = known.get(z) ?? compute(z);
    known.set(z, result);
    return result;
  };
}

/** One of its measures. */
export function measuredAt({ values, replicates, reachAt }: Confusion, index: number): Measured {
  const value = values[index] ?? NaN;
  const isFew = (reachAt.values(Z)[index] ?? null) !== null;
  const limitsOf =
    (role: keyof Confusion['reachAt']) =>
    (z: number): Limits => {
      const reach = reachAt[role](z)[index];
      return reach ? { low: value - reach.down, high: Math.min(1, value + reach.up) } : NO_LIMITS;
    };
  return {
    ...{ value, ...replicatesOf(replicates, index) },
    ...(isFew && {
      limitsAt: limitsOf('values'),
      part: { value, limitsAt: limitsOf('differences') },
      testLimitsAt: limitsOf('tests'),
    }),
  };
}
