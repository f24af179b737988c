import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestionFor } from '../../src/facts/settings/suggestion.ts';
import { WAREHOUSES, type Warehouse } from '../../src/facts/warehouses.ts';

export const USAGE = `npm run summary -- --engine ENGINE --table NAME --columns FILE [options]
npm run summary -- --engine duckdb --file FILE [--file FILE …] --out FILE.parquet [options]
npm run summary -- --engine postgres --url postgres://… --table NAME --out FILE.parquet [options]
npm run summary -- --merge FILE.parquet FILE.parquet … --out FILE.parquet

Without --out it prints the SQL that makes a summary file where the data are: first the statement for the edges, then, with --edges, the one that counts.
With --out it asks the engine itself, and writes the summary file. Both files that are compared need the same edges: those of the reference.
With --merge it adds summary files up that were counted on the same edges: days, sites. The order of the files changes no byte.

  --engine      ${WAREHOUSES.join(', ')}
  --table       the table's name, as plant.readings
  --file        of DuckDB: a Parquet or CSV file instead of a table; several are read as one table
  --url         of PostgreSQL: the address of the database, postgres://user@host/name
  --columns     the table's columns: JSON [{"name", "type", "role"}, …], or the result of DESCRIBE as text
  --edges       a summary file, or the saved result of the first statement (Parquet, CSV or JSON)
  --merge       summary files to add up, two or more
  --out         the summary file to write, Parquet: for DuckDB with a --file, for PostgreSQL with a --url
  --time        the column of times
  --segment     the column of segments: lines, products
  --target      the column that a model predicts
  --prediction  the column that holds its predictions
  --probability COLUMN=CLASS, a column of probabilities and what they are of; as often as needed
  --category    a column that is read as categories, whatever its type; as often as needed
  --text        a column of which nothing but different texts is counted (an id, a note); as often as needed
  --ignore      a column that is left out; as often as needed
  --bins        bins of each column of numbers: 200 if not given
  --stretch     seconds that are counted together for what rows are worth: 3600 if not given
`;

const options = {
  engine: { type: 'string' },
  table: { type: 'string' },
  file: { type: 'string', multiple: true, default: [] },
  url: { type: 'string' },
  columns: { type: 'string' },
  edges: { type: 'string' },
  merge: { type: 'string', multiple: true, default: [] },
  out: { type: 'string' },
  time: { type: 'string' },
  segment: { type: 'string' },
  target: { type: 'string' },
  prediction: { type: 'string' },
  probability: { type: 'string', multiple: true, default: [] },
  category: { type: 'string', multiple: true, default: [] },
  text: { type: 'string', multiple: true, default: [] },
  ignore: { type: 'string', multiple: true, default: [] },
  bins: { type: 'string' },
  stretch: { type: 'string' },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

type Given = ReturnType<typeof parseArgs<{ options: typeof options; strict: true }>>['values'];
export type SummaryOptions = Omit<Given, 'engine' | 'help'> & { engine: Warehouse };

/** Summary files to add up. */
export interface MergeOptions {
  merge: readonly string[];
  out: string;
}

function given(argv: readonly string[]): Given {
  const config = { args: [...argv], options } as const;
  const { tokens } = parseArgs({ ...config, strict: false, allowPositionals: true, tokens: true });
  // Files that are added up stand behind one another.
  const merges = tokens.some((token) => token.kind === 'option' && token.name === 'merge');
  for (const token of tokens) {
    if (token.kind === 'positional' && !merges) throw new Error(`“${token.value}” belongs to no option.`);
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    const meant = suggestionFor(token.name, Object.keys(options));
    throw new Error(`There is no option ${token.rawName}.${meant === null ? '' : ` Do you mean --${meant}?`}`);
  }
  const { values, positionals } = parseArgs({ ...config, allowPositionals: merges });
  return { ...values, merge: [...values.merge, ...positionals] };
}

/** What does not go together, as a sentence; null where all does. */
function contradiction(
  engine: Warehouse,
  { file, table, url, out, columns }: Omit<Given, 'engine' | 'help'>,
): string | null {
  const asked = file.length > 0 || url !== undefined;
  if (file.length > 0 && engine !== 'duckdb') return '--file is for DuckDB; other engines have a --table.';
  if (url !== undefined && engine !== 'postgres') return '--url is for PostgreSQL.';
  if ((table === undefined) === (file.length === 0)) return 'Either --table or --file is needed.';
  if (out !== undefined && !asked)
    return '--out needs an engine that can be asked: DuckDB with a --file, PostgreSQL with a --url.';
  if (columns === undefined && !asked) return '--columns is needed: which columns the table has.';
  return null;
}

/**
 * Reads the command line; null where help is asked for.
 * @throws Error that says which option is wrong
 */
export function readSummaryOptions(argv: readonly string[]): SummaryOptions | null {
  const { engine: asked, help, ...values } = given(argv);
  if (help) return null;
  const engine = WAREHOUSES.find((one) => one === asked);
  if (engine === undefined) {
    const known = WAREHOUSES.join(', ');
    throw new Error(asked === undefined ? `--engine is needed: ${known}.` : `There is no engine “${asked}”: ${known}.`);
  }
  const problem = contradiction(engine, values);
  if (problem !== null) throw new Error(problem);
  refuseLacking([...values.file, values.columns, values.edges]);
  return { ...values, engine };
}

function refuseLacking(paths: readonly (string | undefined)[]): void {
  for (const path of paths) {
    if (path !== undefined && !existsSync(path)) throw new Error(`There is no file ${path}.`);
  }
}

/**
 * Reads the command line where it asks to add files up; null where it does not.
 * @throws Error that says which option is wrong
 */
export function readMergeOptions(argv: readonly string[]): MergeOptions | null {
  const { merge, out, help, ...others } = given(argv);
  if (help || merge.length === 0) return null;
  const surplus = Object.entries(others).find(([, value]) => value !== undefined && [value].flat().length > 0);
  if (surplus !== undefined) throw new Error(`--${surplus[0]} does not go with --merge.`);
  if (out === undefined) throw new Error('--out is needed: the summary file to write.');
  if (merge.length < 2) throw new Error('--merge needs two summary files or more.');
  const twice = merge.find((path, place) => merge.map((one) => resolve(one)).indexOf(resolve(path)) < place);
  if (twice !== undefined) throw new Error(`--merge names ${twice} twice: its rows would count twice.`);
  refuseLacking(merge);
  return { merge, out };
}
