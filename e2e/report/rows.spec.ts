import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dropText } from '../files.ts';
import { expectAccessible } from '../screen/axe.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const HOSTILE = `</script> "'; DROP`;
const read = (name: string): string[][] =>
  readFileSync(`e2e/fixtures/${name}.csv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const textOf = (rows: readonly string[][]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n');

/** The machine's file with rows that nobody has seen before: by row number, which cells are others. */
const PLANTED: Record<number, Record<string, string>> = {
  100: { Torque: '900' },
  50: { Torque: '-4000' },
  2000: { Torque: '901.25' },
  700: { Type: HOSTILE },
  2500: { 'Tool wear': 'OFF' },
};

function planted(): { rows: string[][]; names: string[] } {
  const [names = [], ...rows] = read('ai4i_current');
  for (const [row, cells] of Object.entries(PLANTED)) {
    for (const [name, cell] of Object.entries(cells)) {
      const line = rows[Number(row) - 1];
      if (line !== undefined) line[names.indexOf(name)] = cell;
    }
  }
  return { rows, names };
}

async function openPair(page: Page): Promise<ReturnType<typeof planted>> {
  const file = planted();
  await page.goto('./');
  await dropText(page, {
    'reference.csv': textOf(read('ai4i_reference')),
    'current.csv': textOf([file.names, ...file.rows]),
  });
  await expect(page.getByTestId('verdict')).toContainText(/\d columns|changed|moved/, done);
  return file;
}

const quality = (page: Page) => page.locator('#quality');
const rowsOf = (page: Page, said: RegExp) => quality(page).getByRole('button', { name: said }).first();
const dialog = (page: Page) => page.getByTestId('rows');
const numbers = (page: Page) => dialog(page).locator('tbody th');

/** 0.0 is 0, whichever way it was written. */
const plain = (cell = ''): string | number => (cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell));

/** A line of CSV as its cells. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

test('values beyond the range open to their rows, the farthest first, by keyboard alone; the CSV file holds what stands in the file', async ({
  page,
}) => {
  const { rows, names } = await openPair(page);
  const opener = rowsOf(page, /^Show rows: 3 current values .* outside the ordinary range/);
  await opener.focus();
  await opener.press('Enter');
  await expect(dialog(page).getByRole('status').first()).toHaveText(
    '3 rows of the current file. The farthest out first.',
  );
  await expect(numbers(page)).toHaveText(['50', '2,000', '100']);
  expect(await page.evaluate(() => document.activeElement?.closest('[data-testid=rows]') !== null)).toBe(true);
  await expectAccessible(page, 'rows', '[data-testid=rows]');
  const save = dialog(page).getByRole('button', { name: 'CSV of 3 rows' });
  await save.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
  expect(download.suggestedFilename()).toBe('current.rows.csv');
  const written = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .map(cellsOf);
  const [head = [], ...lines] = written;
  expect([...head].sort()).toEqual(['Row', ...names].sort());
  for (const line of lines) {
    const row = Object.fromEntries(head.map((name, i) => [name, plain(line[i])]));
    const inFile = Object.fromEntries(names.map((name, i) => [name, plain(rows[Number(row['Row']) - 1]?.[i])]));
    expect(row).toEqual({ Row: row['Row'], ...inFile });
  }
  expect(lines.map(([row]) => row)).toEqual(['50', '2000', '100']);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('cells that could not be read and new categories open to the rows that held them, whatever stood there', async ({
  page,
}) => {
  await openPair(page);
  await rowsOf(page, /^Show rows: 1 cell in the current file could not be read/).click();
  await expect(dialog(page).getByRole('status').first()).toHaveText('1 row of the current file.');
  await expect(numbers(page)).toHaveText(['2,500']);
  await expect(dialog(page).getByRole('cell', { name: 'OFF', exact: true })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await rowsOf(page, /^Show rows: 1 new category/).click();
  await expect(numbers(page)).toHaveText(['700']);
  await expect(dialog(page).getByRole('cell', { name: HOSTILE, exact: true })).toBeVisible();
});

test('at 390 px the rows scroll inside of their sheet; a report without its data has none', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openPair(page);
  await rowsOf(page, /^Show rows: 3 current values .* outside the ordinary range/).click();
  await expect(dialog(page).locator('tbody tr')).toHaveCount(3);
  const overflow = await page.evaluate(() => {
    const sheet = document.querySelector('[data-testid=rows]');
    return { page: document.documentElement.scrollWidth, sheet: (sheet?.scrollWidth ?? 0) - (sheet?.clientWidth ?? 0) };
  });
  expect(overflow).toEqual({ page: 390, sheet: 0 });
  await expectAccessible(page, 'rows at 390 px', '[data-testid=rows]');
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: /^Report document/ }).click();
    })(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  await page.reload();
  await dropText(page, { 'report.json': saved });
  await expect(quality(page)).toContainText('outside the ordinary range', done);
  await expect(page.getByRole('button', { name: /^Show rows/ })).toHaveCount(0);
});
