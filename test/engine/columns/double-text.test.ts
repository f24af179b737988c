import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asText } from '../../../src/engine/columns/cells.ts';
import { doubleText } from '../../../src/engine/columns/double-text.ts';
import { queryRows } from '../../../src/engine/database/database.ts';
import { nodeDatabase } from '../node-database.ts';

const powers = Array.from({ length: 40 }, (_, i) => 10 ** (i - 10));
const special = [
  0,
  -0,
  NaN,
  Infinity,
  -Infinity,
  0.1 + 0.2,
  1 / 3,
  5e-324,
  Number.MAX_VALUE,
  2 ** 53,
  1e15 - 0.5,
  1e15,
];
const near = powers.flatMap((power) => [power, -power, power * 1.5, power / 3, power - 1, 123_456_789 * power]);

test('doubles are written as the engine writes them', async () => {
  const drawn = fc.sample(fc.double(), { numRuns: 2000, seed: 11 });
  const values = [...special, ...near, ...drawn];
  const database = await nodeDatabase();
  const texts = values.map((value) => `'${value.toPrecision(17)}'`).join(', ');
  const written = await queryRows(
    database,
    `SELECT ${asText({ name: 'x', stored: 'x', type: 'DOUBLE' })} AS v FROM (SELECT unnest([${texts}])::DOUBLE AS x)`,
  );
  expect(values.map(doubleText)).toEqual(written.map(({ v }) => v));
});
