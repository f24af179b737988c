import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { WAREHOUSES } from '../../src/facts/warehouses.ts';
import { chooseHuge, drop, dropText, employment, steel } from '../files.ts';
import { holdSearch } from '../hold-search.ts';
import { PlainServer } from '../plain-server.ts';
import { readingsOf, sentencesOf, textsDuring, textsOf, type PlacedText } from './placed-texts.ts';
import { expect, test as sealed } from '../sealed.ts';
import { cellsOf, dataOf, Ledger } from './unmarked.ts';

/*
 * The pseudo-language marks every text of the catalogue. What is read without marks in any state of the app is a word
 * that a translation could not reach.
 */
const PSEUDO = '?lang=xx';
const done = { timeout: 60_000 };
const FIXTURES = 'test/report/fixtures/v0.1.0';
const ai4i = ['e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'] as const;
const loads = ['e2e/fixtures/steel_load_reference.csv', 'e2e/fixtures/steel_load_current.csv'] as const;

/** Every test lists all that it found unmarked at its end. */
const test = sealed.extend<{ ledger: Ledger }>({
  ledger: async ({ page }, use, info) => {
    const ledger = new Ledger();
    await page.goto(`./${PSEUDO}`);
    await use(ledger);
    await info.attach('unmarked', { body: ledger.text, contentType: 'text/plain' });
    expect(ledger.text).toBe('');
  },
});

test.slow();

const filesOf = (paths: readonly string[]): string[] => paths.flatMap(dataOf);

/** Notes what the page shows now. */
const look = (ledger: Ledger, page: Page, state: string): Promise<void> =>
  test.step(state, async () => ledger.note(state, await textsOf(page)));

/** Does what starts a run, and notes what is said while it goes on. */
async function running(ledger: Ledger, page: Page, state: string, start: () => Promise<void>): Promise<void> {
  await test.step(`${state}, running`, async () => {
    const said = textsDuring(page, '[data-testid="progress"]');
    await start();
    ledger.note(`${state}, running`, await said);
  });
}

const finished = (page: Page): Promise<void> => expect(page.locator('#quality')).toBeVisible(done);

/** Opens every row of a report, and shows all that its lists leave out. */
async function openRows(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector('main') ?? document.body;
    for (let turn = 0; turn < 3; turn++) {
      const shut = main.querySelectorAll<HTMLElement>('button[aria-expanded="false"]:not([aria-haspopup])');
      const more = [...main.querySelectorAll<HTMLElement>('section button.lined')];
      for (const button of [...shut, ...more.filter((one) => /Show (all )?\d/.test(one.textContent))]) button.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  });
}

/** Opens every part that unfolds: the tables below the figures among them. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });

/** Looks at a report, at all that can be opened in it, and at what the cursors of its figures read. */
async function lookThrough(ledger: Ledger, page: Page, state: string): Promise<void> {
  await look(ledger, page, state);
  await openRows(page);
  await test.step(`${state}, cursors`, async () => ledger.note(`${state}, cursors`, await readingsOf(page)));
  await unfold(page);
  await look(ledger, page, `${state}, everything opened`);
}

/** Chooses the last option of every list of a report, and every method of its switches. */
async function lookAtChoices(ledger: Ledger, page: Page, state: string): Promise<void> {
  await test.step(`${state}, choices`, async () => {
    for (const choice of await page.locator('main section select:visible').all()) {
      await choice.selectOption({ index: (await choice.locator('option').count()) - 1 });
    }
    for (const method of await page.locator('#correlations fieldset label').all()) {
      await method.click();
      ledger.note(`${state}, choices`, await textsOf(page));
    }
    ledger.note(`${state}, choices`, await textsOf(page));
  });
}

async function menu(page: Page, entry?: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Export/ }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  if (entry) await page.getByRole('menuitem', { name: entry }).click();
}

/** What a button saves. */
async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await press();
  return readFileSync(await (await download).path());
}

const OWN_TEXTS = ['text', 'label', 'value', 'summary', 'detail', 'name', 'names', 'notTested'];

/** What a document of 0.1.0 says in English without a kind beside it, and the names and categories of its files. */
function ownTextsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return OWN_TEXTS.includes(key) || key.endsWith('eason') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => ownTextsOf(part, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => ownTextsOf(part, name));
}

const cellTexts = (place: string, csv: string): PlacedText[] => cellsOf(csv).map((text) => ({ place, text }));

