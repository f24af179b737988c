import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { attempt, debian, freePort, openFolder, run, Started, until } from './machine.ts';

/* Grafana comes neither from Debian nor from a package registry: every question of the dashboard is put to a real Prometheus in its place. */

interface Sample {
  metric: Record<string, string>;
  value: [number, string];
}

interface Panel {
  title: string;
  targets?: { expr: string }[];
}

const started = new Started();
afterAll(() => started.end());

const folder = openFolder('prometheus');
const collected = join(folder, 'collector');
const program = join(inject('installed'), 'node_modules', '.bin', 'plumbline');
const handbook = readFileSync('docs/integrations.md', 'utf8');
const rules = /```yaml\n(groups:\n[^`]*)```/.exec(handbook)?.[1] ?? '';
const steel = ['reference', 'current'].flatMap((side) => [`--${side}`, resolve(`public/sample/steel_${side}.csv`)]);
const loads = ['reference', 'current'].flatMap((side) => [
  `--${side}`,
  resolve('e2e/fixtures/steel_load_reference.csv'),
]);

let address = '';

const api = async <T>(path: string): Promise<T> => {
  const response = await fetch(`${address}/api/v1/${path}`);
  const body = (await response.json()) as { status: string; data: T; error?: string };
  if (body.status !== 'success') throw new Error(body.error);
  return body.data;
};
const ask = async (expression: string): Promise<Sample[]> =>
  (await api<{ result: Sample[] }>(`query?query=${encodeURIComponent(expression)}`)).result;

/** The reports of three schedules: a model of numbers, one of several classes, and a file that has not come. */
beforeAll(async () => {
  await debian('prometheus', 'prometheus-node-exporter');
  mkdirSync(collected);
  const into = (name: string) => ['--formats', 'prom', '--openmetrics', join(collected, `${name}.prom`)];
  await attempt(program, ['report', ...steel, '--config', resolve('public/sample/plumbline.json'), ...into('steel')]);
  const strict = join(folder, 'strict.yaml');
  writeFileSync(strict, 'conditions: [{ metric: rows, min: 1000000 }]');
  await attempt(program, ['report', ...loads, '--config', strict, '--metrics', 'columns', ...into('loads')]);
  await attempt(program, ['report', '--current', join(folder, 'not-come.csv'), ...into('late')]);
  const [port, exporter] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'rules.yml'), rules);
  const configuration = `
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: [rules.yml]
scrape_configs:
  - job_name: node
    static_configs: [{ targets: ['127.0.0.1:${String(exporter)}'] }]\n`;
  writeFileSync(join(folder, 'prometheus.yml'), configuration);
  address = `http://127.0.0.1:${String(port)}`;
  started.start('prometheus-node-exporter', [
    ...['--collector.disable-defaults', '--collector.textfile', `--collector.textfile.directory=${collected}`],
    `--web.listen-address=127.0.0.1:${String(exporter)}`,
  ]);
  started.start('prometheus', [
    ...[`--config.file=${folder}/prometheus.yml`, `--storage.tsdb.path=${folder}/data`],
    `--web.listen-address=127.0.0.1:${String(port)}`,
  ]);
  await until('the first samples', async () => (await ask('plumbline_last_run_success')).length === 3);
});

test('promtool takes every series of a whole report, and the handbook’s rules', async () => {
  for (const name of ['steel', 'loads', 'late']) {
    const input = readFileSync(join(collected, `${name}.prom`), 'utf8');
    expect(await attempt('promtool', ['check', 'metrics'], { input }), name).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  }
  expect(await run('promtool', ['check', 'rules', join(folder, 'rules.yml')])).toContain('SUCCESS');
});

test('reports are told apart by name, given or not, and a run that made none is seen', async () => {
  const success = await ask('plumbline_last_run_success');
  const byReport = Object.fromEntries(
    success.map(({ metric, value }): [string, string] => [metric['report'] ?? '', value[1]]),
  );
  expect(byReport).toEqual({ 'Steel plant, energy': '1', loads: '1', late: '0' });
  expect(await ask('node_textfile_scrape_error')).toMatchObject([{ metric: { job: 'node' } }]);
  expect(await ask('node_textfile_scrape_error > 0')).toEqual([]);
  expect((await ask('plumbline_cannot_say{about="model"}')).length).toBeGreaterThan(0);
});

test('every question of the dashboard is understood, and those about reports have an answer', async () => {
  const { panels } = JSON.parse(readFileSync('public/grafana-dashboard.json', 'utf8')) as { panels: Panel[] };
  const asked = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));
  expect(asked.length).toBeGreaterThan(18);
  const answers = await Promise.all(
    asked.map(async ({ title, expr }) => ({
      title,
      series: (await ask(expr.replaceAll('$report', '.*'))).length,
    })),
  );
  // F1 without a class and ROC AUC are of models of two classes.
  const unanswered = answers.filter(({ series }) => series === 0).map(({ title }) => title);
  expect(unanswered.filter((title) => !title.startsWith('Model: F1, ROC AUC'))).toEqual([]);
  const classes = answers.filter(({ title }) => title.includes('each class'));
  expect(Math.max(...classes.map(({ series }) => series))).toBeGreaterThan(2);
});

test('the alerts fire: a worse model, a run that failed, a report that is absent', async () => {
  const firing = async (): Promise<string[]> => {
    const { alerts } = await api<{ alerts: { labels: Record<string, string>; state: string }[] }>('alerts');
    return alerts.map(({ labels }) => `${labels['alertname'] ?? ''} ${labels['report'] ?? ''}`.trim());
  };
  const wanted = ['RunFailed late', 'ModelWorse Steel plant, energy', 'ConditionNotMet loads', 'ReportMissing Line 3'];
  const found = await until('alerts', async () => {
    const names = await firing();
    if (wanted.every((name) => names.includes(name))) return names;
    throw new Error(`There are ${names.join(', ')}`);
  });
  expect(found).not.toContain('DataChanged loads');
  expect(found).not.toContain('ReportMissing Steel plant, energy');
  const known = (parse(rules) as { groups: { rules: { alert: string }[] }[] }).groups.flatMap((group) =>
    group.rules.map(({ alert }) => alert),
  );
  expect(known).toEqual(expect.arrayContaining(['ReportMissing', 'ReportTooOld', 'CannotSay']));
});
