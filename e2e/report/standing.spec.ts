import { drop, steel, STEEL } from '../files.ts';
import { holdSearch } from '../hold-search.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };

test('a report stands while rows that stand out are looked for, and what to do follows', async ({ page }) => {
  const release = await holdSearch(page);
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('model')).toBeVisible();
  await expect(page.getByTestId('progress')).toContainText('Looking for rows that stand out');
  await expect(page.getByTestId('advice-to-come')).toBeVisible();
  await expect(page.locator('#where')).toContainText('are being looked for');
  const rows = page.getByTestId('drift-row');
  await rows.first().getByRole('button').first().click();
  await expect(rows.first().getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');

  await release();
  await expect(page.getByTestId('segment').first()).toBeVisible(done);
  await expect(page.getByTestId('advice')).toBeVisible();
  await expect(page.getByTestId('progress')).toBeHidden();
  // What was opened stays open.
  await expect(rows.first().getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
});

test('a cancelled search leaves the report, says so, and is made up for', async ({ page }) => {
  const release = await holdSearch(page);
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('progress')).toContainText('Looking for rows that stand out', done);
  await expect(page.getByTestId('advice-to-come')).toBeVisible(done);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('progress')).toBeHidden();
  await expect(page.getByTestId('verdict')).toContainText(STEEL);
  await expect(page.getByTestId('advice')).toBeVisible();
  await expect(page.locator('#where')).toContainText('Not searched: the search was stopped.');

  await release();
  await page.getByRole('button', { name: 'Look for them now' }).click();
  await expect(page.getByTestId('segment').first()).toBeVisible(done);
});
