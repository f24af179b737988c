import fc from 'fast-check';

/** How a random table is written. */
export interface RandomDialect {
  delimiter: ',' | ';' | '\t' | '|';
  decimal: '.' | ',';
  grouping: '' | '.' | ',' | ' ' | "'";
  quoteAll: boolean;
  lineEnd: '\n' | '\r\n';
  /** Lines of names: one, one with units below, or two that are joined, as they are where the names of the lower one repeat themselves. */
  head: 'names' | 'units' | 'joined';
  titles: number;
  total: 'none' | 'label' | 'value';
  missing: '' | 'NA' | 'null' | '-' | 'n/a';
  date: 'iso' | 'german' | 'american' | 'named' | 'compact';
}

/** A table, its cells as they should be read, and how it is written. */
export interface RandomTable {
  dialect: RandomDialect;
  names: string[];
  rows: Row[];
  text: string;
}

interface Row {
  day: Date;
  amount: number | null;
  word: string;
  other: number | null;
}

const NAMES = ['day', 'amount', 'word', 'other'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FIRST_DAY = Date.UTC(2023, 0, 20);
const DAY = 86_400_000;

const dialects: fc.Arbitrary<RandomDialect> = fc
  .record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
    decimal: fc.constantFrom('.' as const, ',' as const),
    grouping: fc.constantFrom('' as const, '.' as const, ',' as const, ' ' as const, "'" as const),
    quoteAll: fc.boolean(),
    lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
    head: fc.constantFrom('names' as const, 'units' as const, 'joined' as const),
    titles: fc.integer({ min: 0, max: 2 }),
    total: fc.constantFrom('none' as const, 'label' as const, 'value' as const),
    missing: fc.constantFrom('' as const, 'NA' as const, 'null' as const, '-' as const, 'n/a' as const),
    date: fc.constantFrom('iso' as const, 'german' as const, 'american' as const, 'named' as const, 'compact' as const),
  })
  .filter(({ decimal, grouping }) => decimal !== grouping);

/** Of each word there is a form that needs quotes. */
const WORDS = ['alpha', 'beta gamma', 'Straße', 'a,b', 'c;d', 'say "so"', 'x|y', 'two\nlines'];

const cells = fc.record({
  amount: fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 }), { freq: 12, nil: null }),
  word: fc.constantFrom(...WORDS),
  other: fc.option(fc.integer({ min: 0, max: 999 }), { freq: 12, nil: null }),
});

/** Tables of 30 to 60 rows in any dialect. */
export const randomTables: fc.Arbitrary<RandomTable> = fc
  .record({ dialect: dialects, found: fc.array(cells, { minLength: 30, maxLength: 60 }) })
  .map(({ dialect, found }) => {
    const rows = found.map(({ amount, word, other }, i) => ({
      ...{ day: new Date(FIRST_DAY + i * DAY), word, other },
      amount: amount === null ? null : amount / 100,
    }));
    return { dialect, rows, names: namesOf(dialect), text: written(dialect, rows) };
  });

const namesOf = ({ head }: RandomDialect): string[] =>
  head === 'joined' ? ['Log first', 'Log second', 'Note first', 'Note second'] : NAMES;

function headOf({ head }: RandomDialect): string[][] {
  if (head === 'units') return [NAMES, ['', 'kWh', '', 'bar']];
  return head === 'joined'
    ? [
        ['Log', '', 'Note', ''],
        ['first', 'second', 'first', 'second'],
      ]
    : [NAMES];
}

function written(dialect: RandomDialect, rows: readonly Row[]): string {
  const body = rows.map(({ day, amount, word, other }) => [
    dateText(day, dialect),
    numberText(amount, 2, dialect),
    word,
    numberText(other, 0, dialect),
  ]);
  const lines = [...headOf(dialect), ...body, ...totalOf(dialect, rows)].map((fields) =>
    fields.map((field) => quoted(field, dialect)).join(dialect.delimiter),
  );
  const titles = ['Report of the plant', 'Made in May'].slice(0, dialect.titles);
  return [...titles, ...lines].join(dialect.lineEnd) + dialect.lineEnd;
}

function totalOf(dialect: RandomDialect, rows: readonly Row[]): string[][] {
  if (dialect.total === 'none') return [];
  const sum = (of: (row: Row) => number | null): number => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const sums = [
    numberText(
      sum(({ amount }) => amount),
      2,
      dialect,
    ),
    numberText(
      sum(({ other }) => other),
      0,
      dialect,
    ),
  ];
  return [[dialect.total === 'label' ? 'Total' : '', sums[0] ?? '', '', sums[1] ?? '']];
}

function dateText(day: Date, { date }: RandomDialect): string {
  const [iso = ''] = day.toISOString().split('T');
  const [year = '', month = '', date2 = ''] = iso.split('-');
  switch (date) {
    case 'iso':
      return iso;
    case 'german':
      return `${date2}.${month}.${year}`;
    case 'american':
      return `${month}/${date2}/${year}`;
    case 'named':
      return `${date2}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
    case 'compact':
      return `${year}${month}${date2}`;
  }
}

function numberText(value: number | null, decimals: number, { decimal, grouping, missing }: RandomDialect): string {
  if (value === null) return missing;
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, grouping);
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

const quoted = (field: string, { delimiter, quoteAll }: RandomDialect): string =>
  quoteAll || field.includes(delimiter) || /["\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
