import type { Locator, Page } from '@playwright/test';
import { dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

const HOSTILE = '"</script>"';
/** Numbers, of which two in five are words; a country, a day, and a column with a name that means something to browsers. */
const table = (rows: number): string =>
  [
    'flow,country,day,__proto__',
    ...Array.from({ length: rows }, (_, i) => {
      const words = ['<0.05', HOSTILE, 'OFF'];
      const flow = i % 5 < 2 ? words[i % 3] : String(10 + (i % 7) / 2);
      return `${String(flow)},${['NA', 'DE', 'FR'][i % 3] ?? ''},${`0${String(1 + (i % 9))}/03/2025`},${i % 4 === 0 ? '-' : 'x'}`;
    }),
  ].join('\n');

async function open(page: Page): Promise<Locator> {
  await page.goto('./');
  await dropText(page, { 'a.csv': table(300) });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('300 rows, 4 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  return page.getByRole('dialog', { name: 'How each column of the current file was read' });
}

const columnOf = (sheet: Locator, name: string): Locator => sheet.locator(`[data-column=${JSON.stringify(name)}]`);

test('words among numbers are offered as missing, as limits and as states, with one click', async ({ page }) => {
  const sheet = await open(page);
  await expect(page.locator('.floating')).toContainText('flow: read as text, because 40% of its cells are no numbers');
  await page.getByRole('button', { name: 'Column by column (4)' }).click();
  const flow = columnOf(sheet, 'flow');
  // What is worth a look stands first.
  await expect(sheet.locator('[data-column]').first()).toHaveAttribute('data-column', 'flow');
  await flow.getByRole('button', { name: 'Numbers: these words are missing' }).click();
  const reading = sheet.getByLabel('Reading of flow');
  await expect(reading).toHaveValue('number');
  const missing = flow.getByRole('group', { name: 'Words read as missing in flow' });
  await expect(missing.getByRole('button', { name: 'Take “</script>” for a value in flow' })).toBeVisible(done);
  await expect(flow.getByText('missing', { exact: true }).first()).toBeVisible();
  await reading.selectOption('number_limits');
  await missing.getByRole('button', { name: 'Take “<0.05” for a value in flow' }).click();
  await expect(flow.locator('.cells')).toContainText('0.05', done);
  await reading.selectOption('');
  await missing.getByRole('button', { name: 'Words of the whole file for flow' }).click();
  await flow.getByRole('button', { name: 'Text: these words are states' }).click(done);
  await expect(reading).toHaveValue('text');
  await expect(flow.locator('.cells')).toContainText('</script>', done);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'How the current file was read' })).toBeFocused();
});

test('a word is a value in one column, and another is missing, by keyboard alone', async ({ page }) => {
  const sheet = await open(page);
  await page.getByRole('button', { name: 'Column by column (4)' }).focus();
  await page.keyboard.press('Enter');
  const country = columnOf(sheet, 'country');
  await expect(country.locator('.cells')).toContainText('First cells: missing');
  await country.getByRole('button', { name: 'Take “NA” for a value in country' }).press('Enter');
  await expect(country.locator('.cells')).toContainText('First cells: NA', done);
  const word = sheet.getByLabel('Another word that is missing in country');
  await word.fill('FR');
  await word.press('Enter');
  await expect(country.locator('.cells')).toContainText('NA · DE · missing', done);
  const odd = columnOf(sheet, '__proto__');
  await odd.getByRole('button', { name: 'Take “-” for a value in __proto__' }).press('Enter');
  await expect(odd.locator('.cells')).toContainText('First cells: - · x', done);
  await sheet.getByLabel('Find a column').fill('proto');
  await expect(sheet.getByText('1 column', { exact: true })).toBeVisible();
});

test('the notation of dates is chosen from those found, or typed', async ({ page }) => {
  const sheet = await open(page);
  await page.getByRole('button', { name: 'Column by column (4)' }).click();
  const day = columnOf(sheet, 'day');
  const reading = sheet.getByLabel('Reading of day');
  await expect(reading.locator('option').first()).toHaveText('times like 31/12/2024 (found out)');
  await reading.selectOption('times in another format');
  const format = sheet.getByLabel('Date format of day');
  await format.fill('none');
  await format.press('Enter');
  await expect(format).toHaveAttribute('aria-invalid', 'true');
  await format.fill('%m/%d/%Y');
  await format.press('Enter');
  await expect(day.locator('.cells')).toContainText('2025-02-03', done);
  await reading.selectOption('number');
  await expect(day).toContainText('300 cells are not a number', done);
  await expect(day).toContainText('Row 1: 01/03/2025');
  await reading.selectOption('find out');
  await expect(day.locator('.cells')).toContainText('2025-03-02', done);
});

