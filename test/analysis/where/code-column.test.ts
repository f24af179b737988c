import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeColumn } from '../../../src/analysis/where/code-column.ts';
import { CodedColumns, columnsToCode } from '../../../src/analysis/where/coded-columns.ts';
import { inferSchema } from '../../../src/analysis/infer/schema.ts';
import { profileColumns } from '../../../src/engine/columns/profile.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { openTables } from '../../engine/open-tables.ts';

test('each row has the place of its level, whatever the hashes are', () => {
  const hash = fc.oneof(fc.maxSafeNat(), fc.nat(300), fc.constant(NaN));
  const columns = fc.tuple(fc.array(hash, { maxLength: 12 }), fc.array(hash, { maxLength: 60 }));
  fc.assert(
    fc.property(columns, ([known, others]) => {
      const levels = known.map((value, i) => ({ name: String(i), hash: value, rows: 1 }));
      const values = Float64Array.from([...others, ...known]);
      const [coded] = codeColumn({ name: 'c', kind: 'category', levels }, { current: values }, {});
      const placeOf = (value: number): number => {
        const place = known.indexOf(value);
        if (Number.isNaN(value)) return known.length + 1;
        return place === -1 ? known.length : place;
      };
      expect([...(coded?.codes.current ?? [])]).toEqual([...values].map(placeOf));
    }),
  );
});

test('numbers beyond all edges, infinite or missing have a bin', () => {
  const reference = Float64Array.from({ length: 1000 }, (_, i) => i);
  const current = Float64Array.of(-1e300, 1e300, NaN, Infinity, -Infinity, 99, 99.5);
  const [coded] = codeColumn({ name: 'x', kind: 'number' }, { reference, current }, {});
  expect([...(coded?.codes.current ?? [])]).toEqual([0, 9, 10, 10, 10, 0, 1]);
});

const table = [
  'time,x,z,c',
  ...Array.from(
    { length: 400 },
    (_, i) => `2025-01-01T0${String(i % 10)}:00,${String(i / 7)},${String(Math.sin(i))},${'ab'[i % 2] ?? ''}`,
  ),
].join('\n');

async function profiles() {
  const [reference, current] = await openTables({ 'a.csv': table, 'b.csv': table });
  if (reference === undefined || current === undefined) throw new Error('two files were given');
  return { reference: await profileColumns(reference, 1), current: await profileColumns(current, 1) };
}

test('what is searched is put in bins on its way; not where too few rows, or too many for all columns, are there', async () => {
  const profiled = await profiles();
  const wanted = (columns: NonNullable<ConfigInput['columns']>, rows = 400): [string, string][] => {
    const schema = inferSchema(profiled, parseConfig({ columns }));
    return [...columnsToCode(schema, { rows: { reference: rows, current: rows }, timeColumn: 'time' })];
  };
  const all = [
    ['time', 'clock'],
    ['x', 'number'],
    ['z', 'number'],
  ];
  expect(wanted({})).toEqual(all);
  expect(wanted({ z: { role: 'target' } })).toEqual([
    ['time', 'clock'],
    ['x', 'number'],
  ]);
  expect(wanted({}, 199)).toEqual([]);
  // Two places for four columns, taken in their order: whose error a model has is not known yet.
  expect(wanted({}, 45e6)).toEqual([
    ['time', 'clock'],
    ['x', 'number'],
  ]);
  expect(wanted({ z: { role: 'target' } }, 45e6)).toEqual([]);
});

test('codes of one file do not stand for those of two', () => {
  const coded = new CodedColumns(new Map([['x', 'number']]));
  expect([coded.wants('x'), coded.wants('__proto__')]).toEqual(['number', null]);
  coded.keep('x', codeColumn({ name: 'x', kind: 'number' }, { current: Float64Array.of(1, 2, 3) }, {}));
  expect(coded.take('x', ['reference', 'current'])).toBeNull();
  expect(coded.take('x', ['current'])).toHaveLength(1);
});
