import type { BinnedCounts, BinnedDistance } from '../stats/binned-counts.ts';
import { hellinger } from '../stats/hellinger.ts';
import { jensenShannon } from '../stats/jensen-shannon.ts';
import { psi } from '../stats/psi.ts';
import type { BinScore, PerSide } from './results.ts';

const methods: Record<BinScore['method'], (counts: BinnedCounts) => BinnedDistance> = {
  psi,
  jensen_shannon: jensenShannon,
  hellinger,
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Distances over the bins (or categories) of a picture, with what each of them adds; none where a side is empty. */
export function binScores({ reference = [], current = [] }: PerSide<number[]>): BinScore[] {
  if (sum(reference) === 0 || sum(current) === 0) return [];
  const counts = { reference: Float64Array.from(reference), current: Float64Array.from(current) };
  return Object.entries(methods).map(([method, compute]) => {
    const { value, parts } = compute(counts);
    return { method: method as BinScore['method'], value, parts: [...parts] };
  });
}
