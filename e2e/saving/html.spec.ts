import { statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';
import { secretTables } from './secrets.ts';
import { wideTable } from './wide.ts';

type Options = Parameters<Window['plumbline']['exportHtml']>[1];

/** A browser without a network that has opened a file from the disk; what it asked for and complained of is kept. */
async function openFile(browser: Browser, path: string) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const heard: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) heard.push(request.url());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => heard.push(message.text()));
  await page.goto(address);
  return { page, heard };
}

/** Runs on two tables and saves the report by the scripting API. */
async function saved(page: Page, [reference, current]: [string, string], options: Options): Promise<string> {
  return page.evaluate(
    async (given) => {
      const files = { reference: new File([given.reference], 'a.csv'), current: new File([given.current], 'b.csv') };
      const report = await window.plumbline.analyze(files);
      return (await window.plumbline.exportHtml(report, given.options)).text();
    },
    { reference, current, options },
  );
}

/** The document that a page carries. */
const unpacked = (html: string): string =>
  [...html.matchAll(/<script type="application\/gzip" id="plumbline-report">([^<]*)</g)]
    .map(([, block]) => gunzipSync(Buffer.from(block ?? '', 'base64')).toString('utf8'))
    .join();

test('a report saved as HTML is whole and at work from the disk without a network, prints, and opens again', async ({
  page,
  browser,
}, info) => {
  test.slow();
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, { timeout: 60_000 });
  const verdict = await page.getByTestId('verdict').innerText();
  const advice = await page.getByTestId('advice').getByRole('listitem').allInnerTexts();
  expect(advice).toHaveLength(3);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /Report as HTML/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Report as HTML' });
  await sheet.getByLabel('Title').fill('Energy, week 24');
  await sheet.getByLabel('Author').fill('Ada Example');
  await sheet.getByLabel(/Note/).fill('**Ask** maintenance <img src="https://example.org/x.png">');
  await sheet.getByRole('button', { name: 'Preview' }).click();
  await expect(sheet.locator('strong')).toHaveText('Ask');
  await sheet.getByLabel('Own colour').check();
  await sheet.getByLabel('Logo').setInputFiles('public/favicon.svg');
  await sheet.getByLabel('Target & prediction').uncheck();
  await expect(sheet.getByText('rows to review, with row numbers and ids')).toBeVisible();
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^plumbline_steel_current_.*\.html$/);
  const path = info.outputPath(file.suggestedFilename());
  await file.saveAs(path);
  expect(statSync(path).size).toBeLessThanOrEqual(450_000);

  const { page: viewer, heard } = await openFile(browser, path);
  await expect(viewer).toHaveTitle('Energy, week 24');
  const policy = await viewer.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+' 'sha256-\S+';/);
  expect(policy).not.toMatch(/https?:|\*|'self'|unsafe-eval/);
  await expect(viewer.getByRole('heading', { name: 'Energy, week 24' })).toBeVisible();
  await expect(viewer.getByText('Ada Example')).toBeVisible();
  await expect(viewer.getByText('<img src="https://example.org/x.png">')).toBeVisible();
  await expect(viewer.getByTestId('verdict')).toHaveText(verdict);
  expect(await viewer.getByTestId('advice').getByRole('listitem').allInnerTexts()).toEqual(advice);
  await viewer.getByTestId('advice').getByRole('button', { name: 'target' }).click();
  await expect(viewer.getByTestId('drift-row').getByText('target', { exact: true })).toBeInViewport();
  await expect(viewer.locator('header img')).toHaveJSProperty('complete', true);
  await expect(viewer.getByRole('navigation').getByRole('link')).toHaveText([
    'Overview',
    'Data quality',
    'Drift',
    'Performance',
    'Where it hurts',
    'Correlations',
    'About these data',
  ]);

  const rows = viewer.getByTestId('drift-row');
  await viewer
    .getByRole('columnheader', { name: 'Column' })
    .getByRole('button', { name: 'Column', exact: true })
    .click();
  await expect(rows.first()).toHaveAttribute('data-column', 'CO2.tCO2.');
  await viewer.locator('#drift').getByLabel('Search columns').fill('power_factor');
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('button').click();
  await expect(viewer.locator('#drift').getByRole('img', { name: /^Distribution of/ })).toBeVisible();
  await viewer.getByRole('button', { name: 'Theme' }).click();
  await viewer.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(viewer.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(viewer.locator('body')).toHaveCSS('background-color', 'rgb(20, 24, 31)');

  const pdf = (await viewer.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
  await viewer.emulateMedia({ media: 'print' });
  await expect(viewer.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const onPaper = await viewer.locator('body').innerText();
  expect(onPaper).toContain('What to do now');
  expect(onPaper).toContain('Distribution of');
  expect(onPaper).not.toMatch(/Print|Search(?!ed by)|Sort by|Show all|Data\n|Save its document|Highest F1/);
  for (const control of await viewer.getByRole('button').all())
    await expect(control).not.toHaveClass(/(^| )button( |$)/);
  expect(heard).toEqual([]);
  await viewer.context().close();

  await page.reload();
  await drop(page, path);
  await expect(page.getByTestId('verdict')).toHaveText(verdict);
  await expect(page.getByTestId('slot-current')).toContainText('steel_current.csv');
});

test('rows stay at home unless asked for, and hostile names and options do no harm', async ({
  page,
  browser,
}, info) => {
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  const hostile = (table: string) =>
    table
      .replace('operator', `"</script><script>document.title='taken'</script>"`)
      .replace('load', `"=HYPERLINK(""x"")"`);
  const [reference, current] = secretTables();
  const tables: [string, string] = [hostile(reference), hostile(current)];
  const title = `</title><script>document.title='taken'</script> $& %%DATA%%`;
  const without = await saved(page, tables, { title });
  expect(without).not.toContain('secret');
  expect(unpacked(without)).not.toContain('secret');
  const withRows = unpacked(await saved(page, tables, { title, exampleRows: true }));
  for (const kind of ['secret-id-now-77', 'secret remark', 'secret-cell-now', 'secret-operator-now']) {
    expect(withRows).toContain(kind);
  }
  await expect(saved(page, tables, { accent: 'red' })).rejects.toThrow(
    /options\.accent: Expected a colour such as #0b6e4f/,
  );

  const path = info.outputPath('hostile.html');
  writeFileSync(path, without);
  const { page: viewer, heard } = await openFile(browser, path);
  await expect(viewer.getByTestId('verdict')).toBeVisible();
  await expect(viewer).toHaveTitle(title);
  await expect(viewer.getByTestId('drift-row').filter({ hasText: '</script><script>' })).toHaveCount(1);
  await expect(viewer.getByTestId('drift-row').filter({ hasText: '=HYPERLINK("x")' })).toHaveCount(1);
  expect(heard).toEqual([]);
  await viewer.context().close();

  await dropText(page, { 'cut.html': without.slice(0, -2000) });
  await expect(page.getByRole('alert')).toContainText('may be cut off');
});

test('a report of 200 columns is at most a megabyte', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  const html = await saved(page, [wideTable(200, 500, false), wideTable(200, 500, true)], {});
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1_000_000);
});
