import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseHuge, dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${String(from + i)},${String(Math.sin(from + i))}\n`).join('');
const day = (n: number): string => `n,v\n${rows(n * 100, n * 100 + 100)}`;

/** Drops what lies on disk, folders too, as the browser itself hands it out. */
async function dropPaths(page: Page, paths: string[], at: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
    // The zones appear under the pointer once something hovers.
    await page.waitForTimeout(150);
  }
}

test('a folder of daily exports is one table', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'exports-'));
  mkdirSync(join(folder, 'may'));
  for (const n of [1, 2, 10]) writeFileSync(join(folder, 'may', `day ${String(n)}.csv`), day(n));
  writeFileSync(join(folder, 'may', '.hidden'), 'x');
  await page.goto('./');
  await expect(page.getByTestId('slot-current')).toBeVisible();
  await dropPaths(page, [join(folder, 'may')], { x: 1200, y: 500 });
  await expect(page.getByTestId('slot-current')).toContainText('day 1.csv and 2 more');
  await expect(page.getByTestId('slot-current')).toContainText('3 files, read as one table');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('300 rows, 2 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.locator('summary', { hasText: '3 files' }).click();
  await expect(page.getByText('day 10.csv: 100 rows', { exact: true })).toBeVisible();
});

test('files chosen for one slot are one table, and one that does not fit is named', async ({ page }) => {
  await page.goto('./');
  const choose = page.getByLabel('Reference file');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose.setInputFiles([file('a.csv', day(1)), file('b.csv', 'n,other\n1,2\n')]);
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('error')).toContainText(
    'b.csv does not go with a.csv: it lacks “v” and has “other” besides',
    done,
  );
});

test('a folder without files, and a file that is gone, are told', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'exports-'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'gone.csv'), day(1));
  await page.goto('./');
  await expect(page.getByTestId('slot-current')).toBeVisible();
  await dropPaths(page, [join(folder, 'empty')], { x: 1200, y: 500 });
  await expect(page.getByTestId('error')).toContainText('There is no file in this folder');
  await page.getByLabel('Current file').setInputFiles(join(folder, 'gone.csv'));
  // The file may vanish before the page has had any look at it.
  rmSync(join(folder, 'gone.csv'));
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('error')).toContainText('gone.csv could not be opened', done);
});

test('three files without a side stay where they are, and what to do is said', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { '1.csv': day(1), '2.csv': day(2), '3.csv': day(3) });
  await expect(page.getByTestId('error')).toContainText('Drop those of one side on its half of the page');
});

test('a sample is a choice, said wherever rows are counted', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { 'a.csv': `n,v\n${rows(0, 5000)}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('5,000 rows', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.getByLabel('Rows of the current file', { exact: true }).selectOption('every 10th row');
  await expect(page.getByTestId('verdict')).toContainText('500 rows', done);
  await page.keyboard.press('Escape');
  await expect(
    page.getByText('This rests on a sample: 500 of 5,000 rows of the current file (every 10th row).'),
  ).toBeVisible();
  await expect(page.getByTestId('slot-current')).toContainText('500 rows of 5,000');
});

test('of two tables one above the other the second can be chosen, and a file be one column', async ({ page }) => {
  const machines = Array.from({ length: 30 }, (_, i) => `L${String(i % 3)},${String(50 + i)},ok`).join('\n');
  const tanks = Array.from({ length: 12 }, (_, i) => `T${String(i)},${String(i * 2)}`).join('\n');
  await page.goto('./');
  await dropText(page, { 'a.csv': `Line,Speed,State\n${machines}\n\nTank,Level\n${tanks}\n` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('30 rows, 3 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await expect(page.locator('p', { hasText: 'Table 1 was read; another can be chosen.' })).toBeVisible();
  await page.getByLabel('Table of the current file', { exact: true }).selectOption('2');
  await expect(page.getByTestId('verdict')).toContainText('12 rows, 2 columns', done);
  await page.getByLabel('Last lines left out of the current file', { exact: true }).selectOption('2');
  await expect(page.getByTestId('verdict')).toContainText('10 rows, 2 columns', done);
  await page.getByLabel('Delimiter of the current file', { exact: true }).selectOption('none: one column');
  await expect(page.getByTestId('verdict')).toContainText('1 column', done);
});

test('a file that cannot fit is refused at once, with a sample that does', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { 'a.csv': day(1) });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('100 rows', done);
  await chooseHuge(page);
  const error = page.getByTestId('error');
  await expect(error).toContainText(/huge\.csv has about [\d,]+ rows of 2 columns.*would fit/, done);
  await expect(error.getByRole('button', { name: /Use a random sample of [\d.]+% of the rows/ })).toBeVisible();
  await expect(page.getByTestId('verdict')).toContainText('100 rows');
});