test('the start screen, its menus and what hovers over it', async ({ page, ledger }) => {
  await look(ledger, page, 'start screen');
  await expect(page.getByRole('heading').first()).toContainText('⟦');
  for (const files of [1, 2, 3]) {
    await page.evaluate((many) => {
      const data = new DataTransfer();
      for (let i = 0; i < many; i++) data.items.add(new File(['a'], `${String(i)}.csv`));
      document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true }));
    }, files);
    await expect(page.locator('[data-aim]').first()).toBeVisible();
    await look(ledger, page, `${String(files)} files hover`);
    await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
    await expect(page.locator('[data-aim]')).toHaveCount(0);
  }
  await page.getByRole('button', { name: /Sealed/ }).click();
  await look(ledger, page, 'seal');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Theme/ }).click();
  await look(ledger, page, 'theme');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 800 });
  await look(ledger, page, 'start screen, narrow');
  ledger.expect(['set-up.yaml', 'one.csv', 'alpha']);
  await dropText(page, { 'set-up.yaml': 'alpha: 0.1\ncolumns: { alpha: { role: target } }\n' });
  await expect(page.getByTestId('set-up')).toBeVisible();
  await dropText(page, { 'one.csv': 'a,b\n1,2\n' });
  await expect(page.getByText('one.csv')).toBeVisible();
  await look(ledger, page, 'a file and a set-up wait');
});

test('the sheet for data that stay where they are', async ({ page, ledger }) => {
  const pasted = 'started\ttimestamp\nload\tdouble\nlabels\tvarchar\nnotes\t\n';
  const data = [pasted, ...cellsOf(pasted.replaceAll('\t', ',')), 'plant', 'edges.json'];
  ledger.expect(data);
  await page.getByRole('button', { name: /too large/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Name of the table')).toBeVisible();
  await look(ledger, page, 'sheet');
  const engine = sheet.locator('select').first();
  for (const value of WAREHOUSES) {
    await engine.selectOption(value);
    await look(ledger, page, `sheet, ${value}`);
  }
  await engine.selectOption('duckdb');
  await sheet.getByRole('button', { name: /Files/ }).click();
  await look(ledger, page, 'sheet, files');
  await sheet.getByRole('button', { name: /A table/ }).click();
  const table = sheet.getByLabel('Name of the table');
  for (const name of ['plant..x', '', 'plant']) {
    await table.fill(name);
    await table.press('Tab');
    await look(ledger, page, `sheet, table “${name}”`);
  }
  await sheet.locator('textarea').fill(pasted);
  const wrong: Record<string, string>[] = [
    { started: 'target', load: 'target', labels: 'feature' },
    { started: 'segment', load: 'segment' },
    { load: 'time', started: 'feature', labels: 'probability' },
  ];
  for (const roles of wrong) {
    for (const [name, role] of Object.entries(roles)) await sheet.getByLabel(`Role of ${name}`).selectOption(role);
    await look(ledger, page, 'sheet, roles that cannot be');
  }
  await sheet.getByLabel('Role of load').selectOption('feature');
  await sheet.getByLabel('Class of labels').fill('labels');
  for (const label of ['Bins of each', 'Minutes that']) {
    const field = sheet.getByLabel(label);
    const usual = await field.inputValue();
    await field.fill('0');
    await field.press('Tab');
    await look(ledger, page, 'sheet, numbers that cannot be');
    await field.fill(usual);
    await field.press('Tab');
  }
  ledger.expect(data, [await sheet.locator('pre').innerText()]);
  await look(ledger, page, 'sheet, first statement');
  await sheet.getByRole('button', { name: /I have a file/ }).click();
  await look(ledger, page, 'sheet, no file with edges');
  const edge = { kind: 'edge', name: 'load', bin: 0, least: 1, greatest: 1 };
  const files = {
    'rows.json': [{ kind: 'rows', n: 1 }],
    'broken.json': [edge, { ...edge, bin: 1 }],
    'edges.json': [edge],
  };
  for (const [name, rows] of Object.entries(files)) {
    const buffer = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
    await sheet.locator('input[type="file"]').last().setInputFiles({ name, mimeType: '', buffer });
    await expect(sheet.locator('section').nth(3)).toContainText(name);
    if (name === 'edges.json') ledger.expect(data, [await sheet.locator('pre').innerText()]);
    await look(ledger, page, `sheet, ${name} as edges`);
  }
  await sheet.locator('input[type="file"]').first().setInputFiles(steel[0]);
  await expect(sheet.getByLabel('Type of NSM')).toBeVisible(done);
  ledger.expect(data, dataOf(steel[0]), [await sheet.locator('pre').innerText()]);
  await look(ledger, page, 'sheet, columns of a sample');
});

test('the steel pair: every part of the report, its settings, its print', async ({ page, ledger }) => {
  const data = filesOf(steel);
  ledger.expect(data);
  await running(ledger, page, 'steel', () => drop(page, ...steel));
  await finished(page);
  await lookThrough(ledger, page, 'steel');
  await lookAtChoices(ledger, page, 'steel');
  await page.emulateMedia({ media: 'print' });
  await look(ledger, page, 'steel, on paper');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 390, height: 800 });
  await look(ledger, page, 'steel, narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('#drift').getByRole('searchbox').fill('nowhere');
  ledger.expect(data, ['nowhere']);
  await look(ledger, page, 'steel, no column fits');
  for (const side of ['reference', 'current']) {
    await page
      .getByTestId(`slot-${side}`)
      .getByRole('button', { name: /How the .* was read/ })
      .click();
    await look(ledger, page, `how the ${side} file was read`);
    await page.keyboard.press('Escape');
  }
  await page
    .getByTestId('slot-current')
    .getByRole('button', { name: /First rows/ })
    .click();
  await look(ledger, page, 'first rows');
  await page.keyboard.press('Escape');
  await page.locator('figure button').first().click();
  await look(ledger, page, 'menu of a figure');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Sealed/ }).click();
  await page.locator('.floating summary').click();
  ledger.expect(data, ['nowhere'], await page.locator('.floating li').allTextContents());
  await look(ledger, page, 'seal, with requests');
});

