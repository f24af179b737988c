import { describe, expect, test } from 'vitest';
import { mixByChance, mixWithin, type GroupSums } from '../../../src/stats/segments/mix-within.ts';
import fixture from '../fixtures/mix-within.json' with { type: 'json' };

const groups = ({ rows, sums }: { rows: number[]; sums: number[] }): GroupSums => ({
  rows: Float64Array.from(rows),
  sums: Float64Array.from(sums),
});

describe.each(fixture.cases.map((given, i) => ({ i, ...given })))('mix and within, case $i', (given) => {
  const [before, after] = [groups(given.before), groups(given.after)];

  test('agree with numpy, and add up to the difference', () => {
    const { mix, within, mixes, withins } = mixWithin(before, after);
    const scale = Math.max(1, Math.abs(given.difference), given.before.sums[0]! / given.before.rows[0]!);
    expect(Math.abs(mix - given.mix) / scale).toBeLessThan(1e-9);
    expect(Math.abs(within - given.within) / scale).toBeLessThan(1e-9);
    expect(Math.abs(mix + within - given.difference) / scale).toBeLessThan(1e-9);
    expect(mixes.reduce((a, b) => a + b, 0) + withins.reduce((a, b) => a + b, 0)).toBeCloseTo(mix + within, 12);
  });
});

const drawn = fixture.cases.flatMap(({ chance, ...given }, i) => (chance === null ? [] : [{ i, chance, ...given }]));

test.each(drawn)('what chance makes of the mix is that of permuted rows, case $i', (given) => {
  const [reference = 0, current = 0] = given.variances;
  const { mean, deviation } = mixByChance(groups(given.before), groups(given.after), { reference, current });
  const [drawnMean = NaN, drawnDeviation = NaN] = given.chance;
  expect(Math.abs(mean - drawnMean)).toBeLessThan((4 * deviation) / Math.sqrt(20_000));
  expect(Math.abs(deviation / drawnDeviation - 1)).toBeLessThan(0.03);
});

test('a group that is new is all mix', () => {
  const before = groups({ rows: [100, 0], sums: [100, 0] });
  const after = groups({ rows: [100, 100], sums: [100, 300] });
  expect(mixWithin(before, after)).toMatchObject({ mix: 1, within: 0 });
});
