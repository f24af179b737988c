import type { Page } from '@playwright/test';
import { drop, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };

async function openSteel(page: Page): Promise<void> {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
}

const laggingRow = (page: Page) =>
  page.getByTestId('drift-row').filter({ hasText: 'Lagging_Current_Power_Factor' }).first();

test('a row says why: the facts behind its state, and each bin’s part in the scores', async ({ page }) => {
  await openSteel(page);
  const row = laggingRow(page);
  await row.getByRole('button').first().click();
  await expect(page.getByText('Why this verdict').first()).toBeVisible();
  await expect(page.getByText(/corrected for the number of columns q/).first()).toBeVisible();
  await expect(
    page.getByText(/^(?:It would not count as changed if|More rows like these|About [\d,]+ rows like)/).first(),
  ).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Values of Distribution of Lagging_Current_Power_Factor' });
  await slider.focus();
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /makes [<>\d.]+% of PSI, .* of Jensen–Shannon/);
  await expect(page.getByText('Population stability index, on the bins drawn').first()).toBeVisible();
});

test('the settings: profile, bins and a floor change the report without reading the files again', async ({ page }) => {
  await openSteel(page);
  await expect(page.getByTestId('profile')).toContainText('Plumbline, calibrated');
  await page.getByRole('button', { name: /columns and roles/i }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('profile, false alarms').click();
  await sheet.getByLabel('Bins of pictures and their scores').selectOption('quantiles');
  await sheet.getByLabel('Verdicts by').selectOption('evidently');
  await expect(page.getByTestId('verdict')).toContainText('By Evidently’s rule', done);
  await expect(page.getByTestId('profile')).toContainText('Evidently’s defaults');
  await sheet.getByLabel('Evidently’s method: numbers').selectOption('psi');
  await sheet.getByLabel('Verdicts by').selectOption('plumbline');
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await sheet.getByRole('searchbox').fill('Lagging_Current_Power_Factor');
  await sheet.getByLabel('Smallest change that matters in Lagging_Current_Power_Factor').fill('5');
  await sheet.getByLabel('Smallest change that matters in Lagging_Current_Power_Factor').press('Tab');
  await expect(page.getByTestId('verdict')).toContainText(/1 of 11 columns has (?:changed|moved)/, done);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await laggingRow(page).getByRole('button').first().click();
  await expect(page.getByText(/stays under the [\d.]+ σ that matters/).first()).toBeVisible();
  await expect(page.getByText('Evidently’s psi, threshold 0.1').first()).toBeVisible();
});
