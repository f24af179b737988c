import type { Browser, Page } from 'playwright-core';
import type { Progress } from '../../src/analysis/run/run-result.ts';
import type { Report } from '../../src/facts/document/document.ts';
import type { ConfigInput } from '../../src/facts/settings/settings.ts';
import type { ErrorPlace } from '../../src/facts/statements/errors.ts';
import { commandWords } from '../../src/words/command-words.ts';
import type { Language } from '../../src/words/language.ts';
import { endBrowser } from '../browsers/end-browser.ts';
import { launchChromium } from '../browsers/launch.ts';
import { serveSite } from '../site.ts';
import { untilStopped } from './stopping.ts';

type Stage = Progress['stage'];

export interface Job {
  /** Paths of files; several of a side are read as one table. */
  reference: readonly string[];
  current: readonly string[];
  /** Path of a set-up. */
  config: string | undefined;
  /** Which rows the report is made of. */
  rows: Pick<ConfigInput, 'filter' | 'split'>;
  /** Whether the report is wanted as an HTML file too. */
  html: boolean;
  language: Language;
  timeoutMs: number;
  onProgress: (stage: Stage) => void;
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
    browser.once('disconnected', () => reject(new Error(commandWords.browser.ended)));
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
  const result = await page.evaluate(runInPage, { wantsHtml: job.html, rows: job.rows });
  if ('message' in result) throw new Error(commandWords.placed(result.message, result));
  return { report: JSON.parse(result.document) as Report, html: result.html };
}

/** What the page's error says, and where it happened: fields of an error do not cross by themselves. */
type Failure = { message: string } & { [Key in 'file' | 'row' | 'column']: ErrorPlace[Key] | undefined };
type Result = { document: string; html: string | null } | Failure;

/** Runs in the page, so it knows nothing of this module. The document crosses as text: that is quicker than as an object. */
async function runInPage({ wantsHtml, rows }: { wantsHtml: boolean; rows: Job['rows'] }): Promise<Result> {
  const { told } = window as unknown as { told: (stage: Stage) => Promise<void> };
  const [reference = [], current = [], [config] = []] = ['reference', 'current', 'config'].map((id) => [
    ...(document.querySelector<HTMLInputElement>(`#given-${id}`)?.files ?? []),
  ]);
  try {
    await window.plumbline.ready;
    const report = await window.plumbline.analyze({
      ...(reference.length > 0 && { reference }),
      ...(config && { config }),
      ...rows,
      current,
      onProgress({ stage }) {
        void told(stage);
      },
    });
    const html = wantsHtml ? await (await window.plumbline.exportHtml(report)).text() : null;
    return { document: JSON.stringify(report), html };
  } catch (error) {
    const { message, file, row, column } = error as Error & ErrorPlace;
    return { message, file, row, column };
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(commandWords.tookLonger(milliseconds / 60_000)));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
