import type { Page } from '@playwright/test';
import { drop, dropText } from '../files.ts';
import { rendererBytes } from './renderer-memory.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

const rows = (n: number, shift: number): string =>
  Array.from({ length: n }, (_, i) => `${String(i)},${String(Math.sin(i) + shift)},w${String(i % 5)}\n`).join('');

test('names that differ in spelling alone are offered, and compared where that is wanted', async ({ page }) => {
  await page.goto('./');
  await dropText(page, {
    'reference.csv': `Öl Druck,n,only here\n${rows(300, 0)}`,
    'current.csv': `n,OL_DRUCK,besides\n${rows(300, 0)}`,
  });
  const apart = page.getByTestId('columns-apart');
  await expect(apart).toContainText('1 column stands in both files and is compared.', done);
  await expect(apart).toContainText('Only in the reference file: “Öl Druck”, “only here”.');
  await apart.getByRole('button', { name: 'Compare them' }).click();
  await expect(apart).toContainText('2 columns stand in both files and are compared.', done);
  await expect(apart).not.toContainText('Druck');
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await expect(page.locator('p', { hasText: 'another order than in the other file' })).toBeVisible();
  await page.getByRole('button', { name: 'Under their own names' }).click();
  await expect(apart).toContainText('1 column stands in both files', done);
});

/** Makes every worker of a kind fail as one does that runs out of memory. */
async function breakWorkers(page: Page, kind: 'engine-worker' | 'stats-worker'): Promise<void> {
  const workers = page.workers().filter((worker) => worker.url().includes(kind));
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken on purpose');
      });
    });
  }
}

/** Chooses a file of a hundred times the same rows, too long to be carried over to the page. */
async function chooseLong(page: Page): Promise<void> {
  await page.evaluate(() => {
    const piece = new Blob([
      Array.from({ length: 100_000 }, (_, i) => `${String(i)},${String(Math.sin(i))},w\n`).join(''),
    ]);
    const data = new DataTransfer();
    data.items.add(new File(['n,v,w\n', ...Array.from({ length: 100 }, () => piece)], 'long.csv'));
    const input = document.querySelector<HTMLInputElement>('[data-testid="slot-current"] input');
    if (input === null) throw new Error('there is no slot');
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('an engine that dies while it reads is a message; the page goes on', async ({ page, sealed }) => {
  sealed.allowErrors.push(/broken on purpose|ErrorEvent/);
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  await chooseLong(page);
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('progress')).toContainText('Reading', done);
  await breakWorkers(page, 'engine-worker');
  await expect(page.getByTestId('error')).toContainText('The reading engine stopped', done);
  await dropText(page, { 'current.csv': `n,v,w\n${rows(500, 0)}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('500 rows', done);
});

test('a statistics worker that dies is replaced: the call that it held fails, the next one works', async ({
  page,
  sealed,
}) => {
  sealed.allowErrors.push(/broken on purpose|ErrorEvent/);
  await page.goto('./');
  const analyze = (): Promise<string> =>
    page.evaluate(async () => {
      const names = Array.from({ length: 24 }, (_, i) => `c${String(i)}`);
      const rows = Array.from({ length: 120_000 }, (_, i) => names.map((_name, k) => (i * (k + 7)) % 9973).join(','));
      const file = (name: string) => new File([`${names.join(',')}\n${rows.join('\n')}\n`], name);
      try {
        const report = await window.plumbline.analyze({
          ...{ reference: file('a.csv'), current: file('b.csv') },
          onProgress: ({ stage }) => {
            document.body.classList.add(stage);
          },
        });
        return report.verdict.state;
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    });
  await page.evaluate(() => window.plumbline.ready);
  const first = analyze();
  await page.waitForFunction(() => document.body.classList.contains('comparing'));
  await breakWorkers(page, 'stats-worker');
  expect(await first).toBe('engine-died');
  expect(await analyze()).toBe('identical');
});

test('a part of the app that the server has no more is not the fault of the file', async ({ page, sealed }) => {
  sealed.allowErrors.push(/404|Failed to load resource|dynamically imported/);
  await page.route(/\/workbook-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await drop(page, 'test/engine/fixtures/workbooks/rows-100000.xlsx');
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('error')).toContainText('Your files are not the reason', done);
});

test('the first rows can be looked at while a long file is still being read', async ({ page }) => {
  await page.goto('./');
  await chooseLong(page);
  await page.getByRole('button', { name: /alone/i }).click();
  await page.getByRole('button', { name: 'First rows of the current file' }).click();
  await expect(page.getByTestId('preview-current').getByRole('row')).toHaveCount(101);
  await expect(page.getByTestId('progress')).toContainText('Reading');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('progress')).toBeHidden();
});

test('other files can be dropped at any moment: while one is read, and while columns are compared', async ({
  page,
}) => {
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  await chooseLong(page);
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('progress')).toContainText('Reading', done);
  await drop(page, 'public/sample/steel_reference.csv', 'public/sample/steel_current.csv');
  await expect(page.getByTestId('progress')).toContainText(/Compar/, done);
  await dropText(page, { 'reference.csv': `n,v,w\n${rows(500, 0)}`, 'current.csv': `n,v,w\n${rows(500, 0)}` });
  await expect(page.getByTestId('verdict')).toContainText(/hold the same values/, done);
  await expect(page.getByTestId('progress')).toBeHidden();
  await expect(page.getByTestId('error')).toHaveCount(0);
});

test('an engine that dies before it is needed is replaced', async ({ page, sealed }) => {
  sealed.allowErrors.push(/broken on purpose|ErrorEvent/);
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  await breakWorkers(page, 'engine-worker');
  await dropText(page, { 'a.csv': `n,v,w\n${rows(500, 0)}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('500 rows', done);
});

test('after twenty loads memory is back where it was after the second', async ({ page, browser }) => {
  test.setTimeout(300_000);
  await page.goto('./');
  const session = await page.context().newCDPSession(page);
  const settled = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(1500);
    return rendererBytes(browser);
  };
  const loads = 20;
  let second = 0;
  for (let load = 1; load <= loads; load++) {
    await drop(page, 'public/sample/steel_reference.csv', 'public/sample/steel_current.csv');
    await expect(page.getByTestId('progress')).toBeVisible();
    await expect(page.getByTestId('progress')).toBeHidden(done);
    if (load === 2) second = await settled();
  }
  const last = await settled();
  expect(second).toBeGreaterThan(50e6);
  expect(last / second).toBeLessThan(1.25);
});
