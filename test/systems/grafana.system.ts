import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from './machine.ts';
import { python } from './python.ts';

/* Grafana itself comes neither from Debian nor from a package registry: its makers' SDK, which is made from Grafana's schemas, reads the dashboard in its place. */

let programs = '';

beforeAll(async () => {
  programs = await python('grafana');
});

const dashboard = readFileSync('public/grafana-dashboard.json', 'utf8');
const unknown = async (input: string): Promise<unknown> =>
  JSON.parse(await run(join(programs, 'python'), [resolve('test/systems/grafana.py')], { input }));

test('Grafana’s schemas know every part of the dashboard', async () => {
  expect(await unknown(dashboard)).toEqual([]);
});

test.each(['gridPos', 'expr', 'reduceOptions', 'colorMode'])('a misspelt %s would be seen', async (name) => {
  const misspelt = dashboard.replace(`"${name}"`, `"${name}s"`);
  expect(misspelt).not.toBe(dashboard);
  expect(await unknown(misspelt)).toEqual([expect.stringMatching(new RegExp(`\\.${name}s$`))]);
});
