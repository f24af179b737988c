import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Report } from '../../src/facts/document/document.ts';
import { columnOf, employment, steel } from '../files.ts';
import { expect, test } from '../sealed.ts';

interface Pair {
  name: string;
  reference: string;
  current: string;
  /** What the summaries are told of the columns. */
  options: string[];
}

const classes = (...columns: string[]): string[] => columns.flatMap((column) => ['--category', column]);

const pairs: Pair[] = [
  {
    ...{ name: 'steel, a regression with time', reference: steel[0], current: steel[1] },
    options: ['--time', 'date', '--target', 'target', '--prediction', 'prediction'],
  },
  {
    name: 'milling machine, two classes',
    reference: 'e2e/fixtures/ai4i_reference.csv',
    current: 'e2e/fixtures/ai4i_current.csv',
    options: [
      ...['--target', 'Machine failure', '--prediction', 'prediction', '--ignore', 'UID', '--text', 'Product ID'],
      ...classes('Machine failure', 'prediction', 'TWF', 'HDF', 'PWF', 'OSF', 'RNF'),
    ],
  },
  {
    name: 'load types, three classes by probabilities alone',
    reference: 'e2e/fixtures/steel_load_reference.csv',
    current: 'e2e/fixtures/steel_load_current.csv',
    options: ['--target', 'target'],
  },
  { name: 'employment, Parquet', reference: employment[0], current: employment[1], options: [] },
];

/** Counts a file as a person does, with the command. */
function summarise(files: readonly string[], out: string, options: readonly string[]): string {
  const given = [...files.flatMap((file) => ['--file', file]), ...options, '--out', out];
  execFileSync('node', ['--import', 'tsx', 'tools/summary.ts', '--engine', 'duckdb', ...given], { stdio: 'pipe' });
  return out;
}

function summaries({ reference, current, options }: Pair): Record<'reference' | 'current', string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-summaries-'));
  const first = summarise([reference], join(folder, 'reference.summary.parquet'), options);
  return {
    reference: first,
    current: summarise([current], join(folder, 'current.summary.parquet'), [...options, '--edges', first]),
  };
}

/** The report of files, each side one or several. */
function reportOf(
  page: Page,
  sides: Record<'reference' | 'current', string | string[]>,
  config: { missing?: string[] } = {},
): Promise<Report> {
  const contents = Object.fromEntries(
    Object.entries(sides).map(([side, paths]) => [
      side,
      [paths].flat().map((path) => ({ name: basename(path), bytes: readFileSync(path).toString('base64') })),
    ]),
  );
  return page.evaluate(
    ([given, config]) => {
      const filesOf = (side: string): File[] =>
        (given[side] ?? []).map(
          ({ name, bytes }) => new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name),
        );
      return window.plumbline.analyze({ reference: filesOf('reference'), current: filesOf('current'), config });
    },
    [contents, config] as const,
  );
}

const isClose = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a === b || Math.abs((a ?? NaN) - (b ?? NaN)) <= 1e-9 * Math.max(1, Math.abs(a ?? NaN));

/** What both reports have to say alike of the columns that both compare. */
function expectSameColumns(rows: Report, counted: Report): void {
  for (const column of counted.columns) {
    const own = columnOf(rows, column.name);
    for (const side of ['reference', 'current'] as const) {
      const [a, b] = [own.quality[side], column.quality[side]];
      expect([column.name, b?.count, b?.missing]).toEqual([column.name, a?.count, a?.missing]);
      if (column.type !== 'numeric' || own.type !== column.type) continue;
      for (const key of ['mean', 'std', 'min', 'max'] as const) {
        expect(
          [column.name, key, a?.[key], b?.[key], isClose(a?.[key], b?.[key])].at(-1),
          `${column.name} ${key}`,
        ).toBe(true);
      }
    }
    const [before, after] = [own.drift?.effect, column.drift?.effect];
    if (before === undefined || after === undefined || own.type !== column.type) continue;
    if (column.type !== 'numeric') expect(isClose(before.value, after.value), column.name).toBe(true);
    else {
      expect(before.value, column.name).toBeGreaterThan(after.value - 1e-9);
      expect(before.value, column.name).toBeLessThan((after.atMost ?? NaN) + 1e-9);
      // What the clock decides is not judged, by either.
      if (column.drift?.state === 'calendar') expect(own.drift?.state, column.name).toBe('calendar');
      else expect(column.drift?.why.some(({ kind }) => kind === 'bins')).toBe(true);
    }
  }
}

