import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Locator, Page } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { drop, dropText, steel } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

/** Presses a button that saves a file, and reads the file. */
async function saved(page: Page, button: Locator): Promise<{ name: string; path: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: readFileSync(path) };
}

async function csvRows(path: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const result = await connection.runAndReadAll(`FROM read_csv('${path}', header = true)`);
  return result.getRowObjectsJson();
}

/** Shares of pixels that differ by more than a trace of smoothing. */
function difference(one: PNG, other: PNG): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let apart = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 64) apart += 1;
  return (4 * apart) / one.data.length;
}

test('a figure is saved as the editor shows it, and opens elsewhere', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('model')).toBeVisible(done);
  await page.getByRole('button', { name: 'Save or copy: Distribution of the error' }).click();
  await page
    .getByRole('menuitem', { name: /picture/i })
    .first()
    .click();
  const editor = page.getByTestId('picture-editor');
  await editor.getByLabel('Title', { exact: true }).fill('Errors “grew” & <b>moved</b>');
  await editor.getByLabel('Source line').fill('Our plant, 2018');
  await editor.getByLabel('Alternative text').fill('Two histograms.');
  await expect(editor.getByRole('img', { name: 'Two histograms.' })).toBeVisible();

  const svg = await saved(page, editor.getByRole('button', { name: 'Save SVG' }));
  const text = svg.bytes.toString();
  expect(svg.name).toBe('Distribution_of_the_error.svg');
  expect(text).toContain('<desc id="picture-desc">Two histograms.</desc>');
  expect(text).toContain('>Errors “grew” &amp; &lt;b&gt;moved&lt;/b&gt;</text>');
  expect(text).toContain('>Our plant, 2018</text>');
  expect(text).toContain('role="img"');
  expect(text).not.toMatch(/foreignObject|var\(|class=|<script/);
  const raster = new Resvg(text).render();
  expect([raster.width, raster.height]).toEqual([1200, 675]);

  const sizes = { '1×': [1200, 675], '2×': [2400, 1350], '4×': [4800, 2700] } as const;
  for (const [times, [width, height]] of Object.entries(sizes)) {
    await editor.getByRole('button', { name: times }).click();
    const png = PNG.sync.read((await saved(page, editor.getByRole('button', { name: 'Save PNG' }))).bytes);
    expect([png.width, png.height]).toEqual([width, height]);
  }

  // The page has the typeface: drawn there, the SVG must look as the PNG does.
  await editor.getByRole('button', { name: '1×' }).click();
  const png = PNG.sync.read((await saved(page, editor.getByRole('button', { name: 'Save PNG' }))).bytes);
  const table = await saved(page, editor.getByRole('button', { name: 'Save data' }));
  const rows = await csvRows(table.path);
  expect(rows.length).toBeGreaterThan(10);
  expect(Object.keys(rows[0] ?? {})).toContain('reference rows');

  await editor.getByRole('button', { name: 'Copy picture' }).click();
  await expect(editor.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    const { width, height } = await createImageBitmap(blob ?? new Blob());
    return [width, height];
  });
  expect(copied).toEqual([1200, 675]);

  await editor.getByLabel('Size').selectOption('square');
  await editor.getByRole('button', { name: 'Dark' }).click();
  await editor.getByLabel('Transparent ground').check();
  await expect(editor.getByText('1080 × 1080 pixels')).toBeVisible();
  const clear = PNG.sync.read((await saved(page, editor.getByRole('button', { name: 'Save PNG' }))).bytes);
  expect([clear.width, clear.height, clear.data[3]]).toEqual([1080, 1080, 0]);

  // On paper: 170 mm with 300 dots an inch, and the file says so; its checksums are looked at by the decoder.
  await editor.getByLabel('Size').selectOption('page');
  await editor.getByRole('button', { name: '2×' }).click();
  const print = await saved(page, editor.getByRole('button', { name: 'Save PNG' }));
  const dots = print.bytes.readUInt32BE(print.bytes.indexOf('pHYs') + 4);
  expect(PNG.sync.read(print.bytes).width).toBe(2008);
  expect(Math.round(dots * 0.0254)).toBe(300);

  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
    document.body.style.cssText = 'margin: 0; font-feature-settings: normal';
  }, text);
  const onPage = await page.screenshot({ clip: { x: 0, y: 0, width: 1200, height: 675 } });
  expect(difference(png, PNG.sync.read(onPage))).toBeLessThan(0.002);
});

