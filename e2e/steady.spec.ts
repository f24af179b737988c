import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, dropText } from './files.ts';
import { expect, test } from './sealed.ts';

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

/** Makes every engine fail as one does that runs out of memory. */
async function breakEngines(page: Page): Promise<void> {
  const engines = page.workers().filter((worker) => worker.url().includes('engine-worker'));
  expect(engines.length).toBeGreaterThan(0);
  for (const engine of engines) {
    await engine.evaluate(() => {
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
  await breakEngines(page);
  await expect(page.getByTestId('error')).toContainText('The reading engine stopped', done);
  await dropText(page, { 'current.csv': `n,v,w\n${rows(500, 0)}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('500 rows', done);
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
  await breakEngines(page);
  await dropText(page, { 'a.csv': `n,v,w\n${rows(500, 0)}` });
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('500 rows', done);
});

/** Bytes of all processes of the browser that serves this test: proportional share of shared pages. */
function browserBytes(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return sum;
        const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
        return sum + Number(kilobytes ?? 0) * 1024;
      } catch {
        return sum;
      }
    }, 0);
}

test('after twenty loads memory is back where it was after the second', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('./');
  const session = await page.context().newCDPSession(page);
  const settled = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(1500);
    return browserBytes();
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
