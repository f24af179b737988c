import type { Page } from '@playwright/test';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const ai4i = ['e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'] as const;
const section = (page: Page) => page.locator('#cost');

/** Opens the fields of costs in the settings. */
async function openCosts(page: Page) {
  await page.getByRole('button', { name: /columns and roles/i }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What errors cost').click();
  return sheet;
}

/** Values computed from the same files by plain Python sums. */
test('steel: a cost set on the screen is told, beside a guess, and taken off again', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(section(page)).toHaveCount(0);
  const sheet = await openCosts(page);
  await sheet.getByLabel('A unit too high costs').fill('a lot');
  await sheet.getByLabel('A unit too high costs').press('Tab');
  await expect(sheet.getByText('This is not a number.')).toBeVisible();
  await sheet.getByLabel('A unit too high costs').fill('0.2');
  await sheet.getByLabel('A unit too high costs').press('Tab');
  await expect(section(page)).toContainText(/Errors cost/, done);
  await sheet.getByLabel('A unit too low costs').fill('0,5');
  await sheet.getByLabel('A unit too low costs').press('Tab');
  await sheet.getByLabel('Errors that cost nothing').fill('1');
  await sheet.getByLabel('Errors that cost nothing').press('Tab');
  await sheet.getByLabel('Currency').fill('€');
  await sheet.getByLabel('Currency').press('Tab');
  await expect(section(page)).toContainText(
    'Errors cost 22,739 € in 8,833 current rows, 2.57 € a row, against 2.28 € of the reference: no more than noise.',
    done,
  );
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(section(page).getByText('Always the median, 3.82')).toHaveCount(2);
  await expect(page.locator('#where').getByRole('columnheader', { name: 'Excess cost' })).toBeVisible(done);
  const segments = page.locator('#where').getByRole('table', { name: 'Segments' });
  await page.getByRole('button', { name: 'By excess cost' }).click();
  await expect(segments.getByRole('row').nth(1)).toContainText('CO2.tCO2.');
  await openCosts(page);
  for (const label of ['A unit too high costs', 'A unit too low costs']) {
    await sheet.getByLabel(label).fill('');
    await sheet.getByLabel(label).press('Tab');
  }
  await expect(section(page)).toHaveCount(0, done);
});

test('classes: costs by cell, with the threshold of least cost beside what is done', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { 'plumbline.yaml': 'cost: { currency: €, cells: [{ actual: 1, predicted: 0, cost: 500 }] }' });
  await drop(page, ...ai4i);
  await expect(section(page)).toContainText(/Errors cost [\d,]+ € in 3,000 current rows/, done);
  const sheet = await openCosts(page);
  const cell = (actual: string, predicted: string) =>
    sheet.getByLabel(`Cost of “${actual}” predicted as “${predicted}”`);
  await expect(cell('1', '0')).toHaveValue('500');
  await cell('0', '1').fill('20');
  await cell('0', '1').press('Tab');
  await expect(section(page)).toContainText('Errors cost 14,560 € in 3,000 current rows, 4.85 € a row', done);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(section(page).getByText(/^Least cost: from a score of 0\.0572 on: 2\.21 €/)).toBeVisible();
  await expect(section(page).getByText('Cost of a row by threshold').first()).toBeVisible();
});
