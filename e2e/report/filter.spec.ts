import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { drop, dropText, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';
import { expectAccessible } from '../screen/axe.ts';

const done = { timeout: 60_000 };

/** Rows of two lines in hours; of line B the level has moved. Its name and one of its values are hostile. */
function rows(shift: number, firstDay: number): string {
  const lines = Array.from({ length: 600 }, (_, row) => {
    const moment = new Date(Date.UTC(2026, 0, firstDay) + row * 3_600_000).toISOString().slice(0, 16);
    const line = row % 3 === 0 ? '<b>B</b>' : 'A';
    const wave = Math.sin(row * row) + Math.cos(3 * row * row);
    return `${moment},${line},${(20 + wave + (line === 'A' ? 0 : shift)).toFixed(3)}`;
  });
  return ['time,"the ""line"" of __proto__",power', ...lines].join('\n');
}

async function openPair(page: Page): Promise<void> {
  await page.goto('./');
  await dropText(page, { 'reference.csv': rows(0, 1), 'current.csv': rows(6, 26) });
  await expect(page.getByTestId('verdict')).toContainText('“power” higher', done);
}

const bar = (page: Page) => page.getByTestId('filter-bar');
const rowOf = (page: Page, name: string) =>
  page.locator(`[data-testid="drift-row"][data-column=${JSON.stringify(name)}]`);
const openRow = (page: Page, name: string) => rowOf(page, name).getByRole('button').first().click();
const LINE = 'the "line" of __proto__';
const openLine = (page: Page) =>
  page.getByTestId('drift-row').filter({ hasText: '__proto__' }).getByRole('button').first().click();

test('a category is clicked, the report is that of its rows, and a key takes it off', async ({ page }) => {
  await openPair(page);
  const headline = await page.getByTestId('verdict').innerText();
  await expect(page.getByTestId('advice')).toContainText('Check the source of “power”');
  await openLine(page);
  const cursor = page.getByRole('slider', { name: /Categories of/ });
  await cursor.focus();
  await cursor.press('Home');
  await cursor.press('Enter');
  await expect(bar(page)).toContainText(`Only rows where “${LINE}” is “A”: 400 of 600 and 400 of 600.`, done);
  await expect(bar(page)).toContainText('Exploratory');
  await expect(page.getByTestId('verdict')).not.toContainText('“power” higher');
  await expect(page.getByTestId('verdict')).toContainText('Exploratory');
  await expect(page.getByTestId('advice')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0, done);
  await expect(page.getByTestId('verdict')).toHaveText(headline.replaceAll('\n', ' ').replaceAll(/ +/g, ' '), {
    useInnerText: false,
    ...done,
  });
});

test('a bin is clicked, a range is typed, both hold together, and the button takes them off', async ({ page }) => {
  await openPair(page);
  await openRow(page, 'power');
  await page.getByRole('slider', { name: /Distribution of power/ }).click();
  await expect(bar(page)).toContainText(/Only rows where “power” is at least .* and below .*: /, done);
  const choice = page.getByTestId('column-choice');
  await choice.locator('summary').click();
  await choice.getByLabel('at least').fill('19,5');
  await choice.getByRole('button', { name: 'Show only these rows' }).click();
  await expect(bar(page)).toContainText('Only rows where “power” is at least 19.5: ', done);
  await bar(page)
    .getByRole('button', { name: /All rows/ })
    .click();
  await expect(bar(page)).toHaveCount(0, done);
});

test('a period of the figure over time chooses by the time', async ({ page }) => {
  await openPair(page);
  await openRow(page, 'power');
  const cursor = page.getByRole('slider', { name: /power over time/ });
  await cursor.focus();
  await cursor.press('Home');
  await cursor.press('Enter');
  // The current file begins later: none of its rows is left, and what is on the screen stays.
  await expect(page.getByText('no row meets the filter')).toBeVisible(done);
  await expect(page.getByTestId('verdict')).toContainText('“power” higher');
  await expect(bar(page)).toHaveCount(0);
});

test('a filter stands in what is exported, and in the report as a file', async ({ page, browser }, info) => {
  await openPair(page);
  const { text, label, html } = await page.evaluate(
    async ([reference, current]) => {
      const report = await window.plumbline.analyze({
        reference: new Blob([reference ?? '']),
        current: new Blob([current ?? '']),
        filter: [{ column: 'the "line" of __proto__', test: 'equals', value: '<b>B</b>' }],
      });
      window.plumbline.show(report);
      const page = await window.plumbline.exportHtml(report);
      return { text: report.filter?.text, label: report.verdict.exploratory, html: await page.text() };
    },
    [rows(0, 1), rows(6, 26)],
  );
  expect(text).toBe(`Only rows where “${LINE}” is “<b>B</b>”: 200 of 600 and 200 of 600.`);
  expect(label).toBe(true);
  await expect(bar(page)).toContainText('“<b>B</b>”');
  await expect(bar(page).getByRole('button')).toHaveCount(0);
  const path = info.outputPath('filtered.html');
  writeFileSync(path, html);
  const viewer = await browser.newPage();
  await viewer.goto(pathToFileURL(path).href);
  await expect(bar(viewer)).toContainText('Only rows where', done);
  await viewer.close();
});

test('a segment of the table becomes the whole report, with the rows that the table counts', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  const row = page.locator('#where').getByRole('row').filter({ hasText: 'Lagging_Current_Power_Factor' }).first();
  const cells = await row.getByRole('cell').allInnerTexts();
  await row.getByRole('button', { name: /^Show only these rows: “date” from / }).click();
  await expect(bar(page)).toContainText(
    /Only rows where “date” is from .* and “Lagging_Current_Power_Factor” is above /,
    done,
  );
  const kept = (await bar(page).innerText()).match(/([\d,]+) of 8,736 and ([\d,]+) of 8,833/)?.slice(1) ?? [];
  expect(kept).toHaveLength(2);
  expect(cells).toEqual(expect.arrayContaining(kept));
});

test('one file is split in two by a value of a column', async ({ page }) => {
  await page.goto('./');
  await dropText(page, { 'both.csv': rows(6, 1) });
  await page.getByRole('button', { name: 'Split this file in two …' }).click();
  const form = page.getByTestId('split-form');
  await expect(form.getByRole('combobox')).toBeVisible(done);
  await form.getByRole('combobox').selectOption(LINE);
  await form.getByRole('group', { name: 'Reference' }).getByRole('checkbox', { name: 'A' }).check();
  await form.getByRole('group', { name: 'Current' }).getByRole('checkbox', { name: '<b>B</b>' }).check();
  await form.getByRole('button', { name: 'Compare the two parts' }).click();
  await expect(bar(page)).toContainText('One file in two', done);
  await expect(page.getByTestId('verdict')).toContainText('“power” higher', done);
  await bar(page).getByRole('button', { name: 'One file again' }).click();
  await expect(bar(page)).toHaveCount(0, done);
});

for (const width of [390, 1440]) {
  test(`the filter's parts stand within the page and are accessible at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPair(page);
    await openLine(page);
    await page.getByTestId('column-choice').locator('summary').click();
    await page.getByTestId('column-choice').getByRole('checkbox', { name: 'A' }).check();
    await page.getByTestId('column-choice').getByRole('button', { name: 'Show only these rows' }).click();
    await expect(bar(page)).toBeVisible(done);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessible(page, 'under a filter');
  });
}
