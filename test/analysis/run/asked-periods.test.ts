import { expect, test } from 'vitest';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { openTables } from '../../engine/open-tables.ts';
import { reportOn } from '../../inputs/report-on.ts';

const HOUR = 3_600_000;

/** Hours from a day on; the level of `x` steps up after a number of them. */
function rows(firstDay: number, step: number): string {
  const lines = Array.from({ length: 600 }, (_, row) => {
    const moment = new Date(Date.UTC(2026, 0, firstDay) + row * HOUR).toISOString().slice(0, 16);
    const noise = Math.sin(row * row + firstDay) + Math.cos(7 * row * row);
    const x = (row < step ? 0 : 4) + noise;
    return `${moment},${x.toFixed(4)},${(x + noise).toFixed(4)},${x.toFixed(3)}`;
  });
  return ['time,x,target,prediction', ...lines].join('\n');
}

async function report(config: ConfigInput) {
  const [reference, current] = await openTables({ 'a.csv': rows(1, 600), 'b.csv': rows(26, 240) });
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  return reportOn({ reference, current }, parseConfig(config));
}

test.each([
  [undefined, 'day', 25],
  ['week', 'week', 4],
  [{ rows: 48 }, 'rows:48', 13],
] as const)(
  'periods %j are %s: of columns, of the error, and of the date since when',
  async (periods, unit, length) => {
    const { columns, performance, where } = await report(periods === undefined ? {} : { periods });
    const x = columns.find(({ name }) => name === 'x');
    expect(x?.overTime?.unit).toBe(unit);
    expect(x?.overTime?.periods.reference).toHaveLength(length);
    expect(x?.overTime?.periods.reference?.reduce((sum, { count }) => sum + count, 0)).toBe(600);
    if (performance?.state !== 'measured' || performance.whole.task !== 'regression') throw new Error('no model');
    expect(performance.whole.overTime?.unit).toBe(unit);
    const point = where?.changePoints?.find((one) => 'column' in one && one.column === 'x');
    if (unit === 'week') return;
    expect(point?.unit).toBe(unit);
    expect(point?.low).toBeLessThanOrEqual(Date.UTC(2026, 1, 5));
    expect(point?.high).toBeGreaterThanOrEqual(Date.UTC(2026, 1, 5));
  },
);

test('hours of months are more than can be shown', async () => {
  await expect(report({ periods: 'hour' })).rejects.toMatchObject({ code: 'periods' });
});
