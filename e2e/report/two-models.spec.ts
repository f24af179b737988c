import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const plainWords = /\b(reference|current)\b/i;

interface Model {
  columns: string[];
  /** How far its predictions lie off. */
  off: number;
  /** What else is peculiar to its file. */
  cells: (row: number) => Record<string, string | number>;
}

/** Rows of the same machines with the same targets, as one model's file has them. */
function rowsOf({ columns, off, cells }: Model): string {
  const rows = Array.from({ length: 600 }, (_, i) => {
    const load = 50 + 30 * Math.sin(i / 9) + (i % 7);
    const target = 2 * load + (i % 11);
    const row: Record<string, string | number> = {
      ...{ id: `m${String(i)}`, when: new Date(Date.UTC(2026, 0, 1, i)).toISOString(), load: load.toFixed(2) },
      ...{ kind: ['press', 'lathe', 'saw'][i % 3] ?? '', target: target.toFixed(2), level: 5 },
      prediction: (target + off + 5 * Math.sin(i)).toFixed(3),
      ...cells(i),
    };
    return columns.map((name) => String(row[name])).join(',');
  });
  return [columns.join(','), ...rows, ''].join('\n');
}

const files = {
  'old model.csv': rowsOf({
    columns: ['id', 'when', 'load', 'kind', 'level', 'note', 'target', 'prediction'],
    off: 0,
    cells: (i) => ({ note: i % 5 === 0 ? '' : 'seen', ...(i % 50 === 0 && { kind: 'drill' }) }),
  }),
  'new model.csv': rowsOf({
    columns: ['id', 'when', 'kind', 'load', 'level', 'note', 'target', 'prediction', 'spread'],
    off: 12,
    cells: (i) => ({
      ...{ note: 'seen', level: 6, spread: i % 9 },
      ...(i === 5 && { load: 5000 }),
      ...(i % 40 === 0 && { kind: 'mill' }),
    }),
  }),
};

/** What is read on a part of the page, and what a screen reader says of it. */
async function wordsOf(part: Locator): Promise<string[]> {
  return part.evaluate((root: HTMLElement) => {
    const told = [...root.querySelectorAll('[aria-label], [aria-valuetext], [title]')].flatMap((element) =>
      ['aria-label', 'aria-valuetext', 'title'].map((name) => element.getAttribute(name) ?? ''),
    );
    const drawn = [...root.querySelectorAll('svg')].flatMap((svg) =>
      [...svg.querySelectorAll('text, title, desc')].map((text) => text.textContent),
    );
    return [...root.innerText.split('\n'), ...told, ...drawn];
  });
}

/** Every part names the models, and none a reference or a current file. */
async function expectModels(part: Locator): Promise<void> {
  const words = await wordsOf(part);
  expect(words.filter((text) => plainWords.test(text))).toEqual([]);
  expect(words.join('\n')).toMatch(/model A/i);
  expect(words.join('\n')).toMatch(/model B/i);
}

/** Opens what can be opened in the report: rows of its tables, and the data below its figures. */
async function openAll(page: Page): Promise<void> {
  for (const name of ['prediction', 'load', 'level', 'kind'])
    await page.locator(`[data-testid="drift-row"][data-column="${name}"]`).getByRole('button').first().press('Enter');
  await page.locator('#quality').getByRole('button', { name: 'kind', exact: true }).last().press('Enter');
  await page.locator('[data-testid="feature-row"][data-feature="kind"]').getByRole('button').press('Enter');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

test('two models: no word of a reference or a current file is on the screen', async ({ page }) => {
  await page.goto('./');
  await dropText(page, files);
  await expect(page.getByTestId('model')).toContainText(/goes from .* of model A to .* of model B/, done);
  const report = page.locator('main');
  await expectModels(report);
  await openAll(page);
  await expect(page.locator('#drift')).toContainText('Rows to review');
  await expect(page.locator('#drift')).toContainText('New in model B');
  await expect(page.locator('#quality')).toContainText('Most common, model A');
  await expect(page.locator('#correlations')).toContainText('Model A, Pearson');
  await expect(page.getByTestId('columns-apart')).toContainText('Only in the model B file: “spread”.');
  // What the cursor reads is the last line of a figure's words; it names each file once.
  const figure = page.locator('#performance').getByRole('slider', { name: 'Values of Error against prediction' });
  await figure.focus();
  await expect(figure).toHaveAttribute('aria-valuetext', /: model A [^;]*; model B (?!.*model)/);
  await expectModels(report);
  for (const section of ['overview', 'quality', 'drift', 'target', 'performance', 'correlations'])
    await expectModels(page.locator(`#${section}`));

  await page.getByRole('button', { name: 'How the model B file was read' }).click();
  const reading = page.locator('.floating', { hasText: 'How it was read' });
  await expect(reading).toContainText('another order than in the other file');
  expect((await wordsOf(reading)).filter((text) => plainWords.test(text))).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /pictures/i }).click();
  const gallery = page.getByTestId('gallery');
  await expect(gallery.locator('svg text').first()).toBeVisible();
  await expectModels(gallery);
  await gallery.getByRole('button', { name: 'Edit and save: Distribution of load' }).click();
  const editor = page.getByTestId('picture-editor');
  await expect(editor.getByRole('img')).toBeVisible();
  await expect(editor.getByRole('img')).toHaveAttribute('alt', /of the model A rows.* of the model B ones/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('two models: a report that was saved as a page speaks of them as well', async ({ page, browser }, info) => {
  await page.goto('./');
  const html = await page.evaluate(async ([reference = '', current = '']) => {
    const { plumbline } = window;
    const report = await plumbline.analyze({
      reference: new File([reference], 'old.csv'),
      current: new File([current], 'new.csv'),
    });
    return (await plumbline.exportHtml(report)).text();
  }, Object.values(files));
  const path = info.outputPath('models.html');
  writeFileSync(path, html);
  const viewer = await browser.newPage({ baseURL: '' });
  await viewer.goto(pathToFileURL(path).href);
  await expect(viewer.locator('#correlations')).toBeVisible(done);
  await openAll(viewer);
  await expectModels(viewer.locator('body'));
  await expect(viewer.locator('header dt')).toHaveText(['Model A', 'Model B']);
  await viewer.close();
});
