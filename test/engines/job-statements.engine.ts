import { join, resolve } from 'node:path';
import { expect, inject, test } from 'vitest';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import type { SummaryRequest } from '../../src/warehouse/request.ts';
import { readFileSync } from 'node:fs';
import { run } from '../systems/machine.ts';
import { classesRequest, regressionRequest } from './requests.ts';

/** Numbers that languages spell in different ways. */
const EDGES = [-1e300, -123456.789, -1e-7, 0, 5e-324, 0.1, 1 / 3, 1e20, 1e21, 1.5e200];
const TELLING = ["it's \\ `a`", 'a\nb\r', '${x} %s {0}', '温度 🌡'];

async function statementsOfJob(request: SummaryRequest): Promise<[same: string[], wanted: string[]]> {
  const named = <Value>(types: readonly string[], value: Value) =>
    request.columns.filter(({ type }) => types.includes(type)).map(({ name }): [string, Value] => [name, value]);
  const [edges, telling] = [named(['number', 'time'], EDGES), named(['category', 'boolean'], TELLING)];
  const input = JSON.stringify({ request, edges, telling });
  const program = join(inject('python'), 'python');
  const said = await run(program, [resolve('test/engines/job-statements.py'), resolve('public')], { input });
  const frozen = { edges: new Map(edges), telling: new Map(telling) };
  return [JSON.parse(said) as string[], [edgesStatement(request, 'spark'), countsStatement(request, frozen, 'spark')]];
}

test.each([
  { name: 'every type, hostile names, a model of classes', request: classesRequest('spark') },
  { name: 'a regression without time', request: regressionRequest('spark') },
  {
    name: 'texts alone',
    request: {
      ...regressionRequest('spark'),
      columns: [{ name: 'note', type: 'text' as const, role: 'feature' as const, declared: 'string' }],
    },
  },
])('the Spark job makes the same statements: $name', async ({ request }) => {
  const [made, wanted] = await statementsOfJob(request);
  expect(made).toEqual(wanted);
});

test('the Spark job sets the session up in the same way', () => {
  const job = readFileSync('public/plumbline_summary.py', 'utf8');
  const set = [...job.matchAll(/^ {4}"(spark\.[\w.]+)": "(\w+)",$/gm)].map(
    ([, name, value]) => `SET ${String(name)} = ${String(value)}`,
  );
  expect(set).toEqual(DIALECTS.spark.beforehand);
});
