import { expect, test } from 'vitest';
import { parseConfig, type ConfigInput } from '../../src/facts/settings/settings.ts';
import { readOptions } from '../../src/analysis/read-options.ts';

test('each file has its options; columns are read alike in both', () => {
  const config = parseConfig({
    read: { reference: { encoding: 'windows-1252', decimal: ',' } },
    columns: {
      when: { readAs: '%d.%m.%y' },
      ['__proto__']: { readAs: 'text' },
      other: { role: 'id' },
      born: { readCentury: 1920 },
    },
  });
  const byColumn = { missingIn: new Map(), centuryIn: new Map([['born', 1920]]) };
  const columns = new Map([
    ['when', '%d.%m.%y'],
    ['__proto__', 'text'],
  ]);
  expect(readOptions(config, 'reference')).toEqual({
    encoding: 'windows-1252',
    decimal: ',',
    seed: config.seed,
    rename: new Map(),
    ...byColumn,
    columns,
  });
  expect(readOptions(config, 'current')).toEqual({
    seed: config.seed,
    rename: new Map(),
    ...byColumn,
    columns,
  });
});

test('delimiters of several signs, none, and blanks; lines around the table; which table', () => {
  const read = { headerLines: 2, skipLast: 3, table: 2, widths: [4, 8], centuryStart: 1930 };
  for (const delimiter of ['||', '', 'blanks'])
    expect(parseConfig({ read: { current: { ...read, delimiter } } }).read.current).toEqual({ ...read, delimiter });
});

test.each<[unknown, object]>([
  [{ read: { current: { table: 0 } } }, { path: 'config.read.current.table', expected: '>=1' }],
  [{ read: { current: { widths: [] } } }, { path: 'config.read.current.widths', expected: '>=1' }],
  [{ read: { current: { skipLast: 1.5 } } }, { problem: 'whole-number', path: 'config.read.current.skipLast' }],
  [{ read: { current: { delimiter: ';"' } } }, { path: 'config.read.current.delimiter', rule: 'a-delimiter' }],
  [{ read: { current: { encoding: 'ebcdic' } } }, { path: 'config.read.current.encoding', received: '"ebcdic"' }],
  [{ read: { current: { skipLines: -1 } } }, { path: 'config.read.current.skipLines', expected: '>=0' }],
  [
    { read: { current: { sample: { method: 'random', share: 0 } } } },
    { path: 'config.read.current.sample.share', expected: '>0' },
  ],
  [{ read: { other: {} } }, { problem: 'unknown-setting', path: 'config.read.other' }],
  [{ columns: { a: { readCentury: 70 } } }, { path: 'config.columns["a"].readCentury', expected: '>=1000' }],
  [{ columns: { a: { readAs: 'date' } } }, { path: 'config.columns["a"].readAs', rule: 'a-column-reading' }],
])('%j is refused with its path', (config, problem) => {
  const values = expect.objectContaining(problem) as unknown;
  expect(() => parseConfig(config as ConfigInput)).toThrow(expect.objectContaining({ code: 'config', values }));
});
