import { expect, test } from 'vitest';
import { columnsHolding } from '../../../src/engine/columns/missing.ts';
import { openTables } from '../open-tables.ts';

test('only the columns that hold such a text are named', async () => {
  const [set] = await openTables({ 'a.csv': 'x,site,code\n1,a,007\n-999,unk,008\n3,a,unk\n' });
  if (set === undefined) throw new Error('no table');
  expect(await columnsHolding(set, () => ['unk', '-1'])).toEqual(new Set(['site', 'code']));
  expect(await columnsHolding(set, () => ['-999.0'])).toEqual(new Set(['x']));
  expect(await columnsHolding(set, ({ name }) => (name === 'site' ? ['unk'] : []))).toEqual(new Set(['site']));
  expect(await columnsHolding(set, () => [])).toEqual(new Set());
});
