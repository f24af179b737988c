import { chromium, type Browser } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireChromium } from '../browsers/chromium.ts';

const TIMES = 7;
const COLUMNS = 2000;

const app = pathToFileURL(resolve('dist/plumbline.html')).href;

/** Seconds until the single file, opened from the disk in a fresh browser, can take files; and a wide report of its making is shown. */
export async function openingTable(): Promise<string> {
  const ready = await repeated(async (browser) => {
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(app);
    await page.evaluate('window.plumbline.ready');
    return performance.now() - started;
  });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const report = join(folder, 'report.html');
  await inBrowser(async (browser) => {
    writeFileSync(report, await wideReport(browser));
  });
  const shown = await repeated(async (browser) => {
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(pathToFileURL(report).href);
    await page.getByTestId('verdict').waitFor();
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
    return performance.now() - started;
  });
  rmSync(folder, { recursive: true, force: true });
  return [
    '| opened from the disk, fresh browser | median s | range s |',
    '| --- | ---: | ---: |',
    `| plumbline.html, until it is ready | ${spread(ready)} |`,
    `| a saved report of ${String(COLUMNS)} columns, until it is drawn | ${spread(shown)} |`,
  ].join('\n');
}

async function inBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function repeated(measure: (browser: Browser) => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) found.push(await inBrowser(measure));
  return found.sort((a, b) => a - b);
}

const seconds = (milliseconds = NaN): string => (milliseconds / 1000).toFixed(2);
const spread = (sorted: readonly number[]): string =>
  `${seconds(sorted[(TIMES - 1) / 2])} | ${seconds(sorted[0])} to ${seconds(sorted.at(-1))}`;

/** Runs in the page, where the compiler's helpers are not: as text. */
const makeReport = `(async () => {
  const table = (slope) => {
    const cells = (row) => Array.from({ length: ${String(COLUMNS)} }, (_, i) => (Math.sin(row * (i + 1) * slope) * 10).toFixed(4));
    const head = Array.from({ length: ${String(COLUMNS)} }, (_, i) => 'sensor_' + i);
    const lines = [head, ...Array.from({ length: 300 }, (_, row) => cells(row))].map((line) => line.join(','));
    return new File([lines.join('\\n')], slope + '.csv');
  };
  const report = await window.plumbline.analyze({ reference: table(1), current: table(2) });
  return (await window.plumbline.exportHtml(report)).text();
})()`;

async function wideReport(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(app);
  await page.evaluate('window.plumbline.ready');
  return page.evaluate<string>(makeReport);
}
