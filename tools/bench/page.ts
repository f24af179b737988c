import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from '../chromium.ts';
import type { BenchPair } from './data.ts';
import { watchMemory } from './memory.ts';

export interface PageTimes {
  /** Seconds from the drop to the first columns on the screen, and to the complete report. */
  firstColumns: number;
  complete: number;
  readMs: number;
  compareMs: number;
  peakGigabytes: number;
}

/** Gives the page two files and watches it: the app's own way, in a fresh browser. */
export async function pageTimes(address: string, pair: BenchPair): Promise<PageTimes> {
  const profile = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: ['--no-sandbox'],
    viewport: { width: 1440, height: 900 },
  });
  // The compiler of this script names inner functions with a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (inner) => inner');
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => window.plumbline.ready);
  const memory = watchMemory(profile);
  await page.getByTestId('slot-reference').locator('input[type="file"]').setInputFiles(pair.reference);
  await page.evaluate(() => {
    const times: Record<string, number> = {};
    Object.assign(window, { benchTimes: times });
    const started = performance.now();
    const look = (): void => {
      const seconds = (performance.now() - started) / 1000;
      if (document.querySelector('[data-testid="drift-row"]') !== null) times['first'] ??= seconds;
      const running = document.querySelector('[data-testid="progress"]') !== null;
      if (running) times['begun'] ??= seconds;
      if (!running && times['begun'] !== undefined) times['complete'] ??= seconds;
      if (times['complete'] === undefined) requestAnimationFrame(look);
    };
    document.addEventListener('change', look, { once: true, capture: true });
  });
  await page.getByTestId('slot-current').locator('input[type="file"]').setInputFiles(pair.current);
  await page.waitForFunction(() => 'complete' in (window as unknown as { benchTimes: object }).benchTimes, null, {
    timeout: 600_000,
  });
  const times = await page.evaluate(() => (window as unknown as { benchTimes: Record<string, number> }).benchTimes);
  const words = await page.locator('footer').last().textContent();
  const [read, compare] = [...(words ?? '').matchAll(/([\d.]+)\s*s/g)].map((match) => Number(match[1]) * 1000);
  const result = {
    firstColumns: times['first'] ?? NaN,
    complete: times['complete'] ?? NaN,
    readMs: read ?? NaN,
    compareMs: compare ?? NaN,
    peakGigabytes: memory.stop(),
  };
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return result;
}