test('some rows of the steel pair: what a filter says, also where it is typed, and on paper', async ({
  page,
  ledger,
}) => {
  ledger.expect(filesOf(steel));
  await drop(page, ...steel);
  await finished(page);
  await page
    .locator('#where table')
    .getByRole('button', { name: /Show only these rows/ })
    .first()
    .click();
  await expect(page.getByTestId('filter-bar')).toBeVisible(done);
  await expect(page.locator('#where')).toBeVisible(done);
  await look(ledger, page, 'some rows');
  await openRows(page);
  await unfold(page);
  await look(ledger, page, 'some rows, everything opened');
  await page.emulateMedia({ media: 'print' });
  await look(ledger, page, 'some rows, on paper');
});

test('the settings, and what they say to what cannot be', async ({ page, ledger }) => {
  ledger.expect(filesOf(steel), ['nonsense', 'Lagging_Current_Power']);
  await drop(page, ...steel);
  await finished(page);
  await page.getByRole('button', { name: /Settings/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.locator('summary')).toHaveCount(2, done);
  for (const summary of await sheet.locator('summary').all()) await summary.click();
  await look(ledger, page, 'settings');
  await sheet.locator('select').first().selectOption('evidently');
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await look(ledger, page, 'settings, by Evidently’s rule');
  for (const field of await sheet.locator('.fields > .setting input[inputmode="decimal"]').all()) {
    for (const wrong of ['nonsense', '-7', '1000.5']) {
      await field.fill(wrong);
      await field.press('Tab');
      ledger.note('settings, refused', await textsOf(page));
      if (wrong === '1000.5') await field.fill('');
    }
  }
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await sheet.getByRole('searchbox').fill('Lagging_Current_Power');
  await sheet.getByLabel('Smallest change that matters in').first().fill('-1');
  await sheet.getByLabel('Smallest change that matters in').first().press('Tab');
  await sheet.getByLabel('Role of').first().selectOption('ignored');
  await look(ledger, page, 'settings, a column by hand');
  await sheet.getByRole('searchbox').fill('');
  for (let step = 0; step < 12; step++) {
    await sheet
      .locator('.list > *')
      .first()
      .evaluate((list, by) => list.scrollTo(0, 250 * by), step);
    await page.waitForTimeout(50);
    ledger.note('settings, columns', await textsOf(page));
  }
  await sheet.getByRole('button', { name: /Close/ }).click();
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await lookThrough(ledger, page, 'steel by Evidently’s rule');
});

test('what errors cost: of numbers, of classes, and where costs are set for something else', async ({
  page,
  ledger,
}) => {
  ledger.expect(filesOf(steel), ['set-up.yaml', 'EUR']);
  await dropText(page, { 'set-up.yaml': 'cost: { currency: EUR, over: 2, under: 1, free: 0.5 }\n' });
  await drop(page, ...steel);
  await finished(page);
  await expect(page.locator('#cost table').first()).toBeVisible(done);
  await look(ledger, page, 'costs of numbers');
  ledger.expect(filesOf(ai4i), ['set-up.yaml', 'EUR', 'maybe']);
  await drop(page, ...ai4i);
  await expect(page.getByTestId('slot-current')).toContainText('ai4i_current', done);
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await look(ledger, page, 'costs for numbers, of classes');
  await dropText(page, {
    'set-up.yaml':
      'cost: { cells: [{ actual: 1, predicted: 0, cost: 9 }, { actual: maybe, predicted: 0, cost: 1 }] }\n',
  });
  await expect(page.locator('#cost table').first()).toBeVisible(done);
  await look(ledger, page, 'costs of classes');
  await page.getByRole('button', { name: /Settings/ }).click();
  const sheet = page.getByRole('dialog');
  for (const summary of await sheet.locator('summary').all()) await summary.click();
  await sheet.locator('td input').first().fill('nonsense');
  await sheet.locator('td input').first().press('Tab');
  ledger.expect(filesOf(ai4i), ['set-up.yaml', 'maybe', 'nonsense']);
  await look(ledger, page, 'settings of costs by cell');
});

test('models of two and of three classes, and one whose target is late', async ({ page, ledger }) => {
  ledger.expect(filesOf(ai4i));
  await running(ledger, page, 'machine failures', () => drop(page, ...ai4i));
  await finished(page);
  await lookThrough(ledger, page, 'machine failures');
  await lookAtChoices(ledger, page, 'machine failures');
  ledger.expect(filesOf(loads));
  await drop(page, ...loads);
  await expect(page.getByTestId('slot-current')).toContainText('steel_load_current', done);
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await lookThrough(ledger, page, 'three classes');
  await lookAtChoices(ledger, page, 'three classes');
  const document = load(gunzipSync(readFileSync(`${FIXTURES}/employment.json.gz`)).toString()) as {
    columns: { name: string }[];
  };
  ledger.expect(
    employment,
    employment.map((path) => path.split('/').at(-1) ?? ''),
    document.columns.map(({ name }) => name),
  );
  await drop(page, ...employment);
  await expect(page.getByTestId('slot-current')).toContainText('employment_MA', done);
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await lookThrough(ledger, page, 'a late target');
});

const machines = (row: (i: number) => Record<string, string | number>): string => {
  const rows = Array.from({ length: 400 }, (_, i) => row(i));
  return [Object.keys(rows[0] ?? {}).join(','), ...rows.map((one) => Object.values(one).join(',')), ''].join('\n');
};

test('two models, one file alone, and a model that cannot be measured', async ({ page, ledger }) => {
  const model = (off: number, extra: Record<string, number>) =>
    machines((i) => ({
      ...{
        key: `m${String(i)}`,
        when: new Date(Date.UTC(2026, 0, 1, i)).toISOString(),
        kind: ['press', 'lathe', 'saw'][i % 3] ?? '',
      },
      ...{ load: (50 + 30 * Math.sin(i / 9) + (i % 7)).toFixed(2), target: (100 + 60 * Math.sin(i / 9)).toFixed(2) },
      ...{ prediction: (100 + off + 60 * Math.sin(i / 9) + 5 * Math.sin(i)).toFixed(3), ...extra },
    }));
  const texts = { 'old.csv': model(0, { wear: 1 }), 'new.csv': model(12, { spread: 2 }) };
  ledger.expect(Object.keys(texts), Object.values(texts).flatMap(cellsOf));
  await running(ledger, page, 'two models', () => dropText(page, texts));
  await expect(page.getByTestId('model')).toContainText('model A', done);
  await lookThrough(ledger, page, 'two models');
  await page
    .getByTestId('slot-current')
    .getByRole('button', { name: /How the .* was read/ })
    .click();
  await look(ledger, page, 'two models, how it was read');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Settings/ }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('prediction');
  await page.getByRole('dialog').getByLabel('Role of prediction').selectOption('feature');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('progress')).toHaveCount(0, done);
  await look(ledger, page, 'a model without predictions');
  await page.goto(`./${PSEUDO}`);
  ledger.expect(dataOf(ai4i[1]));
  await drop(page, ai4i[1]);
  await page.getByRole('button', { name: /alone/i }).click();
  await finished(page);
  await lookThrough(ledger, page, 'one file alone');
});

