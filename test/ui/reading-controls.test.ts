import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readSchema } from '../../src/facts/settings/read-options.ts';
import { setUpSchema } from '../../src/facts/settings/settings.ts';
import { readFields } from '../../src/ui/files/reading.ts';
import { COLUMN_CONTROLS, FILE_CONTROLS } from './reading-controls.ts';

const ownKeys = (entries: object): string[] => Object.keys(entries).sort();

test('every setting of how files are read has a control on the screen', () => {
  expect(ownKeys(FILE_CONTROLS)).toEqual(ownKeys(readSchema.entries));
});

test('so has every setting of how a column is read', () => {
  const { columns } = setUpSchema.entries;
  const [record] = v.unwrap(columns).pipe;
  const settings = ownKeys(record.value.entries).filter((key) => key.startsWith('read'));
  expect(settings).toEqual(ownKeys(COLUMN_CONTROLS));
});

/** Settings that a file of a form can choose in its panel. */
const chosen = (format: 'CSV' | 'JSON' | 'Excel'): string[] => {
  const readAs = [
    { kind: 'table', label: '', value: '', values: { table: 1, tables: 2 } },
    { kind: 'sheet', label: '', value: '', values: { sheet: 'a', sheets: ['a', 'b'] }, choices: ['a', 'b'] },
    { kind: 'header', label: '', value: '', values: { header: true } },
  ] as never;
  const fields = readFields({ format, readAs }, ['t']);
  return fields.flatMap(({ write, choices: [first] }) => Object.keys(write(first?.value ?? ''))).sort();
};

test('each form offers what can be guessed of it', () => {
  expect(chosen('CSV')).toEqual(
    [
      ...['dateOrder', 'decimal', 'delimiter', 'encoding', 'escape', 'header', 'headerLines', 'quote', 'sample'],
      ...['skipLast', 'skipLines', 'table', 'thousands'],
    ].sort(),
  );
  expect(chosen('JSON')).toEqual(['dateOrder', 'encoding', 'header', 'sample', 'table']);
  expect(chosen('Excel')).toEqual(
    ['dateOrder', 'header', 'headerLines', 'sample', 'sheet', 'skipLast', 'skipLines', 'table'].sort(),
  );
});
