import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { attempt, debian, openFolder, run, Started, until } from './machine.ts';

const started = new Started();
afterAll(() => started.end());

const handbook = readFileSync('docs/scheduling.md', 'utf8');
const programs = join(inject('installed'), 'node_modules', '.bin');
const folder = openFolder('schedule');
const crontabs = join(folder, 'crontabs');
const units = join(folder, 'units');
/** What cron gives its jobs, and Node beside it. */
const path = [programs, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);

/** The handbook's places, moved into the test's folder. */
const PLACES = {
  '/data/reference.parquet': 'reference.csv',
  '/data/today.csv': 'today.csv',
  '/etc/plumbline/plumbline.yaml': 'plumbline.yaml',
  '/srv/reports': 'reports',
  '/var/lib/node_exporter/textfile': 'textfile',
};

/** A block of the handbook that starts with something, as it is but for its places. */
function documented(start: string): string {
  const [, block = ''] = handbook.split(/```\w*\n/).flatMap((part) => (part.startsWith(start) ? ['', part] : []));
  if (block === '') throw new Error(`The handbook has no block that starts with ${start}`);
  return Object.entries(PLACES).reduce((text, [there, here]) => text.replaceAll(there, join(folder, here)), block);
}

/** The line of the crontab, without its minute and hour. */
const job = documented('15 6 * * * ').trim().replace('15 6 * * * ', '');
const service = documented('[Unit]\nDescription=Plumbline report on').replaceAll(
  '/usr/bin/plumbline',
  `${programs}/plumbline`,
);
const timer = documented('[Unit]\nDescription=Plumbline report every');

/** What the days hold, by what the command ends with: data that changed, none, and some that moved without proof. */
const DAYS: Record<number, () => void> = {
  0: () => copyFileSync(join(folder, 'reference.csv'), join(folder, 'today.csv')),
  1: () => {
    const text = readFileSync(join(folder, 'reference.csv'), 'utf8');
    writeFileSync(join(folder, 'today.csv'), text.replaceAll('Light_Load', 'Other_Load'));
  },
  2: () => undefined,
  3: () => place('current', 'today.csv'),
};

/** The sample without its model. */
function place(side: string, name: string): void {
  const [head = '', ...rows] = readFileSync(`public/sample/steel_${side}.csv`, 'utf8').trim().split('\n');
  const model = new Set(['target', 'prediction'].map((column) => head.split(',').indexOf(column)));
  const lines = [head, ...rows].map((row) => row.split(',').filter((_, at) => !model.has(at)));
  writeFileSync(join(folder, name), lines.map((cells) => `${cells.join(',')}\n`).join(''));
}

beforeAll(async () => {
  await debian('cron', 'systemd', 'util-linux');
  for (const name of ['reports', 'textfile', 'crontabs', 'units']) mkdirSync(join(folder, name));
  place('reference', 'reference.csv');
  writeFileSync(join(folder, 'plumbline.yaml'), 'name: Line 3\n');
});

beforeEach(() => {
  rmSync(join(folder, 'today.csv'), { force: true });
});

test('systemd takes the units as they are', async () => {
  writeFileSync(join(units, 'plumbline.service'), service);
  writeFileSync(join(units, 'plumbline.timer'), timer);
  const paths = ['service', 'timer'].map((kind) => join(units, `plumbline.${kind}`));
  expect(await attempt('systemd-analyze', ['verify', ...paths])).toEqual({ code: 0, stdout: '', stderr: '' });
  const at = /^OnCalendar=(.+)$/m.exec(timer)?.[1] ?? '';
  expect(await run('systemd-analyze', ['calendar', '--base-time=2026-03-01 00:00:00', at])).toContain(
    '2026-03-01 06:15:00',
  );
  writeFileSync(join(units, 'plumbline.service'), service.replace('oneshot', 'twice'));
  expect((await attempt('systemd-analyze', ['verify', ...paths])).stderr).toContain('twice');
});

test.each([0, 1, 2, 3])('the command of the unit ends with %i as documented', async (code) => {
  const command = /^ExecStart=(.+)$/m.exec(service)?.[1]?.split(' ') ?? [];
  const successes = /^SuccessExitStatus=(.+)$/m.exec(service)?.[1]?.split(' ').map(Number);
  expect(successes).toEqual([1, 3]);
  DAYS[code]?.();
  const [program = '', ...args] = command;
  const ended = await attempt(program, args, { cwd: folder, env: { PATH: path } });
  expect(ended, ended.stderr).toMatchObject({ code });
  const text = readFileSync(join(folder, 'textfile/plumbline.prom'), 'utf8');
  expect(text).toContain(`plumbline_last_run_success{report="Line 3"} ${code === 2 ? '0' : '1'}\n`);
});

test.each([
  [1, 0],
  [2, 1],
])('of the line of the crontab only a run without a report fails: %i becomes %i', async (day, code) => {
  DAYS[day]?.();
  expect(await attempt('/bin/sh', ['-c', job], { cwd: folder, env: { PATH: path } })).toMatchObject({ code });
});

/* In a mount namespace of its own cron sees the test's crontab alone, and the machine's stay as they are. */
test('cron runs the line', async () => {
  DAYS[0]?.();
  rmSync(join(folder, 'reports'), { recursive: true });
  mkdirSync(join(folder, 'reports'));
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(crontabs, 'root'), `PATH=${path}\n* * * * * ${job}\n`, { mode: 0o600 });
  const places = { crontabs: '/var/spool/cron/crontabs', none: '/etc/cron.d', empty: '/etc/crontab' };
  const mounts = Object.entries(places).map(([name, there]) => `mount --bind ${join(folder, name)} ${there}`);
  const cron = ['sh', '-c', `${mounts.join(' && ')} && exec cron -f`];
  const { said } = started.start('unshare', ['--mount', '--propagation', 'private', ...cron]);
  const report = join(folder, 'reports/today.html');
  await until('a report', () => (existsSync(report) ? Promise.resolve(true) : Promise.reject(new Error(said()))));
  expect(readFileSync(report, 'utf8')).toContain('The two files hold the same values');
  expect(readFileSync('/etc/crontab', 'utf8')).not.toBe('');
});
