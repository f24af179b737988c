import { expect, test } from 'vitest';
import { readOptions } from '../../tools/command/report-options.ts';

test('options are read, written in either way', () => {
  const read = readOptions(['--current', 'a.csv', '--current=b.csv', '--lang=xx', '--formats', 'csv, prom', '--out=x']);
  expect(read).toMatchObject({ current: ['a.csv', 'b.csv'], reference: [], language: 'xx', timeoutMs: 3_600_000 });
  expect(Object.keys(read?.paths ?? {})).toEqual(['csv', 'prom']);
  expect(readOptions(['--help'])).toBe(null);
});

test.each([
  [['--curent', 'a.csv'], '--curent: there is no such option; did you mean --current?'],
  [['--current', 'a.csv', '--__proto__', '1'], '--__proto__: there is no such option.'],
  [['-c', 'a.csv'], '-c: there is no such option.'],
  [['a.csv'], 'a.csv: a file is given with --reference or --current.'],
  [['--current'], '--current: its value is missing.'],
  [['--current', '--reference', 'a.csv'], '--current: its value is missing.'],
  [['--current', 'a.csv', '--help=yes'], '--help takes no value.'],
  [['--current', 'a.csv', '--timeout', '0'], '--timeout 0: expected a number of minutes.'],
  [['--reference', 'a.csv'], '--current is missing: which file is to be looked at?'],
  [['--current', 'a.csv', '--lang', 'tlh'], '--lang tlh: expected en, xx.'],
  [['--current', 'a.csv', '--formats', 'html,pdf'], '--formats pdf: expected html, json, prom, csv, parquet.'],
])('%j is refused', (argv, why) => {
  expect(() => readOptions(argv)).toThrow(why);
});

test('a value that looks like an option can be given with an equals sign', () => {
  expect(readOptions(['--current=--a.csv'])?.current).toEqual(['--a.csv']);
});
