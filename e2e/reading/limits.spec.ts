import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { archiveOf, workbookOf } from './large-files.ts';
import { expect, test } from '../sealed.ts';

/** A page that answers within so many milliseconds is not blocked; a machine under test may have other things to do. */
const ANSWERS = 1000;

/** Watches from inside how long the page does not answer at most. */
async function watched(page: Page): Promise<() => Promise<number>> {
  const longest = await page.evaluateHandle(() => {
    const found = { gap: 0 };
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      found.gap = Math.max(found.gap, now - last);
      last = now;
    }, 20);
    return found;
  });
  return () => longest.evaluate(({ gap }) => gap);
}

async function choose(page: Page, path: string): Promise<void> {
  for (const side of ['reference', 'current']) {
    await page.getByTestId(`slot-${side}`).locator('input[type="file"]').setInputFiles(path);
  }
}

const MILLION = Array.from({ length: 1_000_000 }, (_, i) => `c${String(i)}`).join(',');

const refused = [
  {
    name: 'columns.csv',
    content: () => Promise.resolve(`${MILLION}\n${MILLION.replaceAll('c', '')}\n`),
    said: 'columns.csv has 1,000,000 columns; up to 5,000 are compared.',
  },
  {
    name: 'sheet.xlsx',
    content: () => workbookOf(20, 16_384),
    said: 'sheet.xlsx has 16,384 columns; up to 5,000 are compared.',
  },
  {
    name: 'parts.zip',
    content: () => Promise.resolve(archiveOf(40_000)),
    said: 'parts.zip is a zip archive of 40,000 files',
  },
];

for (const { name, content, said } of refused) {
  test(`${name}: a limit is said, and the page is never blocked`, async ({ page }, info) => {
    const path = info.outputPath(name);
    writeFileSync(path, await content());
    await page.goto('./');
    const gap = await watched(page);
    await choose(page, path);
    await expect(page.getByTestId('error')).toContainText(said, { timeout: 60_000 });
    expect(await gap()).toBeLessThan(ANSWERS);
  });
}

test('a sheet as long as sheets can be is read, and Cancel stops it within a second', async ({ page }, info) => {
  test.setTimeout(300_000);
  const path = info.outputPath('long.xlsx');
  writeFileSync(path, await workbookOf(1_048_576, 5));
  await page.goto('./');
  const gap = await watched(page);
  await choose(page, path);
  await page.waitForTimeout(3000);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('progress')).toHaveCount(0, { timeout: 1000 });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByTestId('verdict')).toContainText('hold the same values', { timeout: 200_000 });
  await expect(page.getByTestId('slot-current')).toContainText(/1,048,575/);
  expect(await gap()).toBeLessThan(ANSWERS);
});

test('Cancel stops the look at a million columns within a second', async ({ page }, info) => {
  const path = info.outputPath('columns.csv');
  writeFileSync(path, `${MILLION}\n${MILLION.replaceAll('c', '')}\n`);
  await page.goto('./');
  await choose(page, path);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('progress')).toHaveCount(0, { timeout: 1000 });
  await expect(page.getByTestId('error')).toHaveCount(0);
});
