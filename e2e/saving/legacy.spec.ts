import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { load } from 'js-yaml';
import { withNewNames } from '../../src/facts/document/renamed.ts';
import { drop, dropText, steel } from '../files.ts';
import { expect, test } from '../sealed.ts';

const FOLDER = 'test/report/fixtures/v0.1.0';

const ai4i = ['e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'] as const;

/** What these tests read of a document of 0.1.0, whatever later versions call it. */
interface Saved {
  verdict: { summary: string };
  columns: { name: string; drift: { state: string } | null }[];
}

const stateWords: Record<string, string> = {
  changed: 'Changed',
  stable: 'Stable',
  insufficient: 'Not enough data',
  notTested: 'Not tested',
};

const unpacked = (file: string): string => gunzipSync(readFileSync(`${FOLDER}/${file}`)).toString('utf8');
const savedAs = (name: string): Saved => JSON.parse(unpacked(`${name}.json.gz`)) as Saved;
const namesOf = (ending: string): string[] =>
  readdirSync(FOLDER).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));

/** The states that the page says, by column: those of the rows that are drawn. */
async function statesOn(page: Page): Promise<Map<string, string>> {
  const rows = await page.getByTestId('drift-row').evaluateAll((all) =>
    all.map((row): [string, string] => {
      const name = row.querySelector('[role="rowheader"] button')?.textContent ?? '';
      return [name.trim(), [...row.querySelectorAll('[role="cell"]')].at(-1)?.textContent.trim() ?? ''];
    }),
  );
  return new Map(rows);
}

/** The page says what the document says: its sentence and the state of every column, and nothing of an error. */
async function expectShown(page: Page, { verdict, columns }: Saved): Promise<void> {
  await expect(page.getByTestId('verdict')).toHaveText(verdict.summary);
  await expect(page.locator('#quality')).toBeVisible();
  const states = columns.flatMap(({ name, drift }): [string, string | undefined][] =>
    drift ? [[name, stateWords[drift.state]]] : [],
  );
  // Of a table of many columns only the rows in view are drawn; they are as many as they say, and pass by in scrolling.
  const table = page.locator('#drift').getByRole('table').first();
  await expect(table).toHaveCount(states.length > 0 ? 1 : 0);
  if (states.length > 0) await expect(table).toHaveAttribute('aria-rowcount', String(states.length + 1));
  const seen = new Map<string, string>();
  await expect(async () => {
    for (const [name, state] of await statesOn(page)) seen.set(name, state);
    if (seen.size < states.length) await page.mouse.wheel(0, 600);
    expect(seen.size).toBe(states.length);
  }).toPass({ intervals: [50], timeout: 20_000 });
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(states));
  await expect(page.getByTestId('error').or(page.getByRole('alert'))).toHaveCount(0);
}

test('the documents and the HTML reports that 0.1.0 saved open in the app, and say what they said', async ({
  page,
}) => {
  test.slow();
  for (const ending of ['json', 'html']) {
    for (const name of namesOf(`.${ending}.gz`).filter((one) => !one.endsWith('.metrics'))) {
      await test.step(`${name}.${ending}`, async () => {
        await page.goto('./');
        await dropText(page, { [`${name}.${ending}`]: unpacked(`${name}.${ending}.gz`) });
        await expectShown(page, savedAs(name));
      });
    }
  }
});

test('the HTML reports that 0.1.0 saved still work by themselves, from the disk and without a network', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const heard: string[] = [];
  context.on('weberror', (error) => heard.push(error.error().message));
  context.on('console', (message) => heard.push(message.text()));
  const page = await context.newPage();
  for (const name of namesOf('.html.gz')) {
    const path = info.outputPath(`${name}.html`);
    writeFileSync(path, unpacked(`${name}.html.gz`));
    await page.goto(pathToFileURL(path).href);
    await expectShown(page, savedAs(name));
  }
  expect(heard).toEqual([]);
  await context.close();
});

test('the set-ups that 0.1.0 saved leave out the same columns, and are saved again with every setting', async ({
  page,
}) => {
  test.slow();
  for (const [file, pair, entry] of [
    ['every-setting.json', ai4i, /^Set-up(?! as)/],
    ['evidently.yaml', steel, /as YAML/],
  ] as const) {
    await page.goto('./');
    const setUp = readFileSync(`${FOLDER}/${file}`, 'utf8');
    await dropText(page, { [file]: setUp });
    await expect(page.getByTestId('set-up')).toContainText(`${file} is ready`);
    await drop(page, ...pair);
    await expect(page.getByTestId('verdict')).toContainText(/column/, { timeout: 60_000 });
    await expect(page.getByRole('button', { name: /export/i })).toBeEnabled();
    // States by the calibrated rule are those of today; Evidently's are what they were.
    const saved = savedAs(file.replace(/\..*/, ''));
    if (file === 'evidently.yaml') await expectShown(page, saved);
    const left = saved.columns.filter(({ drift }) => drift?.state === 'notTested').map(({ name }) => name);
    const states = await statesOn(page);
    for (const name of left) expect(states.get(name), name).toBe(stateWords['notTested']);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /export/i }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    const again = load(readFileSync(await (await download).path(), 'utf8')) as object;
    // The schema's address is that of the page; what a later version may set besides does not count.
    const { settings } = withNewNames(load(setUp));
    expect({ ...again, $schema: undefined }).toMatchObject({ ...(settings as object), $schema: undefined });
  }
});
