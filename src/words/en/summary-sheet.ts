import type { Role } from '../../facts/document/columns.ts';
import type { SummaryType } from '../../facts/summary-file.ts';
import type { Warehouse } from '../../facts/warehouses.ts';
import { bytes, count } from '../format.ts';
import { counted, named, verb } from './grammar.ts';

const SHOWN = 5;
const list = (names: readonly string[]): string => named(names, names.length, SHOWN);

const engines: Record<Warehouse, string> = {
  duckdb: 'DuckDB',
  spark: 'Spark',
  trino: 'Trino',
  postgres: 'PostgreSQL',
  clickhouse: 'ClickHouse',
  bigquery: 'BigQuery',
  snowflake: 'Snowflake',
};

/** What lists the columns of a table. */
const describing: Record<Warehouse, string> = {
  duckdb: "DESCRIBE plant.readings, or DESCRIBE SELECT * FROM 'readings/*.parquet'",
  spark: 'DESCRIBE TABLE plant.readings',
  trino: 'DESCRIBE plant.readings',
  postgres: String.raw`\d plant.readings`,
  clickhouse: 'DESCRIBE TABLE plant.readings',
  bigquery: "SELECT column_name, data_type FROM plant.INFORMATION_SCHEMA.COLUMNS WHERE table_name = 'readings'",
  snowflake: 'DESCRIBE TABLE plant.readings',
};

const types: Record<SummaryType, string> = {
  number: 'a number',
  time: 'a time',
  category: 'a category',
  boolean: 'yes / no',
  text: 'a text',
};

/** Of the roles that one column alone can have. */
const single: Partial<Record<Role, string>> = {
  target: 'the target',
  prediction: 'the prediction',
  time: 'the time',
};

/** The sheet in which statements are made for data that stay where they are. */
export const summarySheet = {
  lead: 'The rows stay where they are. Your engine counts them with two SQL statements, and the small result is opened here in place of the data.',
  place: {
    heading: 'Where the data are',
    engine: 'Engine',
    engines,
    untried: (engine: string): string => `${engine} (not run in our tests)`,
    untriedNote: 'Our tests could not run the statements of this engine. Look at its first result with care.',
    source: 'What holds the data',
    sources: { table: 'A table', file: 'Files' },
    table: 'Name of the table',
    tableHint:
      'Such as plant.readings. A part with a dot, a blank or capital letters stands in quotes: plant."my readings".',
    tableWrong: 'This is no name of a table: a part is empty, or a quote is open.',
    path: 'Path of the files',
    pathHint: 'As DuckDB sees it: readings.parquet, or readings/*.parquet for several that are one table.',
    needed: 'This is needed.',
  },
  describing,
  columns: {
    heading: 'Its columns',
    paste: 'Paste the list of columns that your engine prints',
    describe: (statement: string): string => `Run ${statement} and paste what it prints.`,
    or: 'Or take names and types from a file with some of the rows:',
    sample: 'Choose a sample file',
    readingSample: 'The sample is being read.',
    found: (n: number): string => `${counted(n, 'column')}: set what each is.`,
    none: 'No column yet.',
    unread: (n: number): string => `${counted(n, 'line')} could not be read as a column:`,
    type: (column: string): string => `Type of ${column}`,
    role: (column: string): string => `Role of ${column}`,
    segment: 'Segment',
    ofClass: (column: string): string => `Class of ${column}`,
    classLabel: 'Probability of the class',
    list: 'Columns',
  },
  grain: {
    heading: 'How finely they are counted',
    bins: 'Bins of each column of numbers',
    binsHint: '200 is usual. More bins tell small changes better, and make the result larger.',
    binsWrong: 'A whole number from 2 on is needed.',
    stretch: 'Minutes that are counted together',
    stretchHint: '60 is usual. How much rows repeat each other is worked out from these stretches.',
    stretchWrong: 'A number of minutes that a day can be cut into is needed: 10, 30 or 60.',
  },
  edges: {
    heading: 'Edges of the bins',
    lead: 'Edges are found once, on the reference. Reference and current data are then counted on the same ones.',
    choice: 'Edges',
    choices: { no: 'I have no edges yet', yes: 'I have a file with edges' },
    statement: 'Statement 1: edges',
    next: 'Run it on the reference and save the result as Parquet, CSV or JSON. Then give that file under “I have a file with edges”.',
    choose: 'Choose the file with edges',
    chooseHint: 'The saved result of statement 1, or a summary file that was made before.',
    reading: 'The file is being read.',
    none: (file: string): string =>
      `${file} holds no edges: it is neither the result of statement 1 nor a summary file.`,
    broken: (file: string, names: readonly string[]): string =>
      `${file}: the edges of ${list(names)} do not ascend. Run statement 1 again.`,
    found: (file: string, columns: number): string => `${file}: edges of ${counted(columns, 'column')}.`,
    without: (names: readonly string[]): string =>
      `${verb(names.length, 'One column has', `${count(names.length)} columns have`)} no edges there and ${verb(names.length, 'is', 'are')} counted in one bin: ${list(names)}. Run statement 1 again to have them compared.`,
  },
  counts: {
    heading: 'The summary',
    statement: 'Statement 2: the summary',
    next: 'Run it, save the result as Parquet, close this sheet and drop the file in place of the data. Do the same with the other table: change its name above, and keep the edges.',
    waiting: 'Statement 2 is made when a file with edges is given.',
  },
  statement: {
    copy: 'Copy',
    copied: 'Copied',
    save: 'Save as .sql',
    /** Of a button: what is read on it, and of which statement. */
    button: (shown: string, statement: string): string => `${shown}: ${statement}`,
    /** Below a statement of so many letters, of which the first are shown. */
    cut: (letters: number): string => `Its start is shown, of ${bytes(letters)}. Copy or save it to have it whole.`,
    waiting: 'The statement is made when these are mended:',
  },
  otherWays: {
    heading: 'Other ways',
    text: 'On the command line, npm run summary -- --help tells how to print the same statements, and how DuckDB and PostgreSQL make the file in one step. For Spark there is a job in one file, plumbline_summary.py, which spark-submit runs.',
  },
  problems: {
    'no-source': ({ source }: { source: 'table' | 'file' }): string =>
      source === 'table' ? 'The name of the table is missing.' : 'The path of the files is missing.',
    'not-a-table': ({ name }: { name: string }): string => `“${name}” is no name of a table.`,
    'no-columns': (): string => 'There is no column to count.',
    'column-without-name': ({ place }: { place: number }): string =>
      `Column ${count(place + 1)} has no name. Give it one in a view, or ignore it.`,
    'column-twice': ({ name }: { name: string }): string => `“${name}” is there twice. Ignore one of them.`,
    'time-not-a-column': ({ name }: { name: string }): string => `“${name}” is the time, but no column.`,
    'time-of-another-type': ({ name, type }: { name: string; type: SummaryType }): string =>
      `“${name}” is to be the time, but its type is ${types[type]}. Set its type to Time.`,
    'role-twice': ({ role, names }: { role: Role; names: readonly string[] }): string =>
      `Only one column can be ${single[role] ?? role}: now ${list(names)} are.`,
    'segment-twice': ({ names }: { names: readonly string[] }): string =>
      `Only one column can be the segment: now ${list(names)} are.`,
    'class-missing': ({ name }: { name: string }): string =>
      `“${name}” is a probability: say of which class, as it stands in the target.`,
    'not-a-number-of': ({ setting }: { setting: string }): string =>
      setting === 'stretch'
        ? 'The minutes that are counted together cannot be so.'
        : 'The number of bins cannot be so.',
  },
};