test('messy files: notes on how they were read, and findings of every kind', async ({ page, ledger }) => {
  const mess = (current: boolean) => (i: number) => ({
    ...{
      code: current ? i % 50 : `00${String(i % 50)}`,
      whole: i % 40 === 0 ? '' : i,
      cell: i === 41 ? 'OFFLINE' : (i * 1.5).toFixed(1),
    },
    ...{
      stamp: `${String((i % 28) + 1)}/${String((i % 12) + 1)}/2024`,
      spaced: i % 9 === 0 ? ' left ' : 'left',
      empty: '',
    },
    ...{
      fixed: 7,
      mixed: i % 3 === 0 ? 'Yes' : i % 3 === 1 ? 'yes' : 'no',
      far: i === 5 ? 99999 : i % 5,
      marker: i % 20 === 0 ? -999 : i % 7,
    },
    ...{
      moved: (i % 10) + (current ? 4 : 0),
      gone: current && i % 2 === 0 ? '' : i % 4,
      flag: i % 2 === 0 ? 'true' : 'false',
    },
    ...{
      free: `some remark number ${String(i)}`,
      twice: i % 10,
      again: i % 10,
      rare: current && i % 30 === 0 ? 'novel' : 'known',
    },
    ...(current ? { 'Late Column': i } : { late_column: i, lost: i }),
  });
  const bad = (text: string) => `${text}\n1,2\n${text.split('\n').slice(1, 30).join('\n')}\n`;
  const texts = {
    'reference.csv': bad(machines(mess(false))),
    'current.csv': bad(machines(mess(true))).replace('twice', 'again'),
  };
  ledger.expect(Object.keys(texts), Object.values(texts).flatMap(cellsOf));
  await running(ledger, page, 'messy files', () => dropText(page, texts));
  await finished(page);
  await lookThrough(ledger, page, 'messy files');
  for (const side of ['reference', 'current']) {
    await page
      .getByTestId(`slot-${side}`)
      .getByRole('button', { name: /How the .* was read/ })
      .click();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.floating details')) details.open = true;
    });
    await look(ledger, page, `how the messy ${side} file was read`);
    await page.getByRole('button', { name: /Column by column/ }).click();
    await page
      .getByLabel(/Reading of/)
      .first()
      .selectOption('other format');
    await look(ledger, page, `how each column of the messy ${side} file was read`);
    await page.keyboard.press('Escape');
  }
  for (const file of [
    'book.xlsx',
    'german.csv',
    'table.arrow',
    'array.zip',
    'compressed.csv.gz',
    'types_snappy.parquet',
    'shift_jis.csv',
  ]) {
    await page.goto(`./${PSEUDO}`);
    await drop(page, `e2e/fixtures/${file}`);
    await page.getByRole('button', { name: /alone/i }).click();
    await finished(page);
    const report = await page.evaluate(() =>
      [...document.querySelectorAll('[role="rowheader"] [title]')].map((one) => one.getAttribute('title') ?? ''),
    );
    ledger.expect([file, 'Cover', 'Daten', 'Other'], report);
    await page
      .getByTestId('slot-current')
      .getByRole('button', { name: /How the .* was read/ })
      .click();
    await look(ledger, page, `how ${file} was read`);
  }
});

