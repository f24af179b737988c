import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { errors } from '../../src/words/en/errors.ts';
import type { ReadColumn } from '../../test/inputs/read-table.ts';
import { SHOWN_CASES, TABLES } from '../../test/inputs/table-cases/table-cases.ts';
import type { TableCase } from '../../test/inputs/table-cases/table-case.ts';
import { dropOn } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 40_000 };
/** Rows and columns that the page shows of a file. */
const SHOWN = 100;

interface Shown {
  names: string[];
  /** null is missing. */
  rows: (string | null)[][];
}

const filesOf = (id: string): { name: string; bytes: string }[] =>
  readdirSync(`${TABLES}/${id}`).map((name) => ({
    name: `${id}-${name}`,
    bytes: readFileSync(`${TABLES}/${id}/${name}`).toString('base64'),
  }));

/** Drops a table as a person does; a set-up with it where it has to be read in a way of its own. */
async function dropTable(page: Page, { id, read }: TableCase): Promise<void> {
  const { columns = new Map<string, unknown>(), ...current } = read ?? {};
  const ofColumns = Object.fromEntries([...columns].map(([name, readAs]) => [name, { readAs }]));
  const setUp = Buffer.from(JSON.stringify({ read: { current }, columns: ofColumns })).toString('base64');
  await dropOn(page, 'current', [
    ...(read === undefined ? [] : [{ name: 'plumbline.json', bytes: setUp }]),
    ...filesOf(id),
  ]);
}

/** What the first rows are, as the page shows them. */
async function firstRows(page: Page): Promise<Shown> {
  await page.getByRole('button', { name: 'First rows of the current file' }).click();
  const table = page.getByTestId('preview-current');
  const shown = await table.evaluate((element) => {
    const texts = (row: Element, cells: string): (string | null)[] =>
      [...row.querySelectorAll(cells)].map((cell) => (cell.classList.contains('quiet') ? null : cell.textContent));
    const [head, ...rows] = element.querySelectorAll('tr');
    return { names: head ? texts(head, 'th').slice(1) : [], rows: rows.map((row) => texts(row, 'td')) };
  });
  await page.keyboard.press('Escape');
  await expect(table).toHaveCount(0);
  return { ...shown, names: shown.names.map(String) };
}

/** The notes that a person can read, as `kind column`. */
async function notesShown(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'How the current file was read' }).click();
  await expect(page.locator('.floating')).toBeVisible();
  const notes = await page
    .locator('.floating [data-note]')
    .evaluateAll((elements) =>
      elements.flatMap((element) =>
        element instanceof HTMLElement && element.innerText.trim() !== '' ? [element.dataset['note'] ?? ''] : [],
      ),
    );
  await page.keyboard.press('Escape');
  await expect(page.locator('.floating')).toHaveCount(0);
  return notes;
}

/** Whole numbers have no decimals on the screen. */
const onScreen = (cell: string | null): string | null => cell?.replace(/^(-?[0-9]+)\.0$/, '$1') ?? null;

const ordered = (cells: string[], isNumeric: boolean): string[] =>
  isNumeric ? cells.sort((a, b) => Number(a) - Number(b)) : cells.sort();

/** What the rows on the screen say of a column: its first cell, and where all rows are shown everything else. */
function factsOf({ names, rows }: Shown, name: string, total: number): Partial<ReadColumn> {
  const cells = rows.map((row) => row[names.indexOf(name)] ?? null);
  const [first = null] = cells;
  if (total > SHOWN) return { first };
  const filled = cells.filter((cell) => cell !== null);
  const sorted = ordered(
    [...filled],
    filled.every((cell) => !Number.isNaN(Number(cell))),
  );
  const ends = { min: sorted[0] ?? null, max: sorted.at(-1) ?? null };
  return { first, last: cells.at(-1) ?? null, filled: filled.length, distinct: new Set(filled).size, ...ends };
}

/** What of a column should be on the screen. */
function wantedOf(facts: Partial<ReadColumn>, seen: Partial<ReadColumn>): Partial<ReadColumn> {
  const told = Object.entries(facts).filter(([fact]) => fact in seen);
  return Object.fromEntries(told.map(([fact, value]) => [fact, typeof value === 'string' ? onScreen(value) : value]));
}

async function expectRefused(page: Page, { id, refused }: TableCase): Promise<void> {
  const error = page.getByTestId('error');
  await expect(error, id).toContainText(`${id}-`, done);
  const { code, values } = refused as { code: string; values: Parameters<(typeof errors)['unsupported-format']>[0] };
  const [{ name: file } = { name: id }] = filesOf(id);
  if (code === 'unsupported-format') await expect(error).toContainText(errors[code](values, { file }));
  await error.getByRole('button').last().click();
  await expect(error).toHaveCount(0);
}

async function expectRead(page: Page, expected: TableCase): Promise<void> {
  const { id, rows, names, columns = {}, notes = [], values = {} } = expected;
  const slot = page.getByTestId('slot-current');
  await expect(slot, id).toContainText(`${id}-`, done);
  await expect(slot.getByRole('button', { name: 'How the current file was read' }), id).toBeVisible(done);
  await expect(page.getByTestId('progress'), id).toHaveCount(0, done);
  const shown = await firstRows(page);
  if (rows !== undefined) await expect(slot, id).toContainText(`${rows.toLocaleString('en-GB')} row`);
  if (names) expect(shown.names, id).toEqual(names);
  for (const [name, facts] of Object.entries(columns)) {
    const seen = factsOf(shown, name, rows ?? Infinity);
    expect(shown.names, id).toContain(name);
    expect(seen, `${id}: ${name}`).toMatchObject(wantedOf(facts, seen));
  }
  const said = [...notes, ...Object.keys(values)];
  if (said.length > 0) expect(await notesShown(page), id).toEqual(expect.arrayContaining(said));
}

/** What is said of a file, and how it was asked to be read. */
const kindOf = ({ read = {}, refused, notes = [], values = {} }: TableCase): string =>
  JSON.stringify([Object.keys(read).sort(), refused, [...new Set([...notes, ...Object.keys(values)])].sort()]);

/** One file of each kind: whether all of them are read rightly is the unit tests' to hold. */
const CASES = [...new Map(SHOWN_CASES.map((expected) => [kindOf(expected), expected])).values()];

test('of every kind of file that was read wrongly once one shows its rows, names, first cells and notes', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  // A set-up holds for the files that follow.
  const cases = CASES.toSorted((a, b) => Number(a.read !== undefined) - Number(b.read !== undefined));
  for (const [i, expected] of cases.entries()) {
    await dropTable(page, expected);
    if (i === 0) await page.getByRole('button', { name: /alone/i }).click();
    await (expected.refused === undefined ? expectRead(page, expected) : expectRefused(page, expected));
  }
});
