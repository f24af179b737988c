import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../../src/facts/settings/settings.ts';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import { seededRandom, type Random } from '../../../src/stats/random.ts';
import { autoregressive } from '../../../tools/calibration/draws.ts';
import { normal } from '../../../tools/calibration/model/coverage.ts';
import { openTables } from '../../engine/open-tables.ts';
import { reportOn } from '../../inputs/report-on.ts';

const ROWS = 2000;

/** Lines of a file whose errors have an autocorrelation of .98, five minutes apart. */
function linesOf(random: Random): string[] {
  const errors = autoregressive(0.98)(random, ROWS);
  return Array.from(errors, (error, row) => {
    const target = 10 + 3 * normal(random);
    const time = new Date(Date.UTC(2026, 0, 5) + 300_000 * row).toISOString().slice(0, 19);
    return [time, normal(random).toFixed(4), target.toFixed(4), (target + error).toFixed(4)].join(',');
  });
}

const shuffled = (lines: string[], random: Random): string[] =>
  lines
    .map((line) => [random(), line] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, line]) => line);

/** How wide the interval of the mean absolute error's difference is, and whether the report says something of the model. */
async function measured(
  arrange: (lines: string[], random: Random) => string[],
  config: ConfigInput = {},
): Promise<{ width: number; state: string }> {
  const random = seededRandom(11);
  const textOf = (): string => ['time,x,target,prediction', ...arrange(linesOf(random), random)].join('\n');
  const [reference, current] = await openTables({ 'reference.csv': textOf(), 'current.csv': textOf() });
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  const { performance } = await reportOn({ reference, current }, parseConfig(config));
  if (performance?.state !== 'measured') throw new Error('no model was measured');
  const { low, high } = performance.whole.metrics.find(({ id }) => id === 'mae')?.difference ?? {};
  return { width: (high ?? NaN) - (low ?? NaN), state: performance.overall?.state ?? '' };
}

describe('a report on rows whose errors depend on each other', () => {
  test('is told by their order without anything being set, and takes them for independent only where it is told to', async () => {
    const asFound = await measured((lines) => lines);
    const independent = await measured((lines) => lines, { rowOrder: 'none' });
    expect(asFound.state).toBe('noMoreThanNoise');
    // 99 rows of such errors tell as much of their mean as one, of their sizes about 50.
    expect(asFound.width / independent.width).toBeGreaterThan(4);
  });

  test('goes by the time column where rows stand in any order', async () => {
    const asFound = await measured((lines) => lines);
    const inAnyOrder = await measured(shuffled);
    const inFileOrder = await measured(shuffled, { rowOrder: 'file' });
    expect(inAnyOrder.width / asFound.width).toBeGreaterThan(0.7);
    expect(inAnyOrder.width / inFileOrder.width).toBeGreaterThan(3);
  });
});
