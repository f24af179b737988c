import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from '../browsers/chromium.ts';
import type { BenchPair } from './data.ts';
import { watchMemory } from './memory.ts';
import { watchReport } from './watch.ts';

export interface PageTimes {
  /** Seconds from the drop to the first columns on the screen, and to the complete report. */
  firstColumns: number;
  complete: number;
  /** To the report without the segments. */
  standing: number;
  readMs: number;
  compareMs: number;
  /** Seconds of `complete` in which the model is measured; null where there is none. */
  modelSeconds: number | null;
}

export interface PageMemory {
  peakGigabytes: number;
  /** What the engine that holds the larger table has grown to. */
  tableGigabytes: number;
}

/** Gives the page two files and times it: the app's own way, in a fresh browser. */
export const pageTimes = (address: string, pair: BenchPair): Promise<PageTimes> =>
  inFreshBrowser(address, (page) => timed(page, pair));

/** The same, watching the browser's memory: looking at it takes a core a tenth of its time, so the times are taken apart. */
export const pageMemory = (address: string, pair: BenchPair): Promise<PageMemory> =>
  inFreshBrowser(address, async (page, profile) => {
    const memory = watchMemory(profile);
    await timed(page, pair);
    return { tableGigabytes: memory.largestMapping(), peakGigabytes: memory.stop() };
  });

async function inFreshBrowser<T>(address: string, use: (page: Page, profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: ['--no-sandbox'],
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => window.plumbline.ready);
  const result = await use(page, profile);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return result;
}

async function timed(page: Page, pair: BenchPair): Promise<PageTimes> {
  const choose = (slot: string, file: string): Promise<void> =>
    page.getByTestId(slot).locator('input[type="file"]').setInputFiles(file);
  const report = await watchReport(page);
  await choose('slot-reference', pair.reference);
  await choose('slot-current', pair.current);
  const { firstColumns, measuring, standing, complete } = await report();
  const words = await page.locator('footer').last().textContent();
  const [read, compare] = [...(words ?? '').matchAll(/([\d.]+)\s*s/g)].map((match) => Number(match[1]) * 1000);
  return {
    firstColumns,
    ...{ complete, standing },
    readMs: read ?? NaN,
    compareMs: compare ?? NaN,
    modelSeconds: measuring === null ? null : complete - measuring,
  };
}
