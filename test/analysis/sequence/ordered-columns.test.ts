import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/analysis/compare/compare-summaries.ts';
import type { ColumnDrift } from '../../../src/facts/document/drift.ts';
import type { PerSide } from '../../../src/facts/document/side.ts';
import { tableFromCodes } from '../../../src/stats/describe/frequency-table.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../../stats/samples.ts';
import { bound, shares } from '../../../tools/calibration/simulate.ts';
import { calmSequences, changedSequences } from '../../../tools/calibration/sequences.ts';
import { levelSummaries, numberSummaries } from '../summaries.ts';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5);
const DAYS = 28;

const hoursFrom = (from: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, hour) => MONDAY + (from + hour) * HOUR);

const compared = ({ reference, current }: PerSide<ReturnType<typeof numberSummaries>['reference']>): ColumnDrift => {
  if (reference === undefined || current === undefined) throw new Error('two sides');
  const found = compare(reference, current, { seed: 1 });
  if ('notTested' in found) throw new Error('not tested');
  return found;
};

const ofTimes = (times: PerSide<Float64Array>, value: (time: number) => number): ColumnDrift => {
  const values = { reference: new Float64Array(), current: new Float64Array() };
  if (times.reference !== undefined) values.reference = times.reference.map(value);
  if (times.current !== undefined) values.current = times.current.map(value);
  return compared(numberSummaries(values, { times }));
};

const hourOf = (time: number): number => (time / HOUR) % 24;

describe('columns of ordered rows', () => {
  const whole = hoursFrom(0, DAYS * 24);

  test('a function of the clock is its calendar, with what the current file lacks', () => {
    const night = { reference: whole, current: hoursFrom(DAYS * 24, 30) };
    expect(ofTimes(night, hourOf).calendar).toEqual({ cycle: 'day', slots: 24, lacking: 0 });
    const morning = { reference: whole, current: hoursFrom(DAYS * 24, 10) };
    expect(ofTimes(morning, (time) => Math.floor(hourOf(time) / 8)).calendar).toEqual({
      cycle: 'day',
      slots: 24,
      lacking: 14,
    });
    expect(ofTimes(night, (time) => (Math.floor((time - MONDAY) / HOUR / 24) % 7 > 4 ? 1 : 0)).calendar?.cycle).toBe(
      'week',
    );
  });

  test('one that keeps to another clock now is none', () => {
    const both = { reference: whole, current: hoursFrom(DAYS * 24, 72) };
    expect(
      ofTimes(both, (time) => (time < MONDAY + DAYS * 24 * HOUR ? hourOf(time) : (hourOf(time) + 5) % 24)).calendar,
    ).toBeUndefined();
  });

  test('a part of a day is compared with the same hours, and both effects are said', () => {
    const random = seededRandom(4);
    const times = { reference: whole, current: hoursFrom(DAYS * 24 + 6, 8) };
    const { effect, evidence, yardstick } = ofTimes(
      times,
      (time) => Math.sin((2 * Math.PI * (hourOf(time) - 6)) / 24) * 3 + 0.3 * normal(random),
    );
    expect(effect.value).toBeLessThan(0.2);
    expect(effect.plain).toBeGreaterThan(0.5);
    expect(yardstick?.windows).toBe(DAYS);
    expect(evidence.pValue).toBeGreaterThan(0.05);
  });

  test('categories have the yardstick too', () => {
    const random = seededRandom(6);
    const codes = (rows: number): Int32Array => {
      let last = 0;
      return Int32Array.from({ length: rows }, () => (random() < 0.95 ? last : (last = Math.floor(3 * random()))));
    };
    const sides = { reference: codes(3000), current: codes(200) };
    const names = ['a', 'b', 'c'];
    const tables = { reference: tableFromCodes(sides.reference, names), current: tableFromCodes(sides.current, names) };
    const { reference, current } = levelSummaries(tables, sides);
    if (reference === undefined || current === undefined) throw new Error('two sides');
    const found = compare(reference, current, { seed: 1 });
    expect(found).toMatchObject({ yardstick: { windows: 15 } });
  });
});

const RUNS = 60;
const shareOf = (cells: typeof calmSequences, name: string): number => {
  const column = cells[name];
  if (column === undefined) throw new Error(`no cell ${name}`);
  return shares(column, RUNS, 11).changed;
};

describe('calibration of ordered rows, in small', () => {
  test.each([
    'plant, 13 weeks and 1',
    'plant, 13 weeks and a Tuesday',
    'AR(1) φ = 0.9, 5000 rows and 300',
    'long memory d = 0.2, 1000 rows and 1000',
    'five machines row by row, φ = 0.95, 5000 rows and 400',
    'rows of a slow process shuffled, with times',
  ])('%s, nothing changed: at most α', (name) => {
    expect(shareOf(calmSequences, name)).toBeLessThanOrEqual(bound(RUNS));
  });

  test.each([
    ['plant, 13 weeks and 13: shift of 0.2 σ', 0.8],
    ['plant, 13 weeks and 1: shift of 0.5 σ', 0.75],
    ['AR(1) φ = 0.9, 5000 rows and 5000: shift of 0.3 σ', 0.7],
  ])('%s: seen in more than %d', (name, least) => {
    expect(shareOf(changedSequences, name)).toBeGreaterThan(least);
  });
});
