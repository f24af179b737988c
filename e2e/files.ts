import { readFileSync } from 'node:fs';
import type { JSHandle, Page } from '@playwright/test';
import type { Report, ReportColumn } from '../src/facts/document/document.ts';

export const steel = ['public/sample/steel_reference.csv', 'public/sample/steel_current.csv'] as const;
/** What the headline says of the columns of the steel pair, once there is one. */
export const STEEL = /\d+ of 11 columns (?:has|have) (?:changed|moved)/;

export const employment = [
  'e2e/fixtures/employment_MA_reference.pq',
  'e2e/fixtures/employment_MA_analysis.pq',
] as const;

/** Drops files on the page as a person does: with a drop event that carries them. */
export async function drop(page: Page, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) ?? path,
    bytes: readFileSync(path).toString('base64'),
  }));
  await dropContents(page, files);
}

/** The same for texts. */
export async function dropText(page: Page, texts: Record<string, string>): Promise<void> {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text).toString('base64') }));
  await dropContents(page, files);
}

interface Content {
  name: string;
  /** In base64. */
  bytes: string;
}

async function dropContents(page: Page, files: Content[]): Promise<void> {
  const dataTransfer = await transferOf(page, files);
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer });
}

/** Drops files on the half of the page that belongs to a side: they are one table. */
export async function dropOn(page: Page, side: 'reference' | 'current', files: Content[]): Promise<void> {
  const dataTransfer = await transferOf(page, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  for (const event of ['dragover', 'drop']) await page.dispatchEvent(`[data-aim=${side}]`, event, { dataTransfer });
}

const transferOf = (page: Page, files: Content[]): Promise<JSHandle<DataTransfer>> =>
  page.evaluateHandle((contents) => {
    const data = new DataTransfer();
    for (const { name, bytes } of contents) {
      data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    }
    return data;
  }, files);

/** Chooses a current file that no memory holds, `huge.csv`: one piece of text, many times over. */
export async function chooseHuge(page: Page): Promise<void> {
  await page.evaluate(() => {
    const piece = new Blob(['1,2\n'.repeat(2 ** 18)]);
    const data = new DataTransfer();
    data.items.add(new File(['n,v\n', ...Array.from({ length: 2000 }, () => piece)], 'huge.csv'));
    const target = document.querySelector('[data-testid="slot-current"] input') as HTMLInputElement;
    target.files = data.files;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** A column of a document; fails when it is not there. */
export function columnOf(report: Report, name: string): ReportColumn {
  const column = report.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name} in the report`);
  return column;
}
