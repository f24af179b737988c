import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { COLUMN_CONTROLS, FILE_CONTROLS, type PanelOf } from '../../test/ui/reading-controls.ts';
import { TABLES } from '../../test/inputs/table-cases/table-cases.ts';
import { dropOn, dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

/** Two tables, the first with years of two digits and states. */
const text = [
  'day,flow',
  ...Array.from({ length: 40 }, (_, i) => `13.03.${String(30 + i)},${i % 4 === 0 ? 'OFF' : String(i / 2)}`),
  '',
  'name,count',
  ...Array.from({ length: 10 }, (_, i) => `n${String(i)},${String(i)}`),
].join('\n');

async function open(page: Page, form: PanelOf): Promise<void> {
  await page.goto('./');
  if (form === 'text') await dropText(page, { 'a.csv': text });
  else {
    const bytes = readFileSync(`${TABLES}/xlsx-cover-sheet/a.xlsx`).toString('base64');
    await dropOn(page, 'current', [{ name: 'a.xlsx', bytes }]);
  }
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('rows', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
}

for (const form of ['text', 'workbook'] as const) {
  test(`every setting of reading has its control: ${form}`, async ({ page }) => {
    await open(page, form);
    for (const control of Object.values(FILE_CONTROLS)) {
      if (control.of === form) await expect(page.getByLabel(control.label, { exact: true })).toBeEditable();
    }
  });
}

test('so has every one of a column', async ({ page }) => {
  await open(page, 'text');
  await page.getByRole('button', { name: 'Column by column (2)' }).click();
  for (const label of Object.values(COLUMN_CONTROLS)) {
    await expect(page.getByLabel(label('day'), { exact: true })).toBeVisible();
  }
});

test('names that differ in spelling are compared with one click, and as they are with another', async ({ page }) => {
  await page.goto('./');
  const rows = Array.from({ length: 30 }, (_, i) => String(i));
  const table = (name: string): string => [`${name},v`, ...rows.map((row) => `${row},1`)].join('\n');
  await dropText(page, { 'a.csv': table('Flow rate'), 'b.csv': table('flow_rate') });
  const { rename } = FILE_CONTROLS;
  await page.getByRole('button', { name: 'button' in rename ? rename.button : '' }).click(done);
  await expect(page.getByTestId('columns-apart')).toHaveCount(0, done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.getByRole('button', { name: 'Under their own names' }).click();
  await expect(page.getByTestId('columns-apart')).toBeVisible(done);
});

test('what is typed while files are read again stays', async ({ page }) => {
  await open(page, 'text');
  const missing = page.getByLabel('Words read as missing in the current file');
  await missing.fill('OFF, NA');
  await missing.press('Enter');
  await missing.press('End');
  await missing.pressSequentially(', 3');
  await expect(page.locator('.floating')).toContainText('“OFF” counts as missing, in “flow”', done);
  await expect(missing).toHaveValue('OFF, NA, 3');
  await missing.press('Enter');
  await expect(page.locator('.floating')).toContainText('“OFF” and “3” count as missing, in “flow”', done);
});

test('the hundred years and the words that are missing are set for a whole file', async ({ page }) => {
  await open(page, 'text');
  const century = page.getByLabel('First year of two-digit years in the current file');
  await century.fill('19');
  await century.press('Enter');
  await expect(century).toHaveAttribute('aria-invalid', 'true');
  await century.fill('1960');
  await century.press('Enter');
  const panel = page.locator('.floating');
  await expect(panel).toContainText('years of two digits are read as 1960 to 2059', done);
  const missing = page.getByLabel('Words read as missing in the current file');
  await missing.fill('OFF, NA');
  await missing.press('Enter');
  await expect(panel).toContainText('“OFF” counts as missing, in “flow”', done);
  await page.getByRole('button', { name: 'Column by column (2)' }).click();
  const flow = page.locator('[data-column="flow"]');
  await expect(flow.locator('.cells')).toContainText('missing · 0.5', done);
});
