import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import { inferRoles } from '../../../src/analysis/infer/infer-role.ts';
import { plan } from '../../../src/analysis/run/plan.ts';
import { inferSchema } from '../../../src/analysis/infer/schema.ts';
import { profileColumns } from '../../../src/engine/columns/profile.ts';
import { openTables } from '../../engine/open-tables.ts';

const cell = (row: number): string =>
  [
    `2026-01-01 00:${String(Math.floor(row / 60) % 60).padStart(2, '0')}:${String(row % 60).padStart(2, '0')}`,
    row + 1,
    (row * 7.13) % 10,
    row % 4,
    row % 2,
    row % 2 === 0 ? 'yes' : 'no',
    `site ${String(row % 3)}`,
    `M${String(20_000 + row)}`,
    `00${String(row % 5)}`,
    `A longer note about row ${String(row)}, which nobody will compare with anything, ever.`,
  ].join(',');

const csv = `time,UID,temperature,grade,alarm,ok,site,part,code,note
${Array.from({ length: 300 }, (_, row) => cell(row).replace(', which', ' which').replace('anything, ever', 'anything ever')).join('\n')}
`;

test('types and roles, with their reasons, from real files read by the real engine', async () => {
  const [reference, current] = await openTables({ 'a.csv': csv, 'b.csv': csv });
  if (reference === undefined || current === undefined) throw new Error('two data sets');
  const profiles = { reference: await profileColumns(reference, 1), current: await profileColumns(current, 1) };
  const schema = inferSchema(profiles, parseConfig());
  expect(schema.map(({ name, type, role }) => `${name}: ${type}, ${role}`)).toEqual([
    'time: datetime, time',
    'UID: identifier, id',
    'temperature: numeric, feature',
    'grade: categorical, feature',
    'alarm: boolean, feature',
    'ok: boolean, feature',
    'site: categorical, feature',
    'part: identifier, id',
    'code: categorical, feature',
    'note: text, feature',
  ]);
  expect(
    schema.every(
      ({ typeReason, roleReason }) => typeReason.kind !== 'set-by-hand' && roleReason.kind !== 'set-by-hand',
    ),
  ).toBe(true);

  const config = parseConfig({ columns: { grade: { type: 'numeric', role: 'target' } } });
  const edited = inferSchema(profiles, config);
  expect(edited.find(({ name }) => name === 'grade')).toMatchObject({
    type: 'numeric',
    role: 'target',
    typeReason: { kind: 'set-by-hand' },
    roleReason: { kind: 'set-by-hand' },
  });
  const jobs = new Map(plan(edited, ['reference', 'current'], config).jobs.map((job) => [job.name, job]));
  expect(jobs.get('temperature')).toMatchObject({ form: 'numeric', compare: { evidently: {} } });
  expect(jobs.get('site')).toMatchObject({ form: 'frequencies', compare: { evidently: {} } });
  expect(jobs.get('time')?.notCompared).toMatchObject({ kind: 'time-axis' });
  expect(jobs.get('part')?.notCompared).toMatchObject({ kind: 'identifier' });
});

const anywhere = { presentIn: ['reference', 'current'] as const, low: 0, high: 100 };

test('one target, one prediction, one time', () => {
  const roles = inferRoles([
    { name: 'created', type: 'datetime', ...anywhere },
    { name: 'timestamp', type: 'datetime', ...anywhere },
    { name: 'y', type: 'numeric', ...anywhere },
    { name: 'label', type: 'categorical', ...anywhere },
    { name: 'y_pred', type: 'numeric', ...anywhere },
  ]);
  expect([...roles].map(([name, { role }]) => [name, role])).toEqual([
    ['created', 'time'],
    ['timestamp', 'feature'],
    ['y', 'target'],
    ['label', 'feature'],
    ['y_pred', 'prediction'],
  ]);
});

test.each([
  [{ alpha: 2 }, 'config.alpha'],
  [{ colums: {} }, 'config.colums'],
  [{ columns: { __proto__: null, x: { type: 'number' } } }, 'config.columns["x"].type'],
])('a config with a mistake is refused with the path: %j', (config, path) => {
  const values = expect.objectContaining({ path }) as unknown;
  expect(() => parseConfig(config as never)).toThrow(expect.objectContaining({ code: 'config', values }));
});

test('a column may be called __proto__', () => {
  const config = parseConfig(
    JSON.parse('{"columns":{"__proto__":{"type":"text"},"constructor":{"role":"id"}}}') as never,
  );
  expect(JSON.parse(JSON.stringify(config.columns))).toHaveProperty('constructor', { role: 'id' });
  expect(Object.keys(config.columns)).toEqual(['__proto__', 'constructor']);
  expect(parseConfig(config).columns).toEqual(config.columns);
});

test('a column that reads as something else in the other file says so', async () => {
  const rows = (cells: readonly string[]): string => `same,x,flag\n${cells.map((text) => `1.5,${text}`).join('\n')}\n`;
  const [reference, current] = await openTables({
    'a.csv': rows(['1,0', '2,1', '3,0']),
    'b.csv': rows(['high,yes', 'low,no', 'high,no']),
  });
  if (reference === undefined || current === undefined) throw new Error('two data sets');
  const profiles = { reference: await profileColumns(reference, 1), current: await profileColumns(current, 1) };
  const schema = inferSchema(profiles, parseConfig());
  expect(schema.map(({ readsAs }) => readsAs)).toEqual([
    undefined,
    { reference: 'numbers', current: 'texts' },
    // 1 and yes are one boolean.
    undefined,
  ]);
});
