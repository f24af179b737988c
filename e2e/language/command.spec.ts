import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sentencesOf } from './placed-texts.ts';
import { dataOf, Ledger } from './unmarked.ts';

/*
 * What the package's command prints, in the pseudo-language: every word that is none of the command line's own is marked.
 */
test.slow();

const loads = ['e2e/fixtures/steel_load_reference.csv', 'e2e/fixtures/steel_load_current.csv'] as const;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
const at = (name: string): string => join(folder, name);
const pair = ['--reference', loads[0], '--current', loads[1]];

/** Notes all that a command prints, line by line; what is marked over several lines is one text. */
function note(ledger: Ledger, state: string, printed: string): void {
  expect(printed.trim(), state).not.toBe('');
  ledger.note(state, [{ place: 'printed', text: printed }]);
}

/** A run that finds no file says so in its metrics: where `--out` says, else here. */
function run(ledger: Ledger, state: string, ...argv: string[]): void {
  const { stdout, stderr } = spawnSync(process.execPath, ['lib/command.js', ...argv, '--lang', 'xx'], {
    encoding: 'utf8',
  });
  note(ledger, state, stdout + stderr);
}

test('what it says of itself and of a wrong command line', () => {
  const ledger = new Ledger();
  run(ledger, 'help', '--help');
  run(ledger, 'help of a report', 'report', '--help');
  run(ledger, 'no such command', 'reprot');
  run(ledger, 'no such option', 'report', '--curent', 'a.csv');
  run(ledger, 'a file without its option', 'report', 'a.csv');
  run(ledger, 'nothing to look at', 'report');
  run(ledger, 'no value', 'report', '--out', '--current', 'a.csv');
  run(ledger, 'no minutes', 'report', '--current', 'a.csv', '--timeout', 'soon');
  run(ledger, 'no such format', 'report', '--current', 'a.csv', '--formats', 'pdf');
  run(ledger, 'no such cause', 'report', '--current', 'a.csv', '--fail-on', 'all');
  run(ledger, 'no such file', 'report', '--current', at('nowhere.csv'), '--out', at('none'));
  run(ledger, 'an empty folder', 'report', '--current', mkdtempSync(at('empty-')), '--out', at('none'));
  run(ledger, 'a place that is a folder', 'report', ...pair, '--openmetrics', folder);
  run(ledger, 'a place below a file', 'report', ...pair, '--out', join(loads[0], 'report'));
  expect(ledger.text).toBe('');
});

test('what it says of a run that ends badly', () => {
  const ledger = new Ledger([...dataOf('e2e/fixtures/really_a_png.csv'), ...loads.flatMap(dataOf)]);
  run(ledger, 'no table', 'report', '--current', 'e2e/fixtures/really_a_png.csv', '--out', at('none'));
  run(ledger, 'too late', 'report', ...pair, '--timeout', '0.0001', '--out', at('none'));
  writeFileSync(at('wrong.json'), '{ "alfa": 1 }');
  ledger.expect(loads.flatMap(dataOf), ['wrong.json', 'alfa', 'alpha']);
  run(ledger, 'no setting', 'report', ...pair, '--config', at('wrong.json'), '--out', at('none'));
  expect(ledger.text).toBe('');
});

test('what it says of a report, and the document and metrics that it writes', () => {
  const ledger = new Ledger();
  ledger.expect(loads.flatMap(dataOf), ['nowhere', 'rows', 'columns_tested', 'rows_duplicated']);
  writeFileSync(
    at('set-up.json'),
    JSON.stringify({
      columns: { nowhere: { minimumEffect: 1 } },
      conditions: [
        { metric: 'rows', min: 1e6 },
        { metric: 'columns_tested', max: 99 },
      ],
    }),
  );
  run(ledger, 'a report', 'report', ...pair, '--config', at('set-up.json'), '--out', at('report'));
  const filter = JSON.stringify([{ column: 'WeekStatus', test: 'equals', value: 'Weekend' }]);
  run(ledger, 'a report of some rows', 'report', ...pair, '--filter', filter, '--formats', 'json', '--out', at('some'));
  ledger.note('the document of some rows', sentencesOf(JSON.parse(readFileSync(at('some.json'), 'utf8'))));
  ledger.note('its document', sentencesOf(JSON.parse(readFileSync(at('report.json'), 'utf8'))));
  const helps = readFileSync(at('report.prom'), 'utf8').matchAll(/^# HELP \S+ (.*)$/gm);
  const texts = [...helps].map(([place, text = '']) => ({ place, text }));
  expect(texts.length).toBeGreaterThan(20);
  ledger.note('its metrics', texts);
  expect(ledger.text).toBe('');
});

test('what it says while it serves, and when it is stopped', async () => {
  const ledger = new Ledger();
  const served = spawn(process.execPath, ['lib/command.js', 'serve', '--lang', 'xx'], {
    env: { ...process.env, PORT: '0', CI: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [greeting] = (await once(served.stdout, 'data')) as [Buffer];
  served.kill();
  note(ledger, 'served', String(greeting).replace(/http:\S+/, ''));
  const stopped = spawn(process.execPath, ['lib/command.js', 'report', ...pair, '--lang', 'xx', '--out', at('none')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  stopped.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  await expect.poll(() => said, { timeout: 120_000 }).toMatch(/…/);
  stopped.kill('SIGTERM');
  await once(stopped, 'close');
  expect(said).toContain('SIGTERM');
  note(ledger, 'stopped', said);
  expect(ledger.text).toBe('');
});
