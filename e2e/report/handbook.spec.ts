import { drop, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

test('a number’s name leads to its entry in the handbook, which ships with the app', async ({ page, context }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, { timeout: 60_000 });
  await page
    .getByTestId('drift-row')
    .filter({ hasText: 'Lagging_Current_Power_Factor' })
    .first()
    .getByRole('button')
    .first()
    .click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Worth independent rows' }).first().click();
  const handbook = await opened;
  await handbook.waitForLoadState();
  expect(new URL(handbook.url()).pathname).toMatch(/\/statistics\.html$/);
  await expect(handbook.locator('#effective_size')).toBeInViewport();
  await expect(handbook.getByRole('heading', { name: 'Effective size: what rows are worth' })).toBeVisible();
});

for (const width of [360, 1440]) {
  test(`the handbook is not wider than a page of ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./statistics.html#calibration');
    await expect(page.getByRole('heading', { name: 'Calibration', exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
