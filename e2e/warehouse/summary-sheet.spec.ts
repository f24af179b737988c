import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Locator, Page } from '@playwright/test';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { duckdb } from '../../src/warehouse/dialects/duckdb.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { USUAL_REQUEST, type SummaryRequest } from '../../src/warehouse/request.ts';
import { scriptOf } from '../../src/warehouse/script.ts';
import { drop, dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';
import { expectAccessible } from '../screen/axe.ts';

const HOSTILE = `line "A"; <b>\`x\`</script>`;
const SPARK = `
+---------------------------+---------+-------+
|col_name                   |data_type|comment|
+---------------------------+---------+-------+
|started                    |timestamp|null   |
|${HOSTILE}|string   |null   |
|__proto__                  |double   |null   |
|quality                    |double   |null   |
|notes                      |         |null   |
+---------------------------+---------+-------+
`;

const REQUEST: SummaryRequest = {
  ...USUAL_REQUEST,
  source: { table: ['plant', 'readings'] },
  columns: [
    { name: 'started', declared: 'timestamp', type: 'time', role: 'time' },
    { name: HOSTILE, declared: 'string', type: 'category', role: 'feature' },
    { name: '__proto__', declared: 'double', type: 'number', role: 'feature' },
    { name: 'quality', declared: 'double', type: 'number', role: 'target' },
  ],
  time: 'started',
  segment: HOSTILE,
};

/** As Spark saves rows in JSON: without cells that are empty. */
const EDGES = [
  { kind: 'edge', name: 'started', bin: 0, least: 1.7e12, greatest: 1.7e12 },
  { kind: 'edge', name: '__proto__', bin: 1, least: 2.5, greatest: 2.5 },
  { kind: 'edge', name: '__proto__', bin: 0, least: 0.1, greatest: 0.1 },
  { kind: 'telling', name: HOSTILE, bin: 0, label: '007' },
];
const FROZEN = {
  edges: new Map([
    ['started', [1.7e12]],
    ['__proto__', [0.1, 2.5]],
  ]),
  telling: new Map([[HOSTILE, ['007']]]),
};

async function openSheet(page: Page): Promise<Locator> {
  await page.goto('./');
  await page.getByRole('button', { name: 'My data are too large for this machine' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Engine', { exact: true })).toBeVisible();
  return sheet;
}

async function saved(page: Page, sheet: Locator, statement: string): Promise<string> {
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: `Save as .sql: ${statement}` }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const giveEdges = (sheet: Locator, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> =>
  sheet.locator('label', { hasText: 'Choose the file with edges' }).locator('input').setInputFiles(file);

const jsonOf = (rows: readonly object[]) => ({
  name: 'edges.json',
  mimeType: 'application/json',
  buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
});

test('a table of Spark with a hostile name: both statements are those that the command prints', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const sheet = await openSheet(page);
  await sheet.getByLabel('Name of the table').fill('plant.readings');
  await sheet.getByLabel('Paste the list').fill(SPARK);
  await expect(sheet.getByText('1 line could not be read as a column:')).toBeVisible();
  await expect(sheet.getByText('|notes')).toBeVisible();
  await expect(sheet.getByLabel('Role of started')).toHaveValue('time');
  await sheet.getByLabel(`Role of ${HOSTILE}`).selectOption('segment');
  await sheet.getByLabel('Role of quality').selectOption('target');
  const edges = scriptOf(edgesStatement(REQUEST, 'spark'), 'spark');
  expect(await saved(page, sheet, 'Statement 1: edges')).toBe(edges);
  await sheet.getByRole('button', { name: 'Copy: Statement 1: edges' }).click();
  await expect(sheet.getByText('Copied', { exact: true }).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(edges);

  await sheet.getByRole('button', { name: 'I have a file with edges' }).click();
  await giveEdges(sheet, jsonOf(EDGES));
  await expect(sheet.getByText('edges.json: edges of 2 columns.')).toBeVisible();
  await expect(sheet.getByText('One column has no edges there and is counted in one bin: “quality”')).toBeVisible();
  const counts = scriptOf(countsStatement(REQUEST, FROZEN, 'spark'), 'spark');
  expect(await saved(page, sheet, 'Statement 2: the summary')).toBe(counts);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, colorScheme, '.sheet');
  }
});

test('what cannot be is said beside its field, and nothing is made of it', async ({ page }) => {
  const sheet = await openSheet(page);
  await expect(sheet.getByText('The name of the table is missing.')).toBeVisible();
  await sheet.getByLabel('Name of the table').fill('plant..readings');
  await sheet.getByLabel('Paste the list').fill('a\tdouble\nb\tdouble\n');
  await expect(sheet.getByText('This is no name of a table')).toBeVisible();
  await sheet.getByLabel('Name of the table').fill('plant.readings');
  await sheet.getByLabel('Role of a').selectOption('target');
  await sheet.getByLabel('Role of b').selectOption('target');
  await expect(sheet.getByText('Only one column can be the target: now “a” and “b” are.').first()).toBeVisible();
  await sheet.getByLabel('Role of b').selectOption('probability');
  await expect(sheet.getByText('“b” is a probability: say of which class').first()).toBeVisible();
  await sheet.getByLabel('Class of b').fill('yes');
  await sheet.getByLabel('Minutes that are counted together').fill('7');
  await sheet.getByLabel('Minutes that are counted together').press('Tab');
  await expect(sheet.getByText('A number of minutes that a day can be cut into is needed')).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Save as .sql: Statement 1' })).toHaveCount(0);
  await sheet.getByLabel('Minutes that are counted together').fill('30');
  await sheet.getByLabel('Minutes that are counted together').press('Tab');
  await expect(sheet.getByRole('button', { name: 'Save as .sql: Statement 1' })).toBeVisible();

  await sheet.getByRole('button', { name: 'I have a file with edges' }).click();
  await giveEdges(sheet, { name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await expect(sheet.getByRole('alert')).toContainText('data.csv holds no edges');
  const edge = { kind: 'edge', name: 'a', bin: 0, least: 1, greatest: 1 };
  await giveEdges(sheet, jsonOf([edge, { ...edge, bin: 1 }]));
  await expect(sheet.getByRole('alert')).toContainText('edges.json: the edges of “a” do not ascend');
  await expect(sheet.getByRole('button', { name: 'Save as .sql: Statement 2' })).toHaveCount(0);
  await giveEdges(sheet, { name: 'cut.parquet', mimeType: '', buffer: Buffer.from('PAR1 and no more') });
  await expect(sheet.getByRole('alert')).toContainText('cut.parquet');
});

test('a file that is dropped on the sheet goes to the step below the pointer, and never to the page', async ({
  page,
}) => {
  const sheet = await openSheet(page);
  const transfer = await page.evaluateHandle(
    (edges) => {
      const [sample, second] = [new DataTransfer(), new DataTransfer()];
      sample.items.add(
        new File(['when,load,constructor\n2026-01-01 00:00,1.5,a\n2026-01-01 01:00,2.5,b\n'], 'some.csv'),
      );
      second.items.add(new File([edges], 'edges.json'));
      return { sample, second };
    },
    EDGES.map((edge) => JSON.stringify(edge)).join('\n'),
  );
  const events = ['dragenter', 'dragover', 'drop'];
  const [columns, edges] = ['Its columns', 'Edges of the bins'].map((name) =>
    sheet.locator('section', { hasText: name }),
  );
  for (const event of events) {
    await columns!
      .first()
      .dispatchEvent(event, { dataTransfer: await transfer.evaluateHandle(({ sample }) => sample) });
  }
  await expect(sheet.getByText('3 columns: set what each is.')).toBeVisible({ timeout: 60_000 });
  await expect(sheet.getByLabel('Type of when')).toHaveValue('time');
  await expect(sheet.getByLabel('Role of when')).toHaveValue('time');
  for (const event of events) {
    await edges!.first().dispatchEvent(event, { dataTransfer: await transfer.evaluateHandle(({ second }) => second) });
  }
  await expect(sheet.getByText('edges.json: edges of 2 columns.')).toBeVisible();
  await dropText(page, { 'data.csv': 'a,b\n1,2\n' });
  await expect(page.getByTestId('slot-reference')).not.toContainText('data.csv');
  await page.keyboard.press('Escape');
  await dropText(page, { 'data.csv': 'a,b\n1,2\n' });
  await expect(page.getByText('data.csv')).toBeVisible();
});

test('the keyboard reaches every field, and what was filled in is there again', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'My data are too large for this machine' }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel('Engine', { exact: true })).toBeVisible();
  await sheet.getByLabel('Engine', { exact: true }).selectOption('duckdb');
  await sheet.getByLabel('Name of the table').fill('readings');
  await sheet.getByLabel('Paste the list').fill('a\tdouble\nb\tvarchar\n');
  await expect(sheet.getByRole('button', { name: 'Copy: Statement 1' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).focus();
  const reached: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: field } = document;
      if (!(field instanceof HTMLElement)) return '';
      const labels = 'labels' in field ? [...((field.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      return field.ariaLabel ?? labels[0]?.innerText ?? (field.tagName === 'PRE' ? 'PRE' : field.innerText);
    });
    if (name === 'Close') break;
    reached.push(name.trim());
  }
  expect(reached).toEqual([
    ...['Engine', 'A table', 'Files', 'Name of the table', 'Paste the list of columns that your engine prints'],
    ...['Choose a sample file', 'Type of a', 'Role of a', 'Type of b', 'Role of b'],
    ...['Bins of each column of numbers', 'Minutes that are counted together'],
    ...['I have no edges yet', 'I have a file with edges'],
    ...['Copy: Statement 1: edges', 'Save as .sql: Statement 1: edges', 'PRE'],
  ]);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'My data are too large for this machine' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sheet.getByLabel('Name of the table')).toHaveValue('readings');
  await expect(sheet.getByLabel('Role of b')).toBeVisible();
});

/** One cell that no query escapes well by chance, in each of many rows. */
async function writeReadings(connection: DuckDBConnection, path: string, shift: number): Promise<void> {
  await connection.run(`COPY (
    SELECT TIMESTAMP '2026-01-01' + INTERVAL (i) MINUTE AS "started",
      CASE WHEN i % 3 = 0 THEN 'it''s "1"' ELSE '007' END AS ${duckdb.identifier(HOSTILE)},
      sin(i) + ${String(shift)} AS "__proto__"
    FROM range(20000) r(i)) TO ${duckdb.text(path)} (FORMAT parquet)`);
}

test('the whole way in DuckDB: edges, two summaries, one report', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-sheet-'));
  const [reference, current] = [join(folder, "it's old.parquet"), join(folder, 'new.parquet')];
  const connection = await (await DuckDBInstance.create()).connect();
  await writeReadings(connection, reference, 0);
  await writeReadings(connection, current, 0.7);
  const runInto = (script: string, name: string) => {
    const path = join(folder, name);
    const statement = script.trimEnd().replace(/;$/, '');
    return connection.run(`COPY (${statement}) TO ${duckdb.text(path)} (FORMAT parquet)`).then(() => path);
  };
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${duckdb.text(reference)}`);
  const lines = described.getRowsJson().map(([name, type]) => `${name as string}\t${type as string}`);

  const sheet = await openSheet(page);
  await sheet.getByLabel('Engine', { exact: true }).selectOption('duckdb');
  await sheet.getByRole('button', { name: 'Files' }).click();
  await sheet.getByLabel('Path of the files').fill(reference);
  await sheet.getByLabel('Paste the list').fill(lines.join('\n'));
  const edges = await runInto(await saved(page, sheet, 'Statement 1: edges'), 'edges.parquet');
  await sheet.getByRole('button', { name: 'I have a file with edges' }).click();
  await giveEdges(sheet, edges);
  await expect(sheet.getByText('edges.parquet: edges of 2 columns.')).toBeVisible();
  const first = await runInto(await saved(page, sheet, 'Statement 2: the summary'), 'reference.summary.parquet');
  await sheet.getByLabel('Path of the files').fill(current);
  await sheet.getByLabel('Path of the files').press('Tab');
  const second = await runInto(await saved(page, sheet, 'Statement 2: the summary'), 'current.summary.parquet');
  await page.keyboard.press('Escape');
  await drop(page, first, second);
  await expect(page.getByTestId('verdict')).toContainText(/1 of \d columns has (changed|moved)/, { timeout: 60_000 });
  await expect(page.getByTestId('drift-row').filter({ hasText: '__proto__' }).first()).toContainText(/changed/i);
});
