import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readOpenMetrics } from '../report/openmetrics-text.ts';
import { attempt, openFolder, Started, until } from './machine.ts';
import { Zabbix } from './zabbix-server.ts';

interface Item {
  key_: string;
  lastvalue: string;
  lastclock: string;
  error: string;
}

/** A name that a careless template would break on. */
const HOSTILE = 'say "\\ah"';

/** As Zabbix writes it into the key of an item. */
const HOSTILE_KEY = `"${HOSTILE.replaceAll('"', '\\"')}"`;

const started = new Started();
afterAll(() => started.end());

const folder = openFolder('zabbix-report');
const site = createServer(({ url = '' }, response) => {
  const path = join(folder, url);
  if (existsSync(path)) response.end(readFileSync(path));
  else response.writeHead(404).end();
});
afterAll(() => {
  site.close();
  site.closeAllConnections();
});

let zabbix: Zabbix;

/** The sample's files, one column of it renamed, and another changed in the current one. */
function sample(): string[] {
  return ['reference', 'current'].flatMap((side) => {
    const path = join(folder, `${side}.csv`);
    const text = readFileSync(`public/sample/steel_${side}.csv`, 'utf8');
    const named = text.replace('CO2.tCO2.', JSON.stringify(HOSTILE).replaceAll('\\"', '""').replaceAll('\\\\', '\\'));
    writeFileSync(path, side === 'current' ? named.replaceAll('Light_Load', 'Other_Load') : named);
    return [`--${side}`, path];
  });
}

const report = (name: string, ...given: string[]) =>
  attempt(join(inject('installed'), 'node_modules', '.bin', 'plumbline'), [
    ...['report', ...given, '--formats', 'prom', '--openmetrics', join(folder, `${name}.prom`)],
  ]);
const full = [...sample(), '--config', resolve('public/sample/plumbline.json')];

/** A host with the template, as the handbook says; its id. */
async function addHost(name: string): Promise<string> {
  const address = site.address();
  if (typeof address !== 'object' || address === null) throw new Error('The reports are not served.');
  const [group, template] = await Promise.all([
    zabbix.call<{ groupid: string }[]>('hostgroup.get', { filter: { name: 'Discovered hosts' } }),
    zabbix.call<{ templateid: string }[]>('template.get', { filter: { host: 'Plumbline by HTTP' } }),
  ]);
  const url = `http://127.0.0.1:${String(address.port)}/${name}.prom`;
  const macros = Object.entries({ URL: url, INTERVAL: '2s', UNREAD: '30s', AGE: '1h' });
  const { hostids } = await zabbix.call<{ hostids: string[] }>('host.create', {
    ...{ host: name, groups: group, templates: template },
    macros: macros.map(([macro, value]) => ({ macro: `{$PLUMBLINE.${macro}}`, value })),
  });
  return hostids[0] ?? '';
}

/** How old the last run may be. */
async function setAge(hostids: string, value: string): Promise<void> {
  const macros = await zabbix.call<{ hostmacroid: string; macro: string }[]>('usermacro.get', { hostids });
  const hostmacroid = macros.find(({ macro }) => macro === '{$PLUMBLINE.AGE}')?.hostmacroid;
  await zabbix.call('usermacro.update', { hostmacroid, value });
}

/** The last value of each item that has one. */
async function values(hostids: string): Promise<Record<string, number>> {
  const items = await zabbix.call<Item[]>('item.get', { hostids, output: ['key_', 'lastvalue', 'lastclock', 'error'] });
  const broken = items.filter(({ error }) => error !== '').map(({ key_, error }) => `${key_}: ${error}`);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const heard = items.filter(({ lastclock }) => lastclock !== '0');
  return Object.fromEntries(heard.map(({ key_, lastvalue }) => [key_, Number(lastvalue)]));
}

const problems = async (hostids: string): Promise<string[]> =>
  (await zabbix.call<{ name: string }[]>('problem.get', { hostids }))
    .map(({ name }) => name.replace('Plumbline: ', ''))
    .sort();

const untilProblems = (host: string, wanted: readonly string[]): Promise<true> =>
  until('problems', async () => {
    const found = await problems(host);
    if (JSON.stringify(found) === JSON.stringify([...wanted].sort())) return true;
    throw new Error(`There are ${found.join('; ')}`);
  });

beforeAll(async () => {
  zabbix = await Zabbix.start(started);
  const both = { createMissing: true, updateExisting: true };
  const parts = ['templates', 'items', 'discoveryRules', 'triggers', 'valueMaps'];
  await zabbix.call('configuration.import', {
    format: 'yaml',
    source: readFileSync('public/zabbix-template.yaml', 'utf8'),
    rules: {
      ...Object.fromEntries(parts.map((name): [string, typeof both] => [name, both])),
      groups: { createMissing: true },
    },
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
});

const worse = ['the data have changed', 'the model got worse', 'Load_Type has changed'];

test('a whole report above 64 KB is read, its columns, measures and conditions found, and what is wrong told', async () => {
  expect((await report('whole', ...full)).code).toBe(1);
  const text = readFileSync(join(folder, 'whole.prom'), 'utf8');
  expect(text.length).toBeGreaterThan(2 * 65_536);
  const host = await addHost('whole');
  await untilProblems(host, worse);
  const stated = readOpenMetrics(text);
  const series = (family: string, labels: Record<string, string> = {}) =>
    stated
      .get(family)
      ?.samples.find((one) => Object.entries(labels).every(([name, value]) => one.labels[name] === value))?.value;
  const current = { file: 'current' };
  const wanted = {
    'plumbline.run.success': 1,
    'plumbline.run.time': series('plumbline_last_run_timestamp_seconds'),
    'plumbline.exit_code': 1,
    'plumbline.outcome[changed]': 1,
    'plumbline.rows': series('plumbline_rows', current),
    'plumbline.model[plumbline_mae]': series('plumbline_mae', current),
    'plumbline.condition["Nothing is missing"]': 1,
    'plumbline.column.changed["Load_Type"]': 1,
    [`plumbline.column.changed[${HOSTILE_KEY}]`]: 0,
    [`plumbline.column.effect[${HOSTILE_KEY}]`]: series('plumbline_drift_effect', { column: HOSTILE }),
  };
  expect(Object.values(wanted)).not.toContain(undefined);
  await until('values', async () => {
    const found = await values(host);
    const lacking = Object.entries(wanted).filter(([key, value]) => found[key] !== value);
    if (lacking.length === 0) return true;
    throw new Error(lacking.map(([key, value]) => `${key}: ${String(found[key])}, not ${String(value)}`).join('\n'));
  });
});

test('runs that stop are seen, and runs that go on again', async () => {
  expect((await report('stops', ...full, '--metrics', 'summary')).code).toBe(1);
  const host = await addHost('stops');
  await untilProblems(host, worse.slice(0, 2));
  await setAge(host, '5s');
  await untilProblems(host, [...worse.slice(0, 2), 'the runs have stopped']);
  await setAge(host, '1h');
  await untilProblems(host, worse.slice(0, 2));
});

test('a run that made no report is told from a text that cannot be read', async () => {
  expect((await report('late', '--current', join(folder, 'not-come.csv'))).code).toBe(2);
  const host = await addHost('late');
  await untilProblems(host, ['the last run made no report']);
  expect(Object.keys(await values(host)).sort()).toEqual(['plumbline.run.success', 'plumbline.run.time']);
  rmSync(join(folder, 'late.prom'));
  await untilProblems(host, ['the last run made no report', 'the report cannot be read']);
});