for (const pair of pairs) {
  test(`${pair.name}: a report of summaries says what that of the rows says`, async ({ page }) => {
    await page.goto('./');
    const rows = await reportOf(page, { reference: pair.reference, current: pair.current });
    const counted = await reportOf(page, summaries(pair));
    expectSameColumns(rows, counted);
    const compared = counted.columns.filter(({ name }) => columnOf(rows, name).drift?.effect !== undefined);
    expect(compared.length).toBeGreaterThan(4);
    const [own, summed] = [rows.performance, counted.performance];
    if (summed?.state !== 'measured') return expect(pair.options).not.toContain('--prediction');
    if (own?.state !== 'measured') throw new Error('the rows tell of no model');
    const told = new Map(own.whole.metrics.map((metric) => [metric.id, metric.values]));
    for (const { id, values } of summed.whole.metrics) {
      for (const side of ['reference', 'current'] as const) {
        expect(isClose(told.get(id)?.[side]?.value, values[side]?.value), `${id} ${side}`).toBe(true);
      }
    }
    if (own.whole.task !== 'regression' && summed.whole.task !== 'regression') {
      expect(summed.whole.confusion).toEqual(own.whole.confusion);
      expect(summed.whole.classes).toEqual(own.whole.classes);
    }
  });
}

test('summaries of parts add up to that of the whole, in any order', async ({ page }) => {
  const [pair] = pairs;
  if (pair === undefined) throw new Error('no pair');
  const { reference, current } = summaries(pair);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-parts-'));
  const [header = '', ...lines] = readFileSync(pair.current, 'utf8').trimEnd().split('\n');
  const parts = [lines.slice(0, 3000), lines.slice(3000)].map((part, i) => {
    const path = join(folder, `part${String(i)}.csv`);
    writeFileSync(path, [header, ...part].join('\n'));
    return summarise([path], join(folder, `part${String(i)}.summary.parquet`), ['--edges', reference]);
  });
  await page.goto('./');
  const said = ({ columns, performance, verdict }: Report) => ({
    headline: verdict.headline,
    states: columns.map(({ drift }) => drift?.state),
    counts: columns.map(({ distribution }) => distribution?.kind === 'numeric' && distribution.counts),
    confusion: performance?.state === 'measured' && performance.whole.metrics.map(({ id }) => id),
  });
  const whole = said(await reportOf(page, { reference, current }));
  const merged = join(folder, 'merged.summary.parquet');
  execFileSync('node', ['--import', 'tsx', 'tools/summary.ts', '--merge', ...parts, '--out', merged], {
    stdio: 'pipe',
  });
  for (const files of [parts, parts.toReversed(), merged]) {
    expect(said(await reportOf(page, { reference, current: files }))).toEqual(whole);
  }
});

