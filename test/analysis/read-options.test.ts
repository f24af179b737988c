import { expect, test } from 'vitest';
import { parseConfig, type ConfigInput } from '../../src/facts/settings.ts';
import { readOptions } from '../../src/analysis/read-options.ts';

test('each file has its options; columns are read alike in both', () => {
  const config = parseConfig({
    read: { reference: { encoding: 'windows-1252', decimal: ',' } },
    columns: { when: { readAs: '%d.%m.%y' }, ['__proto__']: { readAs: 'text' }, other: { role: 'id' } },
  });
  const columns = new Map([
    ['when', '%d.%m.%y'],
    ['__proto__', 'text'],
  ]);
  expect(readOptions(config, 'reference')).toEqual({
    encoding: 'windows-1252',
    decimal: ',',
    seed: config.seed,
    rename: new Map(),
    columns,
  });
  expect(readOptions(config, 'current')).toEqual({ seed: config.seed, rename: new Map(), columns });
});

test.each<[unknown, RegExp]>([
  [{ read: { current: { delimiter: ';;' } } }, /config\.read\.current\.delimiter: Expected one character/],
  [{ read: { current: { encoding: 'ebcdic' } } }, /config\.read\.current\.encoding/],
  [{ read: { current: { skipLines: -1 } } }, /config\.read\.current\.skipLines/],
  [{ read: { current: { sample: { method: 'random', share: 0 } } } }, /config\.read\.current\.sample\.share/],
  [{ read: { other: {} } }, /config\.read\.other/],
  [{ columns: { a: { readAs: 'date' } } }, /config\.columns\["a"\]\.readAs: Expected text, number/],
])('%j is refused with its path', (config, message) => {
  expect(() => parseConfig(config as ConfigInput)).toThrow(message);
});