test('a delimiter of several signs is typed on the screen', async ({ page }) => {
  await page.goto('./');
  const rows = Array.from({ length: 30 }, (_, i) => `${String(i)}<>word ${String(i)}`);
  await dropText(page, { 'a.csv': ['id<>word', ...rows].join('\n') });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('30 rows, 1 column', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  const delimiter = page.getByLabel('Other delimiter of the current file');
  await delimiter.fill('<>');
  await delimiter.press('Enter');
  await expect(page.getByTestId('verdict')).toContainText('30 rows, 2 columns', done);
  await delimiter.fill('<--->');
  await delimiter.press('Enter');
  await expect(delimiter).toHaveAttribute('aria-invalid', 'true');
});

test('the hundred years of two-digit years are set for one column', async ({ page }) => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${String(1 + (i % 28))}.03.${String(30 + i)},${String(20 + (i % 5))}.01.${String(10 + (i % 9))}`,
  );
  await page.goto('./');
  await dropText(page, { 'a.csv': ['born,due', ...rows].join('\n') });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('40 rows, 2 columns', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.getByRole('button', { name: 'Column by column (2)' }).click();
  const sheet = page.getByRole('dialog', { name: 'How each column of the current file was read' });
  const first = sheet.getByLabel('First year of two-digit years in born');
  await expect(columnOf(sheet, 'born').locator('.cells')).toContainText('1930-03-01', done);
  await first.fill('2000');
  await first.press('Enter');
  await expect(columnOf(sheet, 'born').locator('.cells')).toContainText('2030-03-01', done);
  await expect(columnOf(sheet, 'due').locator('.cells')).toContainText('2010-01-20');
  await expect(columnOf(sheet, 'born')).toContainText('to 2099', done);
  await first.fill('70');
  await first.press('Enter');
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await sheet.getByRole('button', { name: 'Find out the years of two digits in born' }).click();
  await expect(columnOf(sheet, 'born').locator('.cells')).toContainText('1930-03-01', done);
  await expect(first).toBeFocused();
});

test('widths of columns are set on the screen', async ({ page }) => {
  await page.goto('./');
  const rows = Array.from({ length: 30 }, (_, i) => `T${String(10 + i)}${String(100 + i)}`);
  await dropText(page, { 'a.csv': rows.join('\n') });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('1 column', done);
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  const widths = page.getByLabel('Column widths of the current file');
  await widths.fill('3');
  await widths.press('Enter');
  await expect(page.getByTestId('verdict')).toContainText('2 columns', done);
  await widths.fill('three');
  await widths.press('Enter');
  await expect(widths).toHaveAttribute('aria-invalid', 'true');
});

test('2000 columns are listed at once', async ({ page }) => {
  await page.goto('./');
  const names = Array.from({ length: 2000 }, (_, i) => `c${String(i)}`);
  const rows = Array.from({ length: 20 }, (_, r) =>
    names.map((_, i) => (i === 1999 && r === 3 ? 'NA' : String(r + i))),
  );
  await dropText(page, { 'a.csv': [names, ...rows].map((row) => row.join(',')).join('\n') });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('2,000 columns', { timeout: 120_000 });
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await page.getByRole('button', { name: 'Column by column (2,000)' }).click();
  const sheet = page.getByRole('dialog', { name: 'How each column of the current file was read' });
  await expect(sheet.locator('[data-column]').first()).toHaveAttribute('data-column', 'c1999');
  expect(await sheet.locator('[data-column]').count()).toBeLessThan(60);
  await sheet.getByLabel('Find a column').fill('c1500');
  await expect(sheet.locator('[data-column]')).toHaveCount(1);
  // Cells of columns that are not among the first rows are looked up.
  await expect(columnOf(sheet, 'c1500').locator('.cells')).toHaveText(
    'First cells: 1500 · 1501 · 1502 · 1503 · 1504',
    done,
  );
});
