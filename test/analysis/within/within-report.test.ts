import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../../src/facts/settings/settings.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { analyze } from '../../inputs/analyze.ts';
import { column } from '../../inputs/read-report.ts';

/** Rows of three shifts, each at a level of its own, and a class that is more frequent at night. */
function rows(seed: number, nights: number, { off = 0, size = 1500 } = {}): string {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lines = Array.from({ length: size }, () => {
    const shift = random() < nights ? 'night' : random() < 0.5 ? 'early' : 'late';
    const level = { early: 0, late: 0.5, night: 3 }[shift];
    const grade = random() < (shift === 'night' ? 0.5 : 0.1) ? 'B' : 'A';
    const line = 10 + Math.floor(3 * random());
    return [shift, line, (level + normal() + off).toFixed(4), grade, normal().toFixed(4)].join(',');
  });
  return ['shift,line,power,grade,other', ...lines].join('\n');
}

const within: ConfigInput = { compareWithin: ['shift'] };

describe('another mix of shifts, and nothing else', () => {
  const files = { reference: rows(1, 0.2), current: rows(2, 0.6) };

  test('as a whole, numbers and categories changed; within shifts, neither did', async () => {
    const whole = await analyze(files, {});
    expect(['power', 'grade'].map((name) => column(whole, name).drift?.state)).toEqual(['changed', 'changed']);
    const report = await analyze(files, within);
    expect(['power', 'grade', 'other'].map((name) => column(report, name).drift?.state)).toEqual([
      ...['stable', 'stable', 'stable'],
    ]);
    expect(column(report, 'shift').drift?.state).toBe('changed');
    expect(column(report, 'shift').drift?.within).toBeUndefined();
  });

  test('both numbers are said', async () => {
    const report = await analyze(files, within);
    const { drift } = column(report, 'power');
    console.log(report.verdict.headline, report.verdict.detail, report.columns.map((c) => c.drift?.text), drift?.why.map((w) => w.text), drift);
    expect(drift?.text).toContain('within');
  });
});
