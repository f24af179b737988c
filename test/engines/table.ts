import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { openFolder } from '../systems/machine.ts';

const ROWS = 5000;

/** Names that are SQL, the long table's own words, or neither. */
const HOSTILE_NAMES = [
  ...[
    '__proto__',
    'a"b',
    "it's `b\\",
    'a.b',
    '</script>',
    'x; DROP TABLE readings; -- /*',
    ' ü 温度 🌡 ',
    '${x} {0} %s ?',
    'a\nb',
  ],
  ...['select', 'name', 'n', 'segment'],
];

const HOSTILE_LEVELS = [
  ...[
    "'",
    '"',
    '\\',
    "\\'",
    '`',
    '</script>',
    '__proto__',
    ' a',
    'a ',
    'ä',
    'NULL',
    'null',
    'a\nb',
    '$1 ? %s',
    '🌡',
    'NaN',
  ],
];

/** A number in [0, 1) that is the same for a row and a place wherever it is asked for. */
const uniform = (place: number) => `(hash(i * 1000 + ${String(place)}) % 1000003 / 1000003.0)`;
const normal = (place: number) => `(sqrt(-2 * ln(1 - ${uniform(place)})) * cos(2 * pi() * ${uniform(place + 1)}))`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const oneOf = (place: number, values: readonly string[]) =>
  `([${values.map(text).join(', ')}])[1 + CAST(floor(${uniform(place)} * ${String(values.length)}) AS INTEGER)]`;
const except = (every: number, expression: string, otherwise = 'NULL') =>
  `CASE WHEN i % ${String(every)} = 0 THEN ${otherwise} ELSE ${expression} END`;

type Type =
  | 'DOUBLE'
  | 'FLOAT'
  | 'INTEGER'
  | 'BIGINT'
  | 'DECIMAL(12,2)'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIMESTAMP'
  | 'TIMESTAMPTZ'
  | 'VARCHAR';

export interface TableColumn {
  name: string;
  type: Type;
}

const column = (name: string, type: Type, expression: string) => ({ name, type, expression });

const temperature = `CASE i % 211 WHEN 0 THEN 'NaN' WHEN 1 THEN 'Infinity' WHEN 2 THEN '-Infinity' WHEN 3 THEN NULL
  ELSE 20 + round(${normal(10)} * 3, 1) END`;

const made = [
  column('t', 'TIMESTAMP', except(97, "TIMESTAMP '2024-02-28 22:00:30.5' + to_seconds(i * 61)")),
  column('line', 'VARCHAR', except(89, oneOf(1, ['A', 'B "b"', '__proto__']))),
  column('y', 'VARCHAR', except(101, oneOf(2, ['good', 'bad', '</script>']))),
  column(
    'p',
    'VARCHAR',
    except(103, `CASE WHEN ${uniform(3)} < 0.7 THEN ${oneOf(2, ['good', 'bad', '</script>'])} ELSE 'good' END`),
  ),
  column(
    'p(good)',
    'DOUBLE',
    `CASE i % 50 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 'NaN' WHEN 3 THEN NULL ELSE ${uniform(4)} END`,
  ),
  column('p(bad)', 'DOUBLE', uniform(5)),
  column('weight', 'DOUBLE', except(113, `500 + 30 * ${normal(6)}`)),
  column('forecast', 'DOUBLE', except(127, `500 + 30 * ${normal(6)} + 4 * ${normal(8)}`)),
  column('temperature', 'DOUBLE', temperature),
  column('far', 'DOUBLE', `1e9 + ${uniform(12)}`),
  column('whole', 'INTEGER', except(61, `CAST(floor(${uniform(13)} * 12) AS INTEGER) - 6`)),
  column('price', 'DECIMAL(12,2)', except(67, `${uniform(14)} * 1000`)),
  column('single', 'FLOAT', except(71, `${normal(15)}`, "'NaN'")),
  column('long', 'BIGINT', `4000000000 * ${uniform(17)}`),
  column('nothing', 'DOUBLE', 'NULL'),
  column('constant', 'DOUBLE', '7'),
  column('flag', 'BOOLEAN', except(59, `${uniform(18)} < 0.3`)),
  column('day', 'DATE', except(53, `DATE '1969-12-01' + CAST(floor(${uniform(19)} * 60) AS INTEGER)`)),
  column(
    'instant',
    'TIMESTAMPTZ',
    `TIMESTAMPTZ '2024-02-28 22:00:00+00' + to_microseconds(CAST(${uniform(20)} * 1e12 AS BIGINT))`,
  ),
  column('sort', 'VARCHAR', except(47, oneOf(21, HOSTILE_LEVELS))),
  column('many', 'VARCHAR', `'level ' || CAST(floor(400 * ${uniform(22)} * ${uniform(23)}) AS INTEGER)`),
  column('note', 'VARCHAR', except(43, "'note ' || i")),
  ...HOSTILE_NAMES.map((name, at) => column(name, 'DOUBLE', except(30 + at, `round(${normal(30 + 2 * at)}, 2)`))),
];

/** The columns of the table that every engine gets. */
export const TABLE_COLUMNS: readonly TableColumn[] = made;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export interface MadeTable {
  /** With `plant.readings` in it. */
  duckdb: DuckDBConnection;
  parquet: string;
  csv: string;
}

/** The same rows in each run and for each engine: nulls, NaN, infinities, ties, times, categories, a model's columns and hostile names. */
export async function makeTable(): Promise<MadeTable> {
  const folder = openFolder('table');
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const duckdb = await instance.connect();
  const columns = made.map(({ name, type, expression }) => `CAST(${expression} AS ${type}) AS ${quoted(name)}`);
  await duckdb.run("SET TimeZone = 'UTC'");
  await duckdb.run('CREATE SCHEMA plant');
  await duckdb.run(`CREATE TABLE plant.readings AS SELECT ${columns.join(', ')} FROM range(${String(ROWS)}) AS r(i)`);
  const [parquet, csv] = [join(folder, 'readings.parquet'), join(folder, 'readings.csv')];
  await duckdb.run(`COPY plant.readings TO ${text(parquet)} (FORMAT parquet)`);
  await duckdb.run(`COPY plant.readings TO ${text(csv)} (FORMAT csv, HEADER true, NULLSTR '\\N')`);
  return { duckdb, parquet, csv };
}
