import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { RENAMED } from '../../src/facts/document/renamed.ts';
import { parseConfig, type ConfigInput } from '../../src/facts/settings/settings.ts';
import { buildReport } from '../../src/report/build.ts';
import { metricNames } from '../../src/report/metrics/catalogue.ts';
import { isSetUp, readSetUp, writeSetUp } from '../../src/report/set-up.ts';
import { run, stamp } from './two-columns.ts';

const hostile = ['__proto__', 'a: "b"\n- </script> #'] as const;
const report = buildReport(run(parseConfig({ alpha: 0.01, brand: { title: 'Übersicht' } }), hostile), stamp);

test.each(['json', 'yaml'] as const)(
  'a set-up saved as %s gives the same settings again, whatever a column is called',
  async (format) => {
    const text = await writeSetUp(report, format, 'https://host/plumbline-config.schema.json');
    expect(isSetUp(`plumbline.${format}`, text)).toBe(true);
    const config = parseConfig((await readSetUp(text, `plumbline.${format}`)).config);
    expect(Object.entries(config.columns)).toEqual([
      [hostile[0], { type: 'numeric', role: 'feature' }],
      [hostile[1], { type: 'categorical', role: 'feature' }],
    ]);
    expect({ ...config, columns: {} }).toEqual({ ...report.config, columns: {} });
  },
);

test('YAML is written for another parser to read', async () => {
  const found = load(await writeSetUp(report, 'yaml', './s.json')) as { brand: unknown; columns: object };
  expect(found.brand).toEqual({ title: 'Übersicht' });
  expect(Object.keys(found.columns)).toEqual([...hostile]);
});

test.each([
  ['monitor.yml', 'columns: {}', true],
  ['plumbline.json', '{"alfa": 1}', true],
  ['plumbline.json', '{"format": "plumbline-report/2", "config": {}}', false],
  ['other.json', '{"$schema": "../plumbline-config.schema.json", "alfa": 1}', true],
  ['other.json', '{"alpha": 0.1, "columns": {"a": {"role": "id"}}}', true],
  ['table.json', '{"name": ["a", "b"], "seed": [1, 2]}', false],
  ['table.json', '{"columns": {"a": 1}, "data": [[1]]}', false],
  ['table.json', '[{"alpha": 1}]', false],
  ['cut.json', '{"alpha": ', false],
  ['alpha.csv', '{"alpha": 1}', false],
] as const)('%s with %s is a set-up: %s', (name, text, expected) => {
  expect(isSetUp(name, text)).toBe(expected);
});

test.each([
  [
    '{"floors": {"numerc": 1}}',
    { problem: 'unknown-setting', path: 'config.minimumEffect.numerc', suggestion: 'numeric' },
  ],
  [
    '{"columns": {"a": {"rôle": "id"}}}',
    { problem: 'unknown-setting', path: 'config.columns["a"].rôle', suggestion: 'role' },
  ],
  ['{"columns": ["a"]}', { problem: 'no-object', path: 'config.columns' }],
  ['alpha: 7', { problem: 'value', path: 'config.alpha', expected: '<1', received: '7' }],
  ['{"alpha": 0.1,\n "seed" 3}', { problem: 'unreadable', detail: expect.stringContaining('at line 2') as unknown }],
  ['just words', { problem: 'no-settings' }],
  ['brand: { accent: red }', { problem: 'rule', path: 'config.brand.accent', rule: 'a-colour' }],
])('%j is an error that names the place', async (text, values) => {
  const place = { file: 'plumbline.yaml', code: 'config' };
  await expect(readSetUp(text, 'plumbline.yaml')).rejects.toMatchObject({ ...place, values });
});