test('what fails says why, and what was stopped leaves the page', async ({ page, ledger }) => {
  const errorOf = async (state: string, ...data: string[]): Promise<void> => {
    await expect(page.getByTestId('error')).toBeVisible(done);
    ledger.expect(data);
    await look(ledger, page, state);
    await page.goto(`./${PSEUDO}`);
  };
  for (const [state, files] of Object.entries({
    'an empty file': { 'a.csv': '' },
    'a header alone': { 'a.csv': 'n,v\n' },
    'no table': { 'a.csv': '\u0000\u0001\u0002\u0003' },
    'broken JSON': { 'a.json': '[{"n": 1}, {"n": ' },
    'no Parquet': { 'a.parquet': 'PAR1nonsense' },
    'no Arrow': { 'a.arrow': 'ARROW1nonsense' },
    'no workbook': { 'a.xlsx': 'PK\u0003\u0004nonsense' },
  })) {
    await dropText(page, files);
    await page.getByRole('button', { name: /alone/i }).click();
    await errorOf(state, ...Object.keys(files));
  }
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page
    .locator('[data-testid="slot-current"] input')
    .setInputFiles([file('a.csv', 'n,v\n1,2\n'), file('b.csv', 'n,o\n1,2\n')]);
  await page.getByRole('button', { name: /alone/i }).click();
  await errorOf('two files of one side that do not fit', 'a.csv', 'b.csv');
  await page
    .locator('[data-testid="slot-current"] input')
    .setInputFiles([file('a.csv', 'n,v\n1,2\n'), file('b.csv', 'n,v\n1,2\n')]);
  await page.getByRole('button', { name: /alone/i }).click();
  await finished(page);
  ledger.expect(['a.csv', 'b.csv']);
  await look(ledger, page, 'two files of one side');
  await page
    .getByTestId('slot-current')
    .getByRole('button', { name: /How the .* was read/ })
    .click();
  await unfold(page);
  await look(ledger, page, 'how two files of one side were read');
  await page.goto(`./${PSEUDO}`);
  for (const name of ['really_a_png.csv', 'truncated.parquet', 'no_rows.parquet', 'header_only.csv']) {
    await drop(page, `e2e/fixtures/${name}`);
    await page.getByRole('button', { name: /alone/i }).click();
    await errorOf(name, name);
  }
  for (const [state, files] of Object.entries({
    'three files': { '1.csv': 'n\n1\n', '2.csv': 'n\n1\n', '3.csv': 'n\n1\n' },
    'a setting that is none': { 'plumbline.json': '{ "alphas": 1 }' },
    'a setting out of range': { 'set-up.json': '{ "alpha": 7 }' },
    'no YAML': { 'set-up.yaml': 'alpha: [1' },
    'a report that is damaged': { 'report.json': '{ "format": "plumbline-report/1", "columns": 7 }' },
    'a report of a page that is cut off': {
      'report.html': '<!doctype html><meta name="generator" content="plumbline-report/1" />',
    },
    'a page that is no report': { 'report.html': '<!doctype html><p>nothing</p>' },
  })) {
    await dropText(page, files);
    if (state === 'a page that is no report') await page.getByRole('button', { name: /alone/i }).click();
    await errorOf(state, ...Object.keys(files), 'config', 'alpha', 'alphas', 'columns', 'report');
  }
  await dropText(page, { 'set-up.yaml': 'columns: { targat: { floor: 1 }, target: { floor: 2 } }\n' });
  await drop(page, ...steel);
  await finished(page);
  ledger.expect(filesOf(steel), ['set-up.yaml', 'targat']);
  await look(ledger, page, 'a set-up that names a column in no file');
  await chooseHuge(page);
  await expect(page.getByTestId('error')).toBeVisible(done);
  ledger.expect(filesOf(steel), ['huge.csv', 'set-up.yaml', 'targat']);
  await look(ledger, page, 'more than fits');
  await page.goto(`./${PSEUDO}`);
  await drop(page, ...steel);
  await page.getByRole('button', { name: /Cancel/ }).click();
  await expect(page.getByTestId('progress')).toHaveCount(0);
  ledger.expect(filesOf(steel));
  await look(ledger, page, 'cancelled');
  await holdSearch(page);
  await page.goto(`./${PSEUDO}`);
  await drop(page, ...steel);
  await expect(page.getByTestId('advice-to-come')).toBeVisible(done);
  await look(ledger, page, 'rows that stand out are looked for');
  await page.getByRole('button', { name: /Cancel/ }).click();
  await expect(page.getByTestId('progress')).toHaveCount(0);
  await look(ledger, page, 'the search was stopped');
  await page.goto(`./${PSEUDO}&current=./nowhere.csv`);
  await errorOf('an address without a file', 'nowhere.csv');
});