test('all figures are saved as a zip, whatever the columns are called', async ({ page }) => {
  const head = '__proto__,</script><b>,CON,"a/b\\\\c:d",=1+1';
  const rows = Array.from({ length: 300 }, (_, i) => [0, 1, 2, 3, 4].map((k) => Math.sin(i * (k + 1))).join(','));
  const table = `${head}\n${rows.join('\n')}\n`;
  await page.goto('./');
  await dropText(page, { 'reference.csv': table, 'current.csv': table });
  await expect(page.getByTestId('verdict')).toContainText(/hold the same values/, done);
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /pictures/i }).click();
  const gallery = page.getByTestId('gallery');
  await expect(gallery.getByTestId('thumb').first()).toBeVisible();

  await gallery.getByLabel('Data as CSV').check();
  const all = await saved(page, gallery.getByRole('button', { name: /save all/i }));
  expect(all.name).toMatch(/^plumbline_current_.*\.zip$/);
  const files = unzipSync(all.bytes);
  const names = Object.keys(files);
  expect(names.filter((name) => !/^[\p{L}\p{N}._()/-]+$/u.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const index = new TextDecoder().decode(files['figures.csv']);
  const listed = index.trimEnd().split('\r\n').length - 1;
  expect(names).toHaveLength(3 * listed + 1);
  expect(names).toContain('Columns/Distribution_of___proto.svg');
  for (const name of names.filter((one) => one.endsWith('.png'))) {
    const { width, height } = PNG.sync.read(Buffer.from(files[name] ?? []));
    expect([width, height]).toEqual([2400, 1350]);
  }

  await gallery.getByRole('searchbox').fill('CON');
  await gallery.getByRole('checkbox', { name: /distribution of CON/i }).check();
  await gallery.getByRole('checkbox', { name: 'PNG' }).uncheck();
  const one = unzipSync((await saved(page, gallery.getByRole('button', { name: 'Save 1 picked as zip' }))).bytes);
  expect(Object.keys(one).sort()).toEqual([
    'Columns/Distribution_of_CON.csv',
    'Columns/Distribution_of_CON.svg',
    'figures.csv',
  ]);

  await gallery.getByRole('button', { name: 'Edit and save: Distribution of CON' }).click();
  const editor = page.getByTestId('picture-editor');
  const svg = await saved(page, editor.getByRole('button', { name: 'Save SVG' }));
  expect(svg.name).toBe('Distribution_of_CON.svg');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(gallery).toBeVisible();
});

test('saving hundreds of figures is stopped within a second, and the gallery goes on', async ({ page }) => {
  const head = Array.from({ length: 150 }, (_, i) => `sensor ${String(i)}`).join(',');
  const row = (r: number): string => Array.from({ length: 150 }, (_, i) => Math.sin(r * (i + 1)).toFixed(3)).join(',');
  const table = `${head}\n${Array.from({ length: 100 }, (_, r) => row(r)).join('\n')}\n`;
  await page.goto('./');
  await dropText(page, { 'reference.csv': table, 'current.csv': table });
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /pictures/i }).click();
  const gallery = page.getByTestId('gallery');
  await gallery.getByRole('button', { name: /save all 30\d as zip/i }).click();
  await expect(gallery.getByText(/^[1-9]\d* of 30\d$/)).toBeVisible();
  await gallery.getByRole('button', { name: 'Cancel' }).click();
  await expect(gallery.getByText('Cancelled.')).toBeVisible({ timeout: 1000 });

  await gallery.getByRole('searchbox').fill('distribution of sensor 149');
  await gallery.getByRole('checkbox', { name: 'Distribution of sensor 149' }).check();
  const one = await saved(page, gallery.getByRole('button', { name: 'Save 1 picked as zip' }));
  expect(Object.keys(unzipSync(one.bytes))).toContain('Columns/Distribution_of_sensor_149.png');
});
