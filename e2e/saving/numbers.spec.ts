import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import { parquetReadObjects } from 'hyparquet';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { load } from 'js-yaml';
import { readOpenMetrics } from '../../test/report/openmetrics-text.ts';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };

async function saved(page: Page, entry: RegExp): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return (await download).path();
}

test('the numbers leave as CSV, Parquet, OpenMetrics and Markdown, the set-up as JSON and YAML', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);

  const csv = await saved(page, /CSV/);
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(
    `select value, state from read_csv('${csv}') where metric = 'drift_effect' and "column" = 'target'`,
  );
  const [effect] = read.getRowObjects();
  expect(effect?.['state']).toMatch(/^(?:stable|insufficient)$/);

  const bytes = readFileSync(await saved(page, /Parquet/));
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  expect(rows.find(({ metric, column }) => metric === 'drift_effect' && column === 'target')?.['value']).toBe(
    effect?.['value'],
  );

  const families = readOpenMetrics(readFileSync(await saved(page, /as OpenMetrics/), 'utf8'));
  const [changed, moved] = ['changed', 'moved'].map((state) => families.get(`plumbline_columns_${state}`)?.samples[0]);
  expect(changed?.labels).toEqual({ report: 'steel_current.csv' });
  expect((changed?.value ?? 0) + (moved?.value ?? 0)).toBe(2);
  expect(families.get('plumbline_mae')?.samples.map(({ labels }) => labels['file'])).toEqual(['reference', 'current']);

  const setUp = JSON.parse(readFileSync(await saved(page, /^Set-up Roles/), 'utf8')) as Record<string, unknown>;
  const schema = JSON.parse(readFileSync('public/plumbline-config.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(setUp), JSON.stringify(validate.errors)).toBe(true);
  expect(setUp['columns']).toMatchObject({ target: { role: 'target', type: 'numeric' }, date: { role: 'time' } });
  const { $schema, ...settings } = setUp;
  expect($schema).toBe(new URL('plumbline-config.schema.json', page.url()).href);
  expect(load(readFileSync(await saved(page, /as YAML/), 'utf8'))).toEqual(settings);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /Markdown/ }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/\| target \| (?:Stable|Not enough data) \|/);
  const { targetInfo } = await (await page.context().newCDPSession(page)).send('Target.getTargetInfo');
  const browser = await page.context().browser()?.newBrowserCDPSession();
  await browser?.send('Browser.setPermission', {
    permission: { name: 'clipboard-write' },
    setting: 'denied',
    origin: new URL(page.url()).origin,
    ...(targetInfo.browserContextId !== undefined && { browserContextId: targetInfo.browserContextId }),
  });
  await page.getByRole('button', { name: /export|copied/i }).click();
  await page.getByRole('menuitem', { name: /Markdown/ }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Markdown' })).toHaveValue(text);
});

test('a dropped set-up holds for the next files, says what did not match, and is taken off again', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { 'plumbline.json': '{"alphas": 1}' });
  await expect(page.getByTestId('error')).toContainText('config.alphas: no such setting; did you mean "alpha"?');
  await dropText(page, {
    'monitor.yaml': [
      'columns:',
      '  Lagging_Current_Power_Factor: { role: ignored }',
      '  Pressure: { type: numeric }',
      'conditions:',
      '  - { id: Few columns change, metric: drift_share, max: 0.05 }',
    ].join('\n'),
  });
  await expect(page.getByTestId('set-up')).toContainText('monitor.yaml is ready');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText('1 of 10', done);
  await expect(page.getByTestId('set-up')).toContainText('1 column that it names is in no file: “Pressure”');
  await expect(page.getByTestId('conditions')).toContainText(
    /Few columns change drift_share is [\d.]+; at most 0\.05 passes\./,
  );
  await page.getByRole('button', { name: 'Take the set-up off' }).click();
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('conditions')).toHaveCount(0);
});

test('an address with files runs at once; one that names another origin, or no file, says so', async ({ page }) => {
  await page.goto(
    './?config=sample/plumbline.json&reference=sample/steel_reference.csv&current=sample/steel_current.csv',
  );
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('conditions')).toContainText('All 3 conditions of the set-up are met');
  await expect(page.getByTestId('set-up')).toContainText('all 2 columns that it names are there');
  const part = 'reference=sample/steel_reference.csv';
  await page.goto(`./?${part}&${part}&current=sample/steel_current.csv`);
  await expect(page.getByTestId('verdict')).toContainText('columns', done);
  await expect(page.getByText('17,472').first()).toBeVisible();
  await page.goto('./?current=http://elsewhere.example/a.csv');
  await expect(page.getByTestId('error')).toContainText('lies outside');
  await page.goto('./?reference=sample/steel_reference.csv&current=sample/none.csv');
  await expect(page.getByTestId('error')).toContainText('none.csv is a web page');
});
