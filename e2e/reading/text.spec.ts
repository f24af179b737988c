import { drop, dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

test('a German file is read by itself, and its decimal mark can be overruled', async ({ page }) => {
  await page.goto('./');
  await drop(page, 'e2e/fixtures/german.csv');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('400 rows, 4 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  const decimal = page.getByLabel('Decimal mark of the current file');
  await expect(decimal.locator('option:checked')).toHaveText('comma');
  await expect(page.getByLabel('Delimiter of the current file').locator('option:checked')).toHaveText('semicolon');
  await decimal.selectOption('.');
  await expect(decimal.locator('option:checked')).toHaveText('point');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /columns and roles/i }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Type of Druck').locator('option:checked')).not.toHaveText(/number/i, done);
});

test('the first rows can be looked at, as they were read', async ({ page }) => {
  await page.goto('./');
  await drop(page, 'e2e/fixtures/shift_jis.csv');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('300 rows, 3 columns', done);
  await expect(page.getByText('温度').filter({ visible: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'First rows of the current file' }).click();
  const table = page.getByTestId('preview-current');
  await expect(table.getByRole('columnheader')).toHaveText(['Row', 'id', '温度', 'value']);
  await expect(table.getByRole('row').nth(1)).toContainText('圧力');
  await expect(table.getByRole('row')).toHaveCount(101);
});

test('cells that do not fit are listed with their row', async ({ page }) => {
  await page.goto('./');
  const row = (i: number): string => `${String(i)},${i === 41 ? 'OFFLINE' : '1.5'}\n`;
  await dropText(page, { 'a.csv': `n,sensor\n${Array.from({ length: 100 }, (_, i) => row(i)).join('')}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('100 rows', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.locator('summary', { hasText: 'Rows' }).last().click();
  await expect(page.getByText('Row 42: OFFLINE')).toBeVisible();
});

test('a table packed with gzip opens as it is', async ({ page }) => {
  await page.goto('./');
  await drop(page, 'e2e/fixtures/compressed.csv.gz');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('5,000 rows, 2 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await expect(page.locator('dd', { hasText: /^gzip$/ })).toBeVisible();
});
