import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, inject, test } from 'vitest';
import { parseReport } from '../../src/report/parse.ts';
import { readOpenMetrics } from '../report/openmetrics-text.ts';
import { attempt, freePort, openFolder, run, Started, until } from './machine.ts';

const MOST_BYTES = 40_000_000;

const installed = inject('installed');
const started = new Started();
afterAll(() => started.end());

const program = join(installed, 'node_modules', '.bin', 'plumbline');
const loads = resolve('e2e/fixtures/steel_load_reference.csv');

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

test('the package with all that it brings takes less than 40 MB', () => {
  expect(bytesIn(installed)).toBeLessThan(MOST_BYTES);
  expect(readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    ...['playwright-core', 'plumbline', 'valibot'],
  ]);
});

test('plumbline report writes where it was called, and ends as documented', async () => {
  const folder = openFolder('command');
  const given = ['--reference', loads, '--current', loads, '--out', 'made/today'];
  const { code, stdout } = await attempt(program, ['report', ...given], { cwd: folder });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^The two files hold the same values/)]);
  expect(readdirSync(join(folder, 'made')).sort()).toEqual(['today.html', 'today.json', 'today.prom']);
  expect(parseReport(readFileSync(join(folder, 'made/today.json'), 'utf8')).columns).toHaveLength(14);
  expect(readFileSync(join(folder, 'made/today.html'), 'utf8')).toContain('The two files hold the same values');
  expect(readOpenMetrics(readFileSync(join(folder, 'made/today.prom'), 'utf8')).size).toBeGreaterThan(50);
  expect(await attempt(program, ['report', '--current', 'nowhere.csv'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nowhere.csv: there is no such file') as string,
  });
  expect(await attempt(program, ['reprot'])).toMatchObject({ code: 2 });
});

test('plumbline serve gives the whole app, the packed files unpacked', async () => {
  const port = await freePort();
  const { said } = started.start(program, ['serve'], { env: { PORT: String(port), CI: '1' } });
  const address = await until('the address', () => Promise.resolve(/http:\S+/.exec(said())?.[0]));
  expect(address).toBe(`http://127.0.0.1:${String(port)}/`);
  expect(await (await fetch(address)).text()).toContain('<title>Plumbline');
  const site = join(installed, 'node_modules/plumbline/dist');
  const wasm = readdirSync(join(site, 'assets')).filter((name) => name.endsWith('.wasm.br'));
  expect(wasm.length).toBeGreaterThan(1);
  for (const name of wasm) {
    const response = await fetch(`${address}assets/${name.replace(/\.br$/, '')}`);
    expect(response.headers.get('content-type')).toBe('application/wasm');
    expect(WebAssembly.validate(await response.arrayBuffer())).toBe(true);
  }
  expect((await fetch(`${address}..%2f..%2fpackage.json`)).status).toBe(404);
});

test('statistics and metrics are imported in Node, with their types', async () => {
  const code = `
    import { readFileSync } from 'node:fs';
    import { ecdf, kolmogorovSmirnov, psi, type Ecdf } from 'plumbline/statistics';
    import { metricsCsv, metricsOf, openMetrics, parseReport, type Metric } from 'plumbline/metrics';
    const side = (values: number[]): Ecdf => ecdf(Float64Array.from(values));
    const pValue: number = kolmogorovSmirnov(side([1, 2, 3]), side([4, 5, 6])).pValue;
    const report = parseReport(readFileSync(process.argv[2] ?? '', 'utf8'));
    const rows: Metric[] = metricsOf(report);
    const name: string | undefined = report.columns[0]?.name;
    const text: string = metricsCsv(rows) + openMetrics(report) + String(psi.length);
    console.log(JSON.stringify([pValue, rows.length > 100, text.includes(name ?? '?')]));`;
  const wrong = code.replace('const pValue: number', 'const pValue: string');
  const options = {
    module: 'nodenext',
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    types: ['node'],
  };
  const compile = async (source: string) => {
    const folder = openFolder('typed');
    symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'use.ts'), source);
    const compilerOptions = { ...options, typeRoots: [resolve('node_modules/@types')] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const done = await attempt(process.execPath, [resolve('node_modules/@typescript/native/bin/tsc')], { cwd: folder });
    return { ...done, folder };
  };
  const [good, bad] = await Promise.all([code, wrong].map(compile));
  expect(good).toMatchObject({ code: 0, stdout: '' });
  expect(bad?.stdout).toMatch(/error TS2322: Type 'number' is not assignable to type 'string'/);
  const folder = good?.folder ?? '';
  writeFileSync(join(folder, 'report.json'), gunzipSync(readFileSync('test/charts/fixtures/steel-report.json.gz')));
  const said = await run(process.execPath, ['use.js', 'report.json'], { cwd: folder });
  expect(JSON.parse(said)).toEqual([expect.closeTo(0.1, 12), true, true]);
});

test('a built tree needs no development packages: npm ci --omit=dev && npm run report', async () => {
  const folder = openFolder('tree');
  for (const name of ['package.json', 'package-lock.json', 'lib', 'dist']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  await run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const given = ['--current', loads, '--formats', 'prom', '--out', 'single'];
  await run('npm', ['run', '--silent', '--prefix', folder, 'report', '--', ...given], { cwd: elsewhere });
  expect(readdirSync(elsewhere)).toEqual(['single.prom']);
});