test('the dashboard and the handbook of integrations speak of metrics that there are, and of all', () => {
  const states = [
    'report_info',
    'verdict',
    'drift_state',
    'condition_state',
    'outcome',
    'cannot_say',
    'last_run_success',
    'last_run_timestamp',
  ];
  const known = new Set([...metricNames(), ...states]);
  const stem = (name: string): string =>
    name
      .replace(/^plumbline_/, '')
      .replace(/_(ratio|bytes|seconds)$/, '')
      .replace(/_(low|high)$/, '');
  for (const path of ['public/grafana-dashboard.json', 'docs/integrations.md']) {
    const names = readFileSync(path, 'utf8').match(/plumbline_[a-z0-9_]*[a-z0-9]/g) ?? [];
    expect(
      names.filter((name) => !known.has(stem(name))),
      path,
    ).toEqual([]);
  }
  const said = readFileSync('docs/integrations.md', 'utf8');
  const measures = readFileSync('docs/statistics.md', 'utf8');
  const unsaid = metricNames().filter((name) => !said.includes(`\`${name}\``) && !measures.includes(name));
  expect(unsaid).toEqual([]);
});

test('names of version 0.1 are understood, and said', async () => {
  const old = {
    ...{ floors: { numeric: 0.2 }, resolution: { categorical: 0.1 } },
    columns: { floors: { floor: 0.3 }, resolution: { floorOwnUnit: 2 } },
    conditions: [{ metric: 'columns_expected_by_luck', max: 3 }],
  };
  expect(isSetUp('old.json', JSON.stringify(old))).toBe(true);
  const { config, renamed } = await readSetUp(JSON.stringify(old), 'old.json');
  expect(config).toEqual({
    ...{ minimumEffect: { numeric: 0.2 }, detectableEffect: { categorical: 0.1 } },
    columns: { floors: { minimumEffect: 0.3 }, resolution: { minimumEffectInUnit: 2 } },
    conditions: [{ metric: 'columns_expected_by_chance', max: 3 }],
  });
  expect(renamed.map(({ old: was }) => was)).toEqual([
    ...['floors', 'resolution', 'floor', 'floorOwnUnit', 'columns_expected_by_luck'],
  ]);
  expect(parseConfig(old as ConfigInput)).toEqual(parseConfig(config));
});

test('every metric that was renamed exists by its new name, and not by its old one', () => {
  const names = new Set(metricNames());
  for (const [was, now] of Object.entries(RENAMED.metrics))
    expect([names.has(was), names.has(now)]).toEqual([false, true]);
});

describe('set-ups that would hold up or deceive the page', () => {
  test.each([
    ['floors: {numeric: .inf}', { problem: 'rule', path: 'config.minimumEffect.numeric', rule: 'a-finite-number' }],
    ['columns: {"a b": {threshold: .nan}}', { path: 'config.columns["a b"].threshold', rule: 'a-finite-number' }],
    [`a: ${'['.repeat(200)}${']'.repeat(200)}`, { problem: 'rule', rule: 'so-deep' }],
    ['['.repeat(20_000), { problem: 'unreadable' }],
    [`a: &a [x, x]\nb: [${'*a,'.repeat(200)}]`, { problem: 'unreadable' }],
    [`# ${'x'.repeat(600_000)}\nalpha: 0.1`, { problem: 'long-yaml', limit: 512_000 }],
    ['alpha: 0.1\nalpha: 0.2', { problem: 'unreadable' }],
    [`{"alpha": 0.1, "alpha": 0.2, "name": "${'x'.repeat(70_000)}"}`, { problem: 'keys-twice', keys: ['alpha'] }],
  ])('%#: refused with where and why', async (text, values) => {
    await expect(readSetUp(text, 'a.yaml')).rejects.toMatchObject({ code: 'config', file: 'a.yaml', values });
  });

  test('JSON may have as many columns as a report', async () => {
    const columns = Object.fromEntries(
      Array.from({ length: 10_008 }, (_, i) => [`k${String(i)}`, { role: 'ignored' }]),
    );
    const { config } = await readSetUp(JSON.stringify({ columns }), 'plumbline.json');
    expect(Object.keys(config.columns ?? {})).toHaveLength(10_008);
  });

  test('more columns than a report has', () => {
    const columns = Object.fromEntries(Array.from({ length: 10_009 }, (_, i) => [String(i), {}]));
    expect(() => parseConfig({ columns })).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ rule: 'so-many' }) as unknown }),
    );
  });
});