test('the scripting API: its errors and the document that it gives', async ({
  page,
  ledger,
  sealed: { allowErrors },
}) => {
  allowErrors.push(/404/);
  const texts = steel.map((path) => readFileSync(path, 'utf8'));
  const outcome = await page.evaluate(async ([first = '', second = '']) => {
    const { plumbline } = window;
    const file = (text: string, name = 'a.csv') => new File([text], name);
    const pair = { reference: file(first, 'steel_reference.csv'), current: file(second, 'steel_current.csv') };
    const report = await plumbline.analyze(pair);
    const calls: Record<string, () => unknown> = {
      'no file': () => plumbline.analyze({ current: 7 as never }),
      'no such address': () => plumbline.analyze({ current: './nowhere.csv' }),
      'another origin': () => plumbline.analyze({ current: 'https://example.org/a.csv' }),
      'an empty file': () => plumbline.analyze({ current: file('') }),
      'a setting out of range': () => plumbline.analyze({ ...pair, config: { alpha: 7 } }),
      'a setting that is none': () => plumbline.analyze({ ...pair, config: { colums: {} } as never }),
      'a choice that is none': () => plumbline.analyze({ ...pair, config: { profile: 'mine' } as never }),
      'a column that is none': () =>
        plumbline.analyze({ ...pair, config: { columns: { targat: { minimumEffect: 1 } } } }),
      'a set-up that is none': () => plumbline.analyze({ ...pair, config: file('[1', 'set-up.yaml') }),
      'no document': () => plumbline.show({} as never),
      'a colour that is none': () => plumbline.exportHtml(report, { accent: 'red' }),
      'a logo that is none': () => plumbline.exportHtml(report, { logo: file('x', 'logo.txt') }),
      'sections that are none': () => plumbline.exportHtml(report, { sections: ['all'] as never }),
    };
    const told: [string, string][] = [];
    for (const [name, call] of Object.entries(calls)) {
      const message = await Promise.resolve()
        .then(call)
        .then(
          () => 'nothing failed',
          (error: unknown) => (error as Error).message,
        );
      told.push([name, message]);
    }
    return { told, report };
  }, texts);
  ledger.expect(filesOf(steel), [
    'a.csv',
    'nowhere.csv',
    'alpha',
    'colums',
    'config',
    'targat',
    'profile',
    'set-up.yaml',
    'logo.txt',
  ]);
  for (const [call, text] of outcome.told) ledger.note('the scripting API’s errors', [{ place: call, text }]);
  ledger.note('the scripting API’s document', sentencesOf(outcome.report));
});