/** Where two documents differ by more than rounding; of what a side is read from, and how long that took, nothing. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    // Rounding of a variance is as large as its root.
    if (isClose(a, b) || (path.endsWith('/std') && isClose(a * a, b * b))) return [];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`];
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const keys = [...new Set([...first.keys(), ...second.keys()])];
  return keys.flatMap((key) => differences(first.get(key), second.get(key), `${path}/${key}`));
}

const compared = ({ columns, dataset, correlations, performance, verdict }: Report) => ({
  ...{ columns, dataset, correlations, performance, verdict },
});

const notesOf = (report: Report, side: 'reference' | 'current'): string[] =>
  report.inputs[side]?.notes.map(({ text }) => text) ?? [];

for (const pair of pairs.slice(0, 2)) {
  test(`${pair.name}: rows beside a summary are counted on its bins, on either side`, async ({ page }) => {
    await page.goto('./');
    const { reference, current } = summaries(pair);
    const both = compared(await reportOf(page, { reference, current }));
    const isClassed = pair.options.includes('--ignore');
    for (const [side, sides] of [
      ['current', { reference, current: pair.current }],
      ['reference', { reference: pair.reference, current }],
    ] as const) {
      const report = await reportOf(page, sides);
      expect(differences(both, compared(report))).toEqual([]);
      const other = side === 'current' ? 'reference' : 'current';
      expect(notesOf(report, side)).toEqual([
        `The rows of this file were counted on the bins of ${other}.summary.parquet, so both sides are compared as summaries.`,
        ...(isClassed ? [`${other}.summary.parquet does not count “UID”: it was left out.`] : []),
      ]);
    }
  });
}

test('counting rows beside a summary is cancelled within a second', async ({ page }) => {
  await page.goto('./');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cancel-'));
  const summary = summarise([steel[0]], join(folder, 'reference.summary.parquet'), ['--time', 'date']);
  const given = [summary, steel[1]].map((path) => ({
    name: basename(path),
    bytes: readFileSync(path).toString('base64'),
  }));
  const said = await page.evaluate(async (files) => {
    const [reference, current] = files.map(
      ({ name, bytes }) => new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name),
    );
    if (reference === undefined || current === undefined) throw new Error('no files');
    const control = new AbortController();
    let aborted = NaN;
    const run = window.plumbline.analyze({
      ...{ reference, current, signal: control.signal },
      onProgress: ({ stage }) => {
        if (stage !== 'counting') return;
        aborted = performance.now();
        control.abort();
      },
    });
    const name = await run.then(
      () => 'a report',
      (error: unknown) => (error as Error).name,
    );
    return { name, waited: performance.now() - aborted };
  }, given);
  expect(said.name).toBe('AbortError');
  expect(said.waited).toBeLessThan(1000);
});

test('rows beside a summary: what does not fit is said, and the settings say what is missing', async ({ page }) => {
  await page.goto('./');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-beside-'));
  const files = Object.entries({
    reference: [
      'a,t,gone',
      ...Array.from({ length: 60 }, (_, i) => `${String(i % 9)},2024-01-0${String(1 + (i % 5))},x`),
    ],
    current: ['a,new', ...Array.from({ length: 60 }, (_, i) => `${i % 20 === 0 ? 'OFF' : String(i % 9)},1`)],
    foreign: ['b', '1', '2'],
  }).map(([stem, lines]) => {
    const path = join(folder, `${stem}.csv`);
    writeFileSync(path, lines.join('\n'));
    return path;
  });
  const [first = '', second = '', foreign = ''] = files;
  const reference = summarise([first], join(folder, 'reference.summary.parquet'), ['--time', 't']);
  const report = await reportOf(page, { reference, current: second });
  expect(columnOf(report, 'a').quality.current).toMatchObject({ count: 60, missing: 3, coerced: 3 });
  expect(columnOf(report, 'gone').presentIn).toEqual(['reference']);
  expect(notesOf(report, 'current').slice(0, 4)).toEqual([
    'The rows of this file were counted on the bins of reference.summary.parquet, so both sides are compared as summaries.',
    'reference.summary.parquet does not count “new”: it was left out.',
    'The summary was counted by the times of “t”, of which this file has none. Each row counts in full: a slow process may look changed.',
    'a: 3 cells are not a number (for example “OFF”) and count as missing.',
  ]);
  const without = await reportOf(page, { reference, current: second }, { missing: ['8'] });
  expect(columnOf(without, 'a').quality.current).toMatchObject({ missing: 9, max: 7 });
  await expect(reportOf(page, { reference, current: foreign })).rejects.toThrow(
    'foreign.csv has none of the columns that reference.summary.parquet counts (“a”, “t” and “gone”).',
  );
});

test('summary files that the app saves say what the rows say', async ({ page }) => {
  await page.goto('./');
  const slots = { reference: steel[0], current: steel[1] };
  for (const [side, path] of Object.entries(slots)) {
    await page.getByTestId(`slot-${side}`).locator('input[type=file]').setInputFiles(path);
  }
  await expect(page.getByTestId('verdict')).toContainText(/\d+ of 11 columns/, { timeout: 60_000 });
  const saved: string[] = [];
  page.on('download', (file) => void file.path().then((path) => saved.push(`${file.suggestedFilename()}\n${path}`)));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Summary files' }).click();
  await expect.poll(() => saved.length, { timeout: 60_000 }).toBe(2);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-saved-'));
  const [reference = '', current = ''] = ['steel_reference', 'steel_current'].map((stem) => {
    const found = saved.find((one) => one.startsWith(`${stem}.summary.parquet\n`))?.split('\n')[1] ?? '';
    const path = join(folder, `${stem}.summary.parquet`);
    writeFileSync(path, readFileSync(found));
    return path;
  });
  const rows = await reportOf(page, slots);
  expectSameColumns(rows, await reportOf(page, { reference, current }));
});
