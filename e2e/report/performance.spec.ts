import type { Page } from '@playwright/test';
import type { Metric } from '../../src/facts/document/model/estimates.ts';
import type { Report, ReportPerformance } from '../../src/facts/document/document.ts';
import { readFileSync } from 'node:fs';
import { drop, employment, steel } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const ai4i = ['e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'] as const;
const load = ['e2e/fixtures/steel_load_reference.csv', 'e2e/fixtures/steel_load_current.csv'] as const;

type Measured = Extract<ReportPerformance, { state: 'measured' }>;

/** The model's part of the document, as it is saved. */
async function measured(page: Page): Promise<{ report: Report; model: Measured }> {
  await expect(page.getByTestId('model')).toBeVisible(done);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /json/i }).click();
  const report = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Report;
  if (report.performance?.state !== 'measured') throw new Error('the model was not measured');
  return { report, model: report.performance };
}

function value(metrics: Metric[], id: string, side: 'reference' | 'current'): number {
  return metrics.find((metric) => metric.id === id)?.values[side]?.value ?? NaN;
}

/** Values computed from the same files by plain Python sums. */
test('steel: the error of a regression, where it lies, and features that behave differently', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('model')).toContainText(
    /Mean absolute error grew from 8\.122 to 10\.75.*more than noise/,
    done,
  );
  const { model } = await measured(page);
  expect(model.task).toBe('regression');
  const { metrics } = model.whole;
  expect(value(metrics, 'mae', 'reference')).toBeCloseTo(8.122016025641013, 9);
  expect(value(metrics, 'mae', 'current')).toBeCloseTo(10.745330691724208, 9);
  expect(value(metrics, 'mean_error', 'current')).toBeCloseTo(6.461382995584736, 9);
  expect(value(metrics, 'rmse', 'current')).toBeCloseTo(17.320927125752867, 9);
  const hurts = page.locator('#where');
  await expect(hurts.getByTestId('segment').first()).toContainText(
    /from 21:00 to 07:00 .*above 57\.6 and up to 95\.75.*, since about .*20.* 2018/,
  );
  await expect(hurts.getByTestId('segment').nth(1)).toContainText(/“Light_Load”.*, since .*Nov.* 2018/);
  await expect(hurts.getByRole('figure', { name: /Part of the mean absolute error over time/ })).toHaveCount(2);
  await expect(hurts.getByRole('figure', { name: /Why it moved/ })).toHaveCount(1);
  // What README and changelog quote.
  const table = hurts.getByRole('table').first();
  await expect(table.getByRole('row').nth(1)).toContainText(/1,644.*1,685.*20\.4%.*0\.946 .*10\.38 .*76\.1%/s);
  await page.setViewportSize({ width: 390, height: 900 });
  for (const opener of await table.getByRole('button', { name: /^Show rows/ }).all())
    expect((await opener.boundingBox())?.height).toBeLessThan(40);
  await page.setViewportSize({ width: 1280, height: 720 });
  const section = page.locator('#performance');
  await expect(section.getByRole('figure').filter({ hasText: 'Predicted against actual' })).toBeVisible();
  await expect(section.getByRole('figure').filter({ hasText: 'Error over time' }).first()).toBeVisible();
  const row = section.locator('[data-feature="Load_Type"]');
  await expect(row).toContainText('Behaves differently');
  await row.getByRole('button').press('Enter');
  await expect(section.getByText('Medium_Load').first()).toBeVisible();
});

test('the milling machine: rare failures, their probabilities, and a threshold that moves every number', async ({
  page,
}) => {
  await page.goto('./');
  await drop(page, ...ai4i);
  const { model } = await measured(page);
  expect(model).toMatchObject({ task: 'binary', target: 'Machine failure', positive: '1' });
  const { whole } = model;
  if (whole.task === 'regression') throw new Error('classes were expected');
  expect(whole.confusion).toEqual({
    reference: [
      [2819, 4],
      [141, 36],
    ],
    current: [
      [2936, 3],
      [29, 32],
    ],
  });
  expect(value(whole.metrics, 'roc_auc', 'reference')).toBeCloseTo(0.9201804787550208, 9);
  expect(value(whole.metrics, 'roc_auc', 'current')).toBeCloseTo(0.9608347882350973, 9);
  expect(value(whole.metrics, 'brier', 'current')).toBeCloseTo(0.009765676026666677, 9);
  const panel = page.getByTestId('threshold');
  const recall = panel.locator('tr', { hasText: 'Recall' }).locator('td').first();
  await expect(recall).toHaveText('20.3%');
  const cells = panel.locator('table', { hasText: 'predicted' }).nth(1).locator('td');
  await expect(cells).toHaveText(['2,936', '3', '29', '32']);
  await panel.getByRole('slider').fill('0');
  await expect(recall).toHaveText('100%');
  await expect(cells).toHaveText(['0', '2,939', '0', '61']);
  await panel.getByRole('button', { name: 'Highest F1' }).click();
  await expect(recall).not.toHaveText('100%');
});

test('three classes with a probability each, found by their names', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...load);
  const { report, model } = await measured(page);
  expect(model.task).toBe('multiclass');
  const { whole } = model;
  if (whole.task === 'regression') throw new Error('classes were expected');
  expect(whole.confusion).toEqual({
    reference: [
      [4321, 1, 46],
      [40, 1319, 513],
      [585, 381, 1530],
    ],
    current: [
      [4512, 6, 59],
      [192, 1185, 447],
      [432, 576, 1424],
    ],
  });
  const roles = report.columns.filter(({ role }) => role === 'probability').map(({ name }) => name);
  expect(roles).toEqual(['Light_Load', 'Maximum_Load', 'Medium_Load']);
});

test('a target that comes late: the reference is measured, and it is said of the current file', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...employment);
  const { model } = await measured(page);
  expect(model).toMatchObject({ task: 'binary', target: 'employed', sides: ['reference'] });
  await expect(page.locator('#performance')).toContainText('The current file has no “employed” yet');
});

test('the role of a column decides, and a model that cannot be measured says why', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('model')).toBeVisible(done);
  await page.getByRole('button', { name: 'Settings' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('searchbox').fill('prediction');
  await sheet.getByLabel('Role of prediction').selectOption('feature');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('model')).toContainText('no column holds predict', done);
});
