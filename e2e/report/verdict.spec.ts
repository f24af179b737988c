import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { ConfigInput } from '../../src/facts/settings/settings.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { columnOf, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

type Texts = Record<'reference' | 'current', string>;

const read = (reference: string, current: string): Texts => ({
  reference: readFileSync(reference, 'utf8'),
  current: readFileSync(current, 'utf8'),
});
const steelPair = read(...steel);

/** Compares two texts through the scripting API. */
function analyze(page: Page, texts: Texts, config: ConfigInput = {}): Promise<Report> {
  return page.evaluate(
    ({ reference, current, settings }) =>
      window.plumbline.analyze({
        reference: new File([reference], 'reference.csv'),
        current: new File([current], 'current.csv'),
        config: settings,
      }),
    { ...texts, settings: config },
  );
}

const statesOf = ({ columns }: Report): string[] => columns.map(({ drift }) => drift?.state ?? '');

test('the steel pair under both profiles: rows of a slow process count less, and the profiles say why they differ', async ({
  page,
}) => {
  await page.goto('./');
  const own = await analyze(page, steelPair);
  expect(own.verdict.headline).toMatch(STEEL);
  expect(own.advice).toMatchObject([
    { kind: 'weigh-rows', restsOn: [{ section: 'performance' }, { section: 'where' }, { section: 'drift' }] },
    { kind: 'look-at-rows', restsOn: [{ section: 'where' }] },
    { kind: 'collect-rows', restsOn: [{ section: 'drift', column: 'target' }] },
  ]);
  expect(own.verdict.detail).toMatch(/Of \d+ tested columns, chance alone would put about [\d.]+ below p = 0\.05/);
  const target = columnOf(own, 'target').drift;
  expect(target?.evidence?.effectiveSize.reference).toBeLessThan(1000);
  expect(target?.evidence?.rows.reference).toBe(8736);
  const evidently = await analyze(page, steelPair, { profile: 'evidently' });
  expect(evidently).not.toHaveProperty('advice');
  expect(evidently.verdict.summary).toMatch(/^By Evidently’s rule \d+ of 11 columns drifted/);
  expect(columnOf(evidently, 'target').drift?.text).toMatch(/^Evidently’s normalised Wasserstein distance is/);
  expect(columnOf(evidently, 'target').drift?.evidence).toEqual(target?.evidence);
});

test('a sensor that gave one value for a week is to be checked before the model is trained again', async ({ page }) => {
  const [header = '', ...rows] = steelPair.current.split('\n');
  const at = header.split(',').indexOf('NSM');
  const failed = rows.map((row, i) => (i < 4032 || i >= 4633 ? row : row.split(',').with(at, '999999').join(',')));
  await page.goto('./');
  const { advice } = await analyze(page, { ...steelPair, current: [header, ...failed].join('\n') });
  expect(advice?.map(({ kind }) => kind)).toEqual(['check-data', 'weigh-rows', 'look-at-rows']);
  expect(advice?.[0]?.text).toBe(
    'Check the source of “NSM”: 601 current values lie beyond everything in the reference, 0 to 85,500.',
  );
  expect(advice?.[1]?.text).toMatch(/^When that is clear, train the model again with more weight /);
});

test('60 rows and 60 rows cut from one file: nothing is called changed, and it is said what is not known', async ({
  page,
}) => {
  const [header = '', ...rows] = steelPair.reference.split('\n');
  const cut = (from: number): string => [header, ...rows.slice(from, from + 60)].join('\n');
  await page.goto('./');
  const report = await analyze(page, { reference: cut(0), current: cut(60) });
  expect(statesOf(report)).not.toContain('changed');
  expect(statesOf(report)).toContain('insufficient');
});

test('the milling machine: a column that drifts like a random walk has moved, and the headline names it', async ({
  page,
}) => {
  await page.goto('./');
  const report = await analyze(page, read('e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'));
  const air = columnOf(report, 'Air temperature').drift;
  expect(air?.state).toBe('moved');
  expect(air?.text).toMatch(/^Moved: mean 302\.\d+ → 299\.\d+\. /);
  expect(report.verdict.headline).toMatch(/moved, perhaps by chance: “Air temperature” lower, mean 302\.\d+ → 299/);
  expect(report.verdict.headline).toContain(
    'The target has moved, perhaps by chance: “Machine failure”, “1” 5.9% → 2% of rows.',
  );
  expect(air?.evidence?.pValueIndependent).toBeLessThan(1e-12);
  expect(columnOf(report, 'Torque').drift?.state).toBe('stable');
  // A better model, and columns of which no number of rows is known that would settle them.
  expect(report).not.toHaveProperty('advice');
});

test('the same file twice: everything is identical, and it holds one model', async ({ page }) => {
  await page.goto('./');
  const pair = read('e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_reference.csv');
  const { verdict, advice, performance } = await analyze(page, pair);
  expect(advice?.map(({ text }) => text)).toEqual([
    'Nothing to do: the columns that were compared hold the same values.',
  ]);
  expect(verdict.headline).toMatch(/^The two files hold the same values in the 14 columns that were compared/);
  expect(performance).toMatchObject({ state: 'measured', twoModels: false, paired: true });
  expect(performance?.summary).toMatch(/^Both files hold the same predictions for the same rows: F1 is 0\.33/);
});

test('a setting for a column that is not there names the one that may be meant', async ({ page }) => {
  await page.goto('./');
  await expect(analyze(page, steelPair, { columns: { targat: { minimumEffect: 1 } } })).rejects.toThrow(
    'config.columns.targat: no such column; did you mean "target"?',
  );
});
