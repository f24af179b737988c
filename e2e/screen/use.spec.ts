import { readFileSync } from 'node:fs';
import type { Report } from '../../src/facts/document/document.ts';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };

test('the sample runs from one click, with its credit', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByText(/CC BY 4\.0/)).toBeVisible();
  await page.getByRole('button', { name: /sample/i }).click();
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
});

test('an exported report opens again by dropping it, and shows the same', async ({ page }, info) => {
  await page.goto('./');
  await drop(page, ...steel);
  const verdict = page.getByTestId('verdict');
  await expect(verdict).toContainText(STEEL, done);
  const sentence = await verdict.innerText();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /json/i }).click();
  const saved = info.outputPath('report.json');
  await (await download).saveAs(saved);
  await page.reload();
  await expect(verdict).toHaveCount(0);
  await drop(page, saved);
  await expect(verdict).toHaveText(sentence);
  const shown = JSON.parse(readFileSync(saved, 'utf8')) as Report;
  expect(shown.format).toBe('plumbline-report/2');
  await expect(page.getByTestId('drift-row')).toHaveCount(shown.columns.length);
});

test('an Arrow file and an Arrow stream of the same table are read alike', async ({ page }) => {
  await page.goto('./');
  await drop(page, 'e2e/fixtures/table.arrow', 'e2e/fixtures/table.arrows');
  await expect(page.getByTestId('verdict')).toContainText(/hold the same values in the 2 columns/, done);
});

test('one file alone gives the quality part', async ({ page }) => {
  await page.goto('./');
  await drop(page, steel[1]);
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(page.getByTestId('verdict')).toContainText('8,833 rows, 12 columns', done);
  await expect(page.getByTestId('drift-row')).toHaveCount(0);
  await expect(page.getByText('Data quality').first()).toBeVisible();
  // No other file is spoken of.
  await expect(page.getByTestId('columns-apart')).toHaveCount(0);
  await expect(page.getByText('only in the current file')).toHaveCount(0);
});

test('types and roles can be edited; only the sentence and that column follow', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await page.getByRole('button', { name: /columns and roles/i }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('searchbox').fill('prediction');
  const role = sheet.getByLabel('Role of prediction');
  await role.selectOption('ignored');
  await expect(page.getByTestId('verdict')).toContainText(/1 of 10 columns has (?:changed|moved)/, done);
});

const stages = ['starting', 'unpacking', 'reading', 'inferring', 'comparing', 'correlating', 'measuring', 'searching'];

const numbers = (rows: number, cell: (row: number) => string): string =>
  `a,b\n${Array.from({ length: rows }, (_, row) => cell(row)).join('\n')}\n`;

test('Cancel takes effect within a second in every stage, and leaves the page usable', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./');
  await page.evaluate(() => window.plumbline.ready);
  const outcomes = await page.evaluate(async (stages) => {
    const columns = Array.from({ length: 20 }, (_, i) => i);
    const row = (i: number): string => columns.map((column) => String(Math.sin(i * (column + 1)))).join(',');
    const textFrom = (first: number): string =>
      `${columns.map((i) => `c${String(i)}`).join(',')}\n${Array.from({ length: 30_000 }, (_, i) => row(first + i)).join('\n')}\n`;
    const packed = (text: string): Promise<Blob> =>
      new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
    // The same rows twice would not be searched.
    const [reference, current] = [await packed(textFrom(0)), await packed(textFrom(30_000))];
    const outcomes: Record<string, { name: string; ms: number }> = {};
    for (const wanted of stages) {
      const control = new AbortController();
      let aborted = 0;
      const name = await window.plumbline
        .analyze({
          reference: new File([reference], 'reference.csv.gz'),
          current: new File([current], 'current.csv.gz'),
          config: { columns: { c0: { role: 'target' }, c1: { role: 'prediction' } } },
          signal: control.signal,
          onProgress: ({ stage }) => {
            if (stage !== wanted || aborted > 0) return;
            aborted = performance.now();
            control.abort();
          },
        })
        .then(
          () => 'finished',
          (error: unknown) => (error as Error).name,
        );
      outcomes[wanted] = { name, ms: performance.now() - aborted };
    }
    return outcomes;
  }, stages);
  for (const stage of stages) {
    expect(outcomes[stage]?.name, stage).toBe('AbortError');
    expect(outcomes[stage]?.ms, stage).toBeLessThan(1000);
  }
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
});

test('a failed drop names the file and what to do, and nothing on the screen is lost', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  const verdict = page.getByTestId('verdict');
  await expect(verdict).toContainText(STEEL, done);
  await dropText(page, { 'reference.csv': 'a,b\n1,2\n', 'photo.csv': '\u0089PNG\r\n' });
  await expect(page.getByTestId('error')).toContainText('photo.csv', done);
  await expect(verdict).toContainText(STEEL);
  await page.getByRole('button', { name: 'First rows of the current file' }).click();
  await expect(page.getByTestId('preview-current').getByRole('row')).toHaveCount(101);
});

test('hostile names and values are ordinary', async ({ page }) => {
  await page.goto('./');
  const head = '__proto__,</script><script>alert(1)</script>,"a""b; DROP TABLE data",constructor';
  const row = (i: number): string => `${String(i)},<img src=x onerror=alert(1)>,"=cmd|' /C calc'!A0",${String(i % 7)}`;
  const text = `${head}\n${Array.from({ length: 200 }, (_, i) => row(i)).join('\n')}\n`;
  await dropText(page, { 'reference.csv': text, 'current.csv': text });
  await expect(page.getByTestId('verdict')).toContainText(/hold the same values/, done);
  await expect(page.locator('[data-testid="drift-row"][data-column="__proto__"]')).toHaveCount(1);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('the same file twice: nothing is called changed', async ({ page }) => {
  await page.goto('./');
  await dropText(page, {
    'reference.csv': numbers(500, (i) => `${String(Math.sin(i))},${String(i % 3)}`),
    'current.csv': numbers(500, (i) => `${String(Math.sin(i))},${String(i % 3)}`),
  });
  await expect(page.getByTestId('verdict')).toContainText('hold the same values', done);
});

test('from drop to opened row by keyboard alone', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  const first = page.getByTestId('drift-row').first().getByRole('button').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
});

for (const width of [360, 390, 768, 2560]) {
  test(`nothing is wider than a page of ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./');
    await page.getByRole('button', { name: /sample/i }).click();
    await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
