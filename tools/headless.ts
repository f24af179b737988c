import type { Browser, Page } from 'playwright-core';
import type { Report } from '../src/facts/document/document.ts';
import type { Language } from '../src/words/language.ts';
import { endBrowser } from './end-browser.ts';
import { launchChromium } from './launch.ts';
import { serveSite } from './site.ts';
import { untilStopped } from './stopping.ts';

export interface Job {
  /** Paths of files; several of a side are read as one table. */
  reference: readonly string[];
  current: readonly string[];
  /** Path of a set-up. */
  config: string | undefined;
  /** Whether the report is wanted as an HTML file too. */
  html: boolean;
  language: Language;
  timeoutMs: number;
  onProgress: (stage: string) => void;
}

export interface Outcome {
  report: Report;
  html: string | null;
}

/** Opens the built app in a Chromium of this machine, gives it the files as a person would, and takes its report. */
export async function runHeadless(job: Job): Promise<Outcome> {
  const { server, address } = await serveSite(0);
  let browser: Promise<Browser> | undefined;
  try {
    return await untilStopped(async () => {
      browser = launchChromium();
      return await Promise.race([died(await browser), work(await browser, address, job)]);
    });
  } finally {
    if (browser) await endBrowser(browser);
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Rejects when the browser has ended by itself: some calls of Playwright wait for an answer even then.
 * @throws Error
 */
const died = (browser: Browser): Promise<never> =>
  new Promise((_, reject) => {
    browser.once('disconnected', () => reject(new Error('The browser has ended before its report was done.')));
  });

async function work(browser: Browser, address: string, job: Job): Promise<Outcome> {
  const page = await browser.newPage();
  page.setDefaultTimeout(job.timeoutMs);
  await page.goto(`${address}?lang=${job.language}`);
  return await within(job.timeoutMs, analyze(page, job));
}

/** Files go through file inputs: the browser reads them from disk in slices, whatever their size. */
async function analyze(page: Page, job: Job): Promise<Outcome> {
  await page.exposeFunction('told', job.onProgress);
  const given = {
    reference: job.reference,
    current: job.current,
    config: job.config === undefined ? [] : [job.config],
  };
  for (const [id, paths] of Object.entries(given)) {
    await page.evaluate((name) => {
      const input = Object.assign(document.createElement('input'), {
        type: 'file',
        multiple: true,
        id: `given-${name}`,
      });
      document.body.append(input);
    }, id);
    await page.setInputFiles(`#given-${id}`, [...paths]);
  }
  const result = await page.evaluate(runInPage, job.html);
  if ('trouble' in result) throw new Error(result.trouble);
  return { report: JSON.parse(result.document) as Report, html: result.html };
}

type Result = { document: string; html: string | null } | { trouble: string };

/** Runs in the page, so it knows nothing of this module. The document crosses as text: that is quicker than as an object. */
async function runInPage(wantsHtml: boolean): Promise<Result> {
  const { told } = window as unknown as { told: (stage: string) => Promise<void> };
  const [reference = [], current = [], [config] = []] = ['reference', 'current', 'config'].map((id) => [
    ...(document.querySelector<HTMLInputElement>(`#given-${id}`)?.files ?? []),
  ]);
  try {
    await window.plumbline.ready;
    const report = await window.plumbline.analyze({
      ...(reference.length > 0 && { reference }),
      ...(config && { config }),
      current,
      onProgress({ stage }) {
        void told(stage);
      },
    });
    const html = wantsHtml ? await (await window.plumbline.exportHtml(report)).text() : null;
    return { document: JSON.stringify(report), html };
  } catch (error) {
    // Where it happened is in fields of the error, which would not cross.
    const { message, file, row, column } = error as Error & Partial<Record<'file' | 'row' | 'column', string | number>>;
    const places = Object.entries({ file, row, column }).flatMap(([name, value]) =>
      value ? [`${name} ${value}`] : [],
    );
    return { trouble: places.length > 0 ? `${message} (${places.join(', ')})` : message };
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It took longer than ${String(milliseconds / 60_000)} minutes (--timeout).`));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
