import { expect, test } from 'vitest';
import type { ReportInput } from '../../src/facts/document/inputs.ts';
import { parseConfig, type ConfigInput } from '../../src/facts/settings/settings.ts';
import type { ColumnRead } from '../../src/facts/statements/reading.ts';
import { settingOf } from '../../src/ui/settings/column-settings.ts';
import {
  centuryOf,
  columnLooks,
  missingWords,
  readingChoices,
  withColumnRead,
  withOffer,
} from '../../src/ui/files/columns/column-readings.ts';
import { readWords, withFileReading } from '../../src/ui/files/fields/file-reading.ts';
import { readWidths } from '../../src/ui/files/fields/widths.ts';
import { readingKey } from '../../src/ui/files/reading.ts';

const column = (name: string, missing: ColumnRead['missing'] = []): ColumnRead => ({
  name,
  way: { kind: 'text', values: { join: null } },
  missing,
});

function noteOn(name: string, words: readonly string[], kinds = words.length): ReportInput['notes'][number] {
  const listed = words.map((word) => ({ word: { quote: word }, cells: 3 }));
  const values = { column: name, filled: 30, numbers: 20, kinds, words: listed };
  return { kind: 'words-among-numbers', values, severity: 'warning', text: '', column: name };
}

function input(columnsRead: ColumnRead[], notes: ReportInput['notes'] = []): ReportInput {
  const readAs: ReportInput['readAs'] = [{ kind: 'missing', values: { texts: ['', 'NA', '-'] }, label: '', value: '' }];
  return { name: 'a.csv', bytes: 1, rows: 30, rowsUsed: 30, columns: 1, format: 'CSV', readAs, columnsRead, notes };
}

test('columns with something to say stand first, the others as in the file', () => {
  const columns = ['a', 'b', '__proto__', 'd'].map((name) => column(name));
  const held = column('e', [{ text: 'NA', cells: 2 }]);
  const looks = columnLooks(input([...columns, held], [noteOn('__proto__', ['OFF'])]));
  expect(looks.map(({ name }) => name)).toEqual(['__proto__', 'e', 'a', 'b', 'd']);
  expect(looks.map(({ notes }) => notes.length)).toEqual([1, 0, 0, 0, 0]);
});

test('words of a column are those that it holds, and those set for it alone', () => {
  const held = column('e', [{ text: 'NA', cells: 2 }]);
  expect(missingWords(held, undefined, ['NA', '-'])).toEqual([{ text: 'NA', cells: 2 }]);
  expect(missingWords(held, ['NA', '-', 'OFF'], ['NA', '-'])).toEqual([
    { text: 'NA', cells: 2 },
    { text: 'OFF', cells: null },
  ]);
});

test('as numbers, the words of both files are missing besides the usual ones', () => {
  const name = '__proto__';
  const inputs = {
    reference: input([column(name)], [noteOn(name, ['OFF', '"</script>'])]),
    current: input([column(name)], [noteOn(name, ['OFF', '<0,05'])]),
  };
  const config = withOffer({ config: {}, inputs }, name, 'number');
  expect(settingOf(config, name)).toEqual({
    readAs: 'number',
    readMissing: ['NA', '-', 'OFF', '"</script>', '<0,05'],
  });
  expect(settingOf(withOffer({ config: {}, inputs }, name, 'number_limits'), name)).toEqual({
    readAs: 'number_limits',
    readMissing: ['NA', '-', 'OFF', '"</script>'],
  });
  expect(settingOf(withOffer({ config: {}, inputs }, name, 'text'), name)).toEqual({ readAs: 'text' });
  expect(Object.keys(parseConfig(config).columns)).toEqual([name]);
});

test('where more words stand in it than are listed, they are cells that do not fit', () => {
  const inputs = { current: input([column('a')], [noteOn('a', ['x', 'y'], 100)]) };
  expect(settingOf(withOffer({ config: {}, inputs }, 'a', 'number'), 'a')).toEqual({ readAs: 'number' });
});

test('a part that is left to be found out leaves the others, and the last one the column', () => {
  const config: ConfigInput = { columns: { a: { role: 'feature', readAs: 'text', readMissing: ['x'] } } };
  const once = withColumnRead(config, 'a', { readAs: undefined });
  expect(once.columns).toEqual({ a: { role: 'feature', readMissing: ['x'] } });
  expect(withColumnRead({ columns: { a: { readAs: 'text' } } }, 'a', { readAs: undefined }).columns).toEqual({});
  expect(readingKey(once)).not.toBe(readingKey(config));
});

test('the century of a column is that of its note, and files are read anew when it is set', () => {
  const note = { kind: 'two-digit-years', values: { column: 'a', first: 1927, last: 2026 } } as const;
  const notes: ReportInput['notes'] = [{ ...note, severity: 'info', text: '', column: 'a' }];
  expect(columnLooks(input([column('a'), column('b')], notes)).map(centuryOf)).toEqual([1927, null]);
  const config = withColumnRead({}, 'a', { readCentury: 1950 });
  expect(config.columns).toEqual({ a: { readCentury: 1950 } });
  expect(readingKey(config)).not.toBe(readingKey({}));
});

test('a format that is set is among the choices, once', () => {
  const times: ColumnRead = {
    ...column('t'),
    way: { kind: 'time', values: { formats: ['%d.%m.%Y'], iso: false } },
  };
  const formats = (chosen: string): string[] =>
    readingChoices(times, chosen).flatMap(({ value }) => (value.includes('%') ? [value] : []));
  expect(formats('')).toEqual(['%d.%m.%Y']);
  expect(formats('%d.%m.%Y')).toEqual(['%d.%m.%Y']);
  expect(formats('%Y')).toEqual(['%d.%m.%Y', '%Y']);
});

test('widths are whole numbers, in any form of list', () => {
  expect(readWidths(' 8, 12;6 ')).toEqual([8, 12, 6]);
  expect(readWidths('')).toEqual([]);
  for (const wrong of ['0', '-1', '8,x', '1.5']) expect(readWidths(wrong)).toBeNull();
  const config = withFileReading({}, 'current', { widths: [8, 12] });
  expect(config.read?.current).toEqual({ widths: [8, 12] });
  expect(withFileReading(config, 'current', { widths: undefined }).read?.current).toEqual({});
});

test('words that are missing in a whole file, and its hundred years, are set and left to be found out again', () => {
  expect(readWords(' NA, -999 ,, NA')).toEqual(['NA', '-999']);
  const set = withFileReading({ read: { current: { header: true } } }, 'current', { missing: ['NA'] });
  expect(set).toEqual({ read: { current: { header: true, missing: ['NA'] } } });
  const both = withFileReading(set, 'current', { centuryStart: 1950 });
  expect(both.read?.current).toEqual({ header: true, missing: ['NA'], centuryStart: 1950 });
  expect(withFileReading(both, 'current', { missing: undefined, centuryStart: undefined })).toEqual({
    read: { current: { header: true } },
  });
});
