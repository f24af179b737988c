import { describe, expect, test } from 'vitest';
import { readHead } from '../../../src/engine/csv/head/dialect.ts';

const ROWS = 30;
/** A table whose i-th row is made by a function. */
const table = (header: string | null, row: (i: number) => string): string =>
  [...(header === null ? [] : [header]), ...Array.from({ length: ROWS }, (_, i) => row(i))].join('\n');
/** A number from 0 to 1 that looks drawn. */
const drawn = (i: number, salt = 1): number => Math.abs(Math.sin(12.9898 * (i + 1) * salt)) % 1;
const whole = (i: number, salt = 1): string => String(100 + Math.floor(800 * drawn(i, salt)));
const share = (i: number, salt = 1): string => drawn(i, salt).toFixed(3);

describe('the first row holds names', () => {
  test.each<[what: string, names: string[], content: string]>([
    [
      'years over numbers',
      ['plant', '2019', '2020'],
      table('plant,2019,2020', (i) => `P${i},${whole(i)},${whole(i, 2)}`),
    ],
    [
      'years that go down',
      ['2021', '2020', '2019'],
      table('2021,2020,2019', (i) => `${share(i)},${whole(i)},${whole(i, 2)}`),
    ],
    ['one year among texts', ['name', 'town', '2019'], table('name,town,2019', (i) => `n${i},t${i % 3},${whole(i)}`)],
    [
      'months over numbers',
      ['site', '2024-01', '2024-02'],
      table('site,2024-01,2024-02', (i) => `S${i % 4},${whole(i)},${whole(i, 2)}`),
    ],
    [
      'dates over numbers',
      ['site', '2024-01-31', '2024-02-29'],
      table('site,2024-01-31,2024-02-29', (i) => `S${i % 4},${whole(i)},${whole(i, 2)}`),
    ],
    [
      'class numbers over probabilities',
      ['target', '0', '1'],
      table('target,0,1', (i) => `${i % 2},${share(i)},${share(i, 2)}`),
    ],
    ['class numbers alone', ['0', '1'], table('0,1', (i) => `${share(i)},${share(i, 2)}`)],
    [
      'class numbers over zero and one',
      ['label', '0', '1'],
      table('label,0,1', (i) => `${i % 3},${i % 2},${(i + 1) % 2}`),
    ],
    [
      'column numbers over measures',
      ['0', '1', '2', '3'],
      table('0,1,2,3', (i) => `${share(i)},${share(i, 2)},${whole(i)},${whole(i, 3)}`),
    ],
    [
      'column numbers behind an index',
      ['column 1', '0', '1', '2'],
      table(',0,1,2', (i) => `${i},${share(i)},${share(i, 2)},${share(i, 3)}`),
    ],
    ['quantiles', ['0.05', '0.5', '0.95'], table('0.05,0.5,0.95', (i) => `${whole(i)},${whole(i, 2)},${whole(i, 3)}`)],
    ['texts over texts', ['a', 'b'], table('a,b', (i) => `x${i % 3},y${i % 2}`)],
  ])('%s', (_, names, content) => {
    expect(readHead(content, {})).toMatchObject({ names, dialect: { header: true } });
  });
});

describe('the first row is data', () => {
  test.each<[what: string, content: string]>([
    ['numbers', table(null, (i) => `${whole(i)},${share(i)},${whole(i, 2)}`)],
    ['numbers that count', table(null, (i) => `${3 * i},${3 * i + 1},${3 * i + 2}`)],
    ['times and numbers', table(null, (i) => `2024-01-${String(i + 1).padStart(2, '0')},${share(i)}`)],
    ['years among years', table(null, (i) => `${2019 + (i % 3)},${2020 + (i % 3)},${2021 + (i % 3)}`)],
    ['one column of numbers', table(null, (i) => (i === 0 ? '5' : share(i)))],
    [
      'a text that is no number over numbers',
      table(null, (i) => `${i === 0 ? 'err' : whole(i)},${whole(i, 2)},${whole(i, 3)}`),
    ],
    ['a single row of numbers', '1,2,3\n'],
  ])('%s', (_, content) => {
    expect(readHead(content, {}).dialect.header).toBe(false);
  });
});

test('either is overruled', () => {
  const content = table('target,0,1', (i) => `${i % 2},${share(i)},${share(i, 2)}`);
  expect(readHead(content, { header: false }).names).toEqual(['column 1', 'column 2', 'column 3']);
});

describe('one column is one column', () => {
  test.each<[what: string, name: string, cell: (i: number) => string]>([
    ['codes with a blank', 'postcode', (i) => `C${i % 7} ${i % 9}BX`],
    ['codes with a blank, under a name with one', 'post code', (i) => `C${i % 7} ${i % 9}BX`],
    ['date and time', 'measured_at', (i) => `2024-03-01 ${String(i % 24).padStart(2, '0')}:00:00`],
    ['date and time, under two words', 'measured at', (i) => `2024-03-01 ${String(i % 24).padStart(2, '0')}:00`],
    ['times of day', 'start', (i) => `${String(i % 24).padStart(2, '0')}:${String((7 * i) % 60).padStart(2, '0')}`],
    ['times of day with seconds', 'start', (i) => `12:30:${String((7 * i) % 60).padStart(2, '0')}`],
    ['a number with its unit', 'weight', (i) => `${whole(i)} kg`],
    ['names of people', 'name', (i) => `Ann Lee${i}`],
    ['names, the last one first', 'name', (i) => `Lee${i}, Ann`],
    ['ratios', 'score', (i) => `a${i % 3}:b${i % 4}`],
    ['blanks between thousands', 'sum', (i) => `${1 + (i % 9)} ${whole(i)}`],
    ['decimal commas', 'value', (i) => `${i},${whole(i)}`],
  ])('%s', (_, name, cell) => {
    const { names, rows, dialect } = readHead(table(name, cell), {});
    expect([names, dialect.header, rows.length, rows[3]]).toEqual([[name], true, ROWS, [cell(3)]]);
  });
});

test('tables that blanks delimit are still told', () => {
  const numbers = readHead(
    table('a b', (i) => `${whole(i)} ${share(i)}`),
    {},
  );
  expect(numbers).toMatchObject({ names: ['a', 'b'], dialect: { delimiter: ' ' } });
  const flowers = readHead(
    table(null, (i) => `${share(i)} ${share(i, 2)} ${share(i, 3)} setosa`),
    {},
  );
  expect(flowers.names).toHaveLength(4);
});

test.each<[what: string, content: string]>([
  ['brackets', table('account,net', (i) => (i % 10 === 0 ? `A${i},"(9,0${10 + i}.00)"` : `A${i},${whole(i)}.00`))],
  ['points', table('id,bp,chol', (i) => (i % 4 === 0 ? `${i},.,.` : `${i},${whole(i)},${share(i)}`))],
  ['words', table('id;v', (i) => `${i};${i % 4 === 0 ? 'k.A.' : share(i)}`)],
])('a first row with %s in place of numbers is a row', (_, content) => {
  const { rows, frame } = readHead(content, {});
  expect([rows.length, frame.below]).toEqual([ROWS, []]);
});
