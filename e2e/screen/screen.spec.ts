import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };

async function loadSteel(page: Page): Promise<void> {
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('progress')).toBeHidden(done);
}

/** The sum of what moved by itself while the report filled in, as browsers measure it. */
async function shiftOfReport(page: Page): Promise<{ sum: number; shifts: string[] }> {
  await page.evaluate(() => {
    const kept: string[] = [];
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        sum += value;
        kept.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.parentElement?.className ?? '').join(' | ')}`);
      }
    }).observe({ type: 'layout-shift' });
    Object.assign(globalThis, { shiftOfReport: () => ({ sum, shifts: kept }) });
  });
  await loadSteel(page);
  await page.waitForTimeout(500);
  return page.evaluate(() =>
    (globalThis as unknown as { shiftOfReport: () => { sum: number; shifts: string[] } }).shiftOfReport(),
  );
}

for (const width of [1440, 768, 390]) {
  test(`at ${String(width)} px next to nothing moves while the report fills in`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./');
    await page.evaluate(() => window.plumbline.ready);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const { sum, shifts } = await shiftOfReport(page);
    expect(sum, shifts.join('\n')).toBeLessThanOrEqual(0.1);
  });
}

test('the Export menu is whole at 900 px of height, and scrolls within a lower window', async ({ page }) => {
  await page.goto('./');
  await loadSteel(page);
  const menu = page.getByRole('menu');
  const box = () =>
    menu.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, hidden: element.scrollHeight - element.clientHeight };
    });
  await page.getByRole('button', { name: /^Export/ }).click();
  await expect(menu).toBeVisible();
  const whole = await box();
  expect(whole.hidden).toBeLessThanOrEqual(0);
  expect(whole.bottom).toBeLessThanOrEqual(900);
  await page.setViewportSize({ width: 1440, height: 500 });
  await expect.poll(async () => (await box()).bottom).toBeLessThanOrEqual(500);
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitem').last()).toBeInViewport();
});

const STATISTICS = ['Rows', 'Missing', 'NaN', 'Infinite', 'Distinct', 'Min', 'Mean', 'Max', 'Std dev'];

test('the table of columns is a table at 1080 px, and has every statistic on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 900 });
  await page.goto('./');
  await loadSteel(page);
  const table = page.locator('#quality [role="table"]').last();
  const heads = table.getByRole('columnheader');
  await expect(heads).toHaveCount(STATISTICS.length + 2);
  for (const head of await heads.all()) await expect(head).toBeVisible();
  const overflow = await table.evaluate(
    (element) =>
      [...element.querySelectorAll('[role="cell"]')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
  );
  expect(overflow).toBe(0);
  const shown = () =>
    table.evaluate((element) => {
      const row = [...element.querySelectorAll('[data-index]')].find((one) => one.textContent.includes('target'));
      return [...(row?.querySelectorAll('.lines:not(.side)') ?? [])].filter((cell) => cell.checkVisibility()).length;
    });
  expect(await shown()).toBe(STATISTICS.length);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await shown()).toBe(STATISTICS.length);
});

test('a saved report that is dropped on files takes their place only when that is wanted', async ({ page }, info) => {
  await page.goto('./');
  await loadSteel(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('menuitem', { name: /json/i }).click();
  const saved = info.outputPath('report.json');
  await (await download).saveAs(saved);
  const rows = Array.from({ length: 300 }, (_, i) => `${String(i)},${String(Math.sin(i))}`).join('\n');
  await dropText(page, { 'reference.csv': `n,v\n${rows}\n`, 'current.csv': `n,v\n${rows}\n` });
  await expect(page.getByTestId('verdict')).toContainText('hold the same values', done);
  await expect(page.getByTestId('progress')).toBeHidden(done);
  const slot = page.getByTestId('slot-current').locator('input');
  const asked = page.getByRole('dialog', { name: 'Open the saved report?' });
  await slot.setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: readFileSync(saved) });
  await expect(asked).toContainText(
    '“saved.json” is a saved report. If it opens, “reference.csv” and “current.csv” are closed.',
  );
  await asked.getByRole('button', { name: 'Keep the files' }).click();
  await expect(asked).toHaveCount(0);
  await expect(page.getByTestId('verdict')).toContainText('hold the same values');
  await expect(page.getByTestId('slot-current')).toContainText('current.csv');
  await drop(page, saved);
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(page.getByTestId('verdict')).toContainText('hold the same values');
  await drop(page, saved);
  await asked.getByRole('button', { name: 'Open the report' }).click();
  await expect(page.getByTestId('verdict')).toContainText(STEEL);
});
