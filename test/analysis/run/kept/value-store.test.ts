import { expect, test } from 'vitest';
import { ValueStore, type ValueKey } from '../../../../src/analysis/run/kept/value-store.ts';
import { fetchTogether } from '../../../../src/engine/columns/columns.ts';
import { decodeBlocks, decodeDoubles } from '../../../../src/engine/columns/decode.ts';
import { elementAt } from '../../../../src/facts/element-at.ts';
import { openTables } from '../../../engine/open-tables.ts';

const key = (name: string, missing: string[] = []): ValueKey => ({ name, form: 'number', missing });

async function answers() {
  const rows = Array.from({ length: 50 }, (_, i) => `${i % 7 === 0 ? '' : String(i + 0.5)},${String(i)},${String(-i)}`);
  const [data] = await openTables({ 'a.csv': ['a,b,c', ...rows].join('\n') });
  if (data === undefined) throw new Error('a file was given');
  const fetch = (names: string[]) =>
    fetchTogether(
      data,
      names.map((name) => ({
        column: elementAt(
          data.columns.filter((one) => one.name === name),
          0,
        ),
      })),
    );
  return { both: await fetch(['a', 'b']), last: await fetch(['c']), mixed: await fetch(['c', 'a']) };
}

test('columns of several answers come back in any order, as the engine would give them together', async () => {
  const { both, last, mixed } = await answers();
  const store = new ValueStore(1e6);
  store.keep('reference', [key('a'), key('b')], both);
  store.keep('reference', [key('c')], last);
  const found = store.find('reference', [key('c'), key('a')]);
  if (found === null) throw new Error('both were kept');
  expect(found.blocks).toHaveLength(2);
  expect(decodeBlocks(found)).toEqual(decodeDoubles(mixed));
  expect(decodeBlocks(found)[1]?.[0]).toBeNaN();
  expect(store.find('reference', [key('a'), key('d')])).toBeNull();
  expect(store.find('current', [key('a')])).toBeNull();
});

test('with other texts for missing a column is another', async () => {
  const { last } = await answers();
  const store = new ValueStore(1e6);
  store.keep('current', [key('c', ['-1'])], last);
  expect(store.find('current', [key('c')])).toBeNull();
  expect(store.find('current', [key('c', ['-1'])])).not.toBeNull();
});

test('an answer stands for a question about just its columns; what is handed out is a copy', async () => {
  const { both } = await answers();
  const store = new ValueStore(1e6);
  store.keep('reference', [key('a'), key('b')], both);
  const copy = store.whole('reference', [key('a'), key('b')]);
  expect(copy).toEqual(both);
  copy?.fill(0);
  expect(store.whole('reference', [key('a'), key('b')])).toEqual(both);
  expect(store.whole('reference', [key('a')])).toBeNull();
  expect(store.whole('reference', [key('b'), key('a')])).toBeNull();
});

test('what does not fit is not kept', async () => {
  const { both, last } = await answers();
  const store = new ValueStore(both.byteLength + 1);
  store.keep('reference', [key('a'), key('b')], both);
  store.keep('reference', [key('c')], last);
  expect(store.find('reference', [key('a')])).not.toBeNull();
  expect(store.find('reference', [key('c')])).toBeNull();
});
