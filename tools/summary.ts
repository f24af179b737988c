import { countsStatement } from '../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../src/warehouse/edges-statement.ts';
import { frozenEdges, NO_EDGES } from '../src/warehouse/frozen-edges.ts';
import type { SummaryRequest } from '../src/warehouse/request.ts';
import { scriptOf } from '../src/warehouse/script.ts';
import { readColumns } from './summary/columns.ts';
import { duckdbEngine } from './summary/duckdb-engine.ts';
import { asInReference, readReference, warnOfLackingEdges, type Reference } from './summary/edges.ts';
import type { SummaryEngine } from './summary/engine.ts';
import { warnOfLength } from './summary/length.ts';
import { mergeSummaries } from './summary/merge/merge.ts';
import { readMergeOptions, readSummaryOptions, USAGE, type SummaryOptions } from './summary/options.ts';
import { partsOf, requestOf } from './summary/request.ts';

/*
 * Statements that make a summary file where the data are; or the file itself, where this machine can ask the engine.
 */
const NEXT = {
  edges:
    'Next: run this on the reference, save its result (Parquet, CSV or JSON) and give it as --edges. That prints the statement whose result is the summary file.',
  counts: 'Next: run this and save its result as Parquet: that is the summary file.',
};

const warn = (text: string): void => {
  console.error(text);
};

function print({ engine }: SummaryOptions, request: SummaryRequest, reference: Reference | null): void {
  const statement =
    reference === null ? edgesStatement(request, engine) : countsStatement(request, reference.edges, engine);
  process.stdout.write(scriptOf(statement, engine));
  warnOfLength(statement, engine, warn);
  warn(reference === null ? NEXT.edges : NEXT.counts);
}

/** Both statements, one after the other; the reference's own edges where no others are given. */
async function write(
  { engine, out = '' }: SummaryOptions,
  asked: SummaryEngine,
  request: SummaryRequest,
  reference: Reference | null,
): Promise<void> {
  const edges = reference?.edges ?? frozenEdges(await asked.rows(edgesStatement(request, engine))) ?? NO_EDGES;
  const written = await asked.write(countsStatement(request, edges, engine), out);
  warn(`${out}: a summary file of ${String(written)} rows.`);
}

/** The engine, where this machine can ask it. */
async function engineOf({ engine, file, url, table = '' }: SummaryOptions): Promise<SummaryEngine | null> {
  if (file.length > 0) return await duckdbEngine(file, warn);
  if (url === undefined) return null;
  // Only PostgreSQL needs its client.
  const { postgresEngine } = await import('./summary/postgres-engine.ts');
  return await postgresEngine(url, partsOf(table, engine));
}

async function run(options: SummaryOptions): Promise<void> {
  const reference = options.edges === undefined ? null : await readReference(options.edges);
  const asked = await engineOf(options);
  try {
    const given = options.columns === undefined ? await asked?.describe() : readColumns(options.columns, warn);
    const request = requestOf(
      options,
      reference === null ? (given ?? []) : asInReference(given ?? [], reference, options, warn),
      warn,
    );
    if (reference !== null) warnOfLackingEdges(request.columns, reference.edges, warn);
    if (options.out === undefined || asked === null) print(options, request, reference);
    else await write(options, asked, request, reference);
  } finally {
    await asked?.close();
  }
}

try {
  const words = process.argv.slice(2);
  const merging = readMergeOptions(words);
  const options = merging === null ? readSummaryOptions(words) : null;
  if (merging !== null) await mergeSummaries(merging, warn);
  else if (options === null) console.log(USAGE);
  else await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
