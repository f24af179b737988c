import { expect, test } from 'vitest';
import { periodCounts } from '../../../src/engine/columns/period-counts.ts';
import { openTables } from '../open-tables.ts';

const DAY = 86_400_000;
const first = Date.UTC(2026, 0, 1);
/** Periods of different lengths, the third without rows. */
const starts = [0, 1, 3, 4, 5].map((day) => first + day * DAY);

const rows = [
  ['2026-01-01 00:00:00', '1', 'a', 'true'],
  ['2026-01-01 23:59:59', '', `it's; "b"`, 'false'],
  ['2026-01-02 12:00:00', 'nan', `it's; "b"`, ''],
  ['2026-01-03 12:00:00', '4', '', 'true'],
  ['2026-01-05 00:00:00', '5', 'a', 'true'],
  ['2026-01-06 00:00:00', '6', 'a', 'true'],
  ['', '7', 'a', 'true'],
];
const csv = [['at', 'x', '__proto__', 'ok'], ...rows]
  .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  .join('\n');

test('rows, filled cells and a text are counted period by period, hostile names and texts included', async () => {
  const [data] = await openTables({ 'a.csv': `${csv}\n` });
  if (data === undefined) throw new Error('no table');
  const columnOf = (wanted: string) => {
    const column = data.columns.find(({ name }) => name === wanted);
    if (column === undefined) throw new Error(`no column ${wanted}`);
    return column;
  };
  const time = { column: columnOf('at'), starts };
  const [x, text, ok] = await periodCounts(data, time, [
    { column: columnOf('x'), form: 'number', text: null },
    { column: columnOf('__proto__'), form: 'text', text: `it's; "b"` },
    { column: columnOf('ok'), form: 'text', text: 'true' },
  ]);
  const counts = (of: Float64Array | undefined): number[] => [...(of ?? [])];
  // Outside of the periods, and without a time, nothing is counted.
  expect(counts(x?.rows)).toEqual([2, 2, 0, 1]);
  expect(counts(x?.filled)).toEqual([1, 1, 0, 1]);
  expect(counts(text?.filled)).toEqual([2, 1, 0, 1]);
  expect(counts(text?.holding)).toEqual([1, 1, 0, 0]);
  expect(counts(ok?.holding)).toEqual([1, 1, 0, 1]);
  expect(
    await periodCounts(data, { ...time, starts: [] }, [{ column: columnOf('x'), form: 'number', text: null }]),
  ).toEqual([{ rows: new Float64Array(), filled: new Float64Array(), holding: new Float64Array() }]);
});
