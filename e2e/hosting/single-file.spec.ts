import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import type { Report } from '../../src/facts/document/document.ts';
import { columnOf, drop, employment, steel, STEEL } from '../files.ts';
import { expect, test } from '../watched.ts';

const FILE = 'dist/plumbline.html';
const address = pathToFileURL(FILE).href;
const verdict = (page: Page) => page.getByTestId('verdict');
const done = { timeout: 60_000 };

/** Entries of the menu that save at once, and how what they save begins. */
const exports: [entry: RegExp, start: RegExp][] = [
  [/Metrics as CSV/, /^(?:\u00ef\u00bb\u00bf)?"?file"?,/],
  [/Metrics as Parquet/, /^PAR1/],
  [/Metrics as OpenMetrics/, /^# /],
  [/Grafana dashboard/, /^\{/],
  [/^Set-up(?! as)/, /^\{\s*"\$schema"/],
  [/Set-up as YAML/, /^# yaml-language-server: \$schema=\.\/plumbline-config\.schema\.json\n/],
];

test('the single file, opened from a disk, does all that the site does and asks for nothing', async ({
  page,
  watched,
}, info) => {
  test.setTimeout(180_000);
  expect(statSync(FILE).size).toBeLessThanOrEqual(16_000_000);
  await page.goto(address);
  await page.getByRole('button', { name: /Sealed/ }).click();
  await expect(page.getByText('names no address at all')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /sample/i }).click();
  await expect(verdict(page)).toContainText(STEEL, done);
  await drop(page, ...steel);
  await expect(verdict(page)).toContainText(STEEL, done);
  const save = async (click: () => Promise<void>): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await click();
    const path = info.outputPath('saved');
    await (await download).saveAs(path);
    return readFileSync(path);
  };
  const choose = async (entry: RegExp): Promise<void> => {
    await page.getByRole('button', { name: /export/i }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  const report = JSON.parse((await save(() => choose(/json/i))).toString()) as Report;
  for (const [entry, start] of exports) {
    expect((await save(() => choose(entry))).toString('latin1').trimStart(), String(entry)).toMatch(start);
  }
  await choose(/Report as HTML/);
  const sheet = page.getByRole('dialog', { name: 'Report as HTML' });
  const html = await save(() => sheet.getByRole('button', { name: 'Save', exact: true }).click());
  expect(html.toString()).toMatch(STEEL);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await choose(/pictures/i);
  const gallery = page.getByTestId('gallery');
  await gallery.getByTestId('thumb').first().getByRole('checkbox').check();
  const pictures = unzipSync(await save(() => gallery.getByRole('button', { name: /save .*picked|save 1/i }).click()));
  expect(Object.keys(pictures).filter((name) => /\.(png|svg)$/.test(name))).toHaveLength(2);
  await page.keyboard.press('Escape');
  expect(columnOf(report, 'Lagging_Current_Power_Factor').drift?.state).toBe('moved');

  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'What effect, evidence and state mean' }).click();
  const handbook = await opened;
  await expect(handbook.locator('#verdict')).toBeInViewport();
  await handbook.close();

  await drop(page, ...employment);
  await expect(verdict(page)).toContainText('of 19 columns', done);
  for (const [file, format] of [
    ['book.xlsx', /Excel|workbook/i],
    ['table.arrow', /Arrow/],
    ['array.zip', /zip/i],
  ] as const) {
    const bytes = readFileSync(`e2e/fixtures/${file}`).toString('base64');
    const input = await page.evaluate(
      async ({ name, content }) => {
        const current = new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name);
        return (await window.plumbline.analyze({ current })).inputs.current;
      },
      { name: file, content: bytes },
    );
    expect(JSON.stringify(input), file).toMatch(format);
  }
  expect(watched).toEqual({ requests: [address], errors: [] });
});

test('the single file’s policy lets no request out, not even to this machine', async ({ page, baseURL }) => {
  await page.goto(address);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/[^-]unsafe-eval|'self'|https?:|wss?:|file:|\*/);
  const outcome = await page.evaluate(async (elsewhere) => {
    await window.plumbline.ready;
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const refused = await fetch(elsewhere).then(
      () => false,
      () => true,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { refused, violations };
  }, baseURL ?? '');
  expect(outcome).toEqual({ refused: true, violations: ['connect-src'] });
  const told = await page.evaluate(() =>
    window.plumbline.analyze({ current: './data.csv' }).catch((error: unknown) => String(error)),
  );
  expect(told).toContain('the single file can reach no address');
});