test('exports: the menu, Markdown, pictures and their files', async ({ page, ledger, context }) => {
  const data = filesOf(steel);
  ledger.expect(data);
  await drop(page, ...steel);
  await finished(page);
  await menu(page);
  await look(ledger, page, 'export menu');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await menu(page, /Markdown/);
  await expect(page.getByRole('dialog').locator('textarea')).not.toHaveValue('');
  // Markdown would take an underscore for emphasis.
  ledger.expect(
    data,
    data.map((name) => name.replaceAll('_', '\\_')),
  );
  await look(ledger, page, 'copy by hand');
  ledger.expect(data);
  await page.keyboard.press('Escape');
  const metrics = (await saved(page, () => menu(page, /Metrics as OpenMetrics/))).toString();
  const helps = [...metrics.matchAll(/^# HELP \S+ (.*)$/gm)].map(([, text = '']) => ({ place: 'HELP', text }));
  expect(helps.length).toBeGreaterThan(5);
  ledger.note('OpenMetrics', helps);
  await menu(page, /Pictures/);
  const gallery = page.getByTestId('gallery');
  await expect(gallery.locator('svg text').first()).toBeVisible();
  await look(ledger, page, 'gallery');
  await gallery.locator('.thumb input').first().check();
  await gallery.getByRole('searchbox').fill('nowhere');
  ledger.expect(data, ['nowhere']);
  await look(ledger, page, 'gallery, none found');
  await gallery.getByRole('searchbox').fill('');
  await gallery.locator('.thumb input').first().uncheck();
  await gallery.getByLabel('Data as CSV').check();
  await gallery.getByRole('checkbox', { name: 'PNG' }).uncheck();
  const zip = await saved(page, () => gallery.getByRole('button', { name: /as zip/ }).click());
  await look(ledger, page, 'gallery, saved');
  await gallery.getByTestId('thumb').first().getByRole('button').click();
  const editor = page.getByTestId('picture-editor');
  await expect(editor.getByRole('img')).toBeVisible();
  await editor.locator('textarea').nth(2).fill('nowhere');
  await look(ledger, page, 'picture editor');
  await editor.getByRole('button', { name: /Save data/ }).click();
  await look(ledger, page, 'picture editor, saved');
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
  expect(files.length).toBeGreaterThan(40);
  // Figures are listed by their files, whose names are made from the titles, without marks.
  ledger.expect(
    data,
    files.map(([name]) => name.replace(/\.\w+$/, '')),
  );
  for (const [name, text] of files.filter(([one]) => one.endsWith('.csv')))
    ledger.note('table of the zip', cellTexts(name, text));
  const viewer = await context.newPage();
  await viewer.setContent(files.flatMap(([name, text]) => (name.endsWith('.svg') ? [text] : [])).join('\n'));
  await look(ledger, viewer, 'pictures of the zip');
  await viewer.close();
});

/** A file from the disk in a browser of its own. */
async function opened(browser: Browser, path: string): Promise<Page> {
  const viewer = await browser.newPage({ baseURL: '', locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await viewer.goto(`${pathToFileURL(path).href}${PSEUDO}`);
  await expect(viewer.locator('#quality')).toBeVisible(done);
  return viewer;
}

test('a report saved as a page speaks the language of whoever opens it', async ({ page, browser, ledger }, info) => {
  ledger.expect(filesOf(steel), ['Energy', 'Ada']);
  await drop(page, ...steel);
  await finished(page);
  await menu(page, /Report as HTML/);
  const sheet = page.getByRole('dialog');
  await look(ledger, page, 'sheet of the page');
  await sheet.getByLabel(/Own colour/).check();
  await sheet.getByLabel(/Include values/).check();
  await sheet.getByLabel(/Logo/).setInputFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect(sheet.getByRole('alert')).toBeVisible();
  await look(ledger, page, 'sheet of the page, a logo that is none');
  await sheet.getByLabel(/Logo/).setInputFiles('public/favicon.svg');
  await sheet.getByLabel(/Author/).fill('Ada');
  await sheet.getByLabel(/Note/).fill('Energy');
  const path = info.outputPath('page.html');
  writeFileSync(path, await saved(page, () => sheet.locator('.end button').click()));
  await look(ledger, page, 'sheet of the page, saved');
  const viewer = await opened(browser, path);
  await lookThrough(ledger, viewer, 'saved page');
  await viewer.emulateMedia({ media: 'print' });
  await look(ledger, viewer, 'saved page, on paper');
  await viewer.close();
});

test('reports of 0.1.0: all but their own sentences is in the language of whoever opens them', async ({
  page,
  ledger,
}) => {
  for (const name of ['steel', 'two-models']) {
    const document = load(gunzipSync(readFileSync(`${FIXTURES}/${name}.json.gz`)).toString());
    ledger.expect(ownTextsOf(document));
    await page.goto(`./${PSEUDO}`);
    await dropText(page, { [`${name}.json`]: JSON.stringify(document) });
    await finished(page);
    await lookThrough(ledger, page, `${name} of 0.1.0`);
    await page.getByRole('button', { name: /Settings/ }).click();
    await look(ledger, page, `${name} of 0.1.0, settings without data`);
  }
});

test('the run without a screen writes its page in the language that is asked for', async ({ browser, ledger }) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  const out = join(folder, 'report');
  const run = spawnSync(
    process.execPath,
    [
      ...['lib/command.js', 'report', '--lang', 'xx', '--reference', loads[0], '--current', loads[1]],
      ...['--formats', 'html', '--out', out],
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).not.toContain('Could not run');
  ledger.expect(filesOf(loads));
  const viewer = await opened(browser, `${out}.html`);
  await look(ledger, viewer, 'its page');
});

/** The app on a server whose files can be exchanged, in a browser that may keep them. */
const kept = test.extend<{ server: PlainServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here that nothing is needed
  server: async ({}, use) => {
    const server = new PlainServer();
    await server.start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.address()),
  serviceWorkers: 'allow',
});

kept('a new version is offered in the language of the page', async ({ page, ledger, server }) => {
  await page.evaluate(async () => {
    await window.plumbline.ready;
    await navigator.serviceWorker.ready;
  });
  await page.getByRole('button', { name: /Sealed/ }).click();
  await look(ledger, page, 'seal of an app that is kept');
  await page.keyboard.press('Escape');
  const worker = String(server.files.get('service-worker.js')).replace(/VERSION = "\w+"/, 'VERSION = "next"');
  server.files.set('service-worker.js', Buffer.from(worker));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByRole('button', { name: /Reload/ })).toBeVisible(done);
  await look(ledger, page, 'a new version');
});
