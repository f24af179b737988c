import { parseConfig } from '../../src/facts/settings/settings.ts';
import { NUMERIC_TESTS } from '../../src/facts/methods.ts';
import { changes, numericDraws } from './draws.ts';
import { numericColumn, sharesByTest, type Column } from './simulate.ts';
import { markdownTable, percent } from './tables.ts';

const CALM = [
  [30, 100],
  [300, 300],
  [1000, 100],
] as const;
/** Rows a side where something changed. */
const CHANGED_ROWS = 300;

const usual = parseConfig().tests;
const tests = NUMERIC_TESTS.map((numeric) => ({ ...usual, numeric }));

/** How often each test that a verdict on numbers may go by calls a column changed. */
export function testTables(runs: number): string {
  const changed = (column: Column, seed: number): number[] =>
    sharesByTest(column, { tests, runs, seed }).map((shares) => shares.changed);
  const calm = Object.entries(numericDraws).map(([row, draw]) => {
    const cells = CALM.map(([n, m]) => changed(numericColumn(draw, n, m), n + m));
    return [row, ...NUMERIC_TESTS.map((_, i) => percent(Math.max(...cells.map((shares) => shares[i] ?? NaN))))];
  });
  const { normal } = numericDraws;
  if (normal === undefined) throw new Error('no normal draw');
  const power = Object.entries(changes).map(([row, change]) => [
    row,
    ...changed(numericColumn(normal, CHANGED_ROWS, CHANGED_ROWS, change), CHANGED_ROWS).map(percent),
  ]);
  return `**By each test of numbers**, ${String(runs)} seeded runs a cell. Nothing changed: share of columns called \`changed\`, the largest over
${CALM.map(([n, m]) => `${String(n)} and ${String(m)}`).join(', ')} rows.

${markdownTable(['', ...NUMERIC_TESTS], calm)}

Something changed: ${String(CHANGED_ROWS)} independent rows a side.

${markdownTable(['', ...NUMERIC_TESTS], power)}`;
}
