import type { DataSet } from '../data-set.ts';
import { SUMMARY_VERSION, type SummaryCounts, type SummaryValues } from '../../facts/summary.ts';
import type { SummarisedColumn, SummaryFile, SummaryKind } from '../../facts/summary-file.ts';
import { checkSums } from './add-up.ts';
import { checkRows } from './check-rows.ts';
import { readDefinitions, type DefinedColumn, type Definitions } from './definitions.ts';
import { timed } from './in-time.ts';
import { levelValues } from './level-values.ts';
import { modelOf } from './model.ts';
import { numberValues } from './number-values.ts';
import { orderOf } from './order.ts';
import { productsOf } from './products.ts';
import { hasSegments, segmentsOf } from './segments.ts';
import { refuseDuplicates } from './twice.ts';
import { SummaryTable } from './summary-table.ts';
import { fetchSums, type Sums, type SumsByKind } from './sums.ts';
import { refuseTimes } from './times.ts';

/** What a file counts, added up in the ways that are asked for. */
interface Counted {
  bins: SumsByKind;
  groups: SumsByKind;
  days: SumsByKind;
  stretches: SumsByKind;
  confusion: SumsByKind;
  scores: SumsByKind;
}

/**
 * Reads a summary file, or several that were put together: then their counts add up.
 * @param set the table, for which `isSummary`
 * @param signal stops the queries
 * @throws PlumblineError that names the file, what is wrong with it and what to do
 */
export async function readSummaryFile(set: DataSet, signal?: AbortSignal): Promise<SummaryFile> {
  const table = new SummaryTable(set);
  if (set.summary.rowsUsed < set.summary.rows) throw table.problem({ problem: 'sampled' });
  await checkRows(table, signal);
  const definitions = await readDefinitions(table, signal);
  // Of one file without segments no two rows of a stretch belong together.
  const ungrouped = definitions.files === 1 && !(await hasSegments(table, signal));
  const counted = await fetchCounted(table, ungrouped, signal);
  const known = ungrouped ? counted.stretches : null;
  await refuseDuplicates(table, { files: definitions.files, known }, signal);
  await refuseTimes(table, { days: [counted.days, counted.confusion, counted.scores], stretches: counted.stretches });
  checkSums(table, definitions, counted);
  return {
    engine: definitions.engine,
    rows: definitions.rows,
    columns: definitions.columns.map((column) => summarise(table, definitions, { column, counted })),
    products: productsOf(table, definitions.columns, {
      products: counted.groups.get('product'),
      paired: counted.groups.get('paired'),
    }),
    model: modelOf(table, definitions, {
      confusion: counted.confusion.get('confusion'),
      scores: counted.scores.get('score'),
      errors: counted.stretches.get('error'),
    }),
    segments: await segmentsOf(table, signal),
  };
}

/** Most of a file that knows the time, of which nothing but rows is counted. */
const COUNTED_BY_DAY = [
  ...(['rows', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'day-bin', 'level', 'rest'] as const),
] satisfies SummaryKind[];

/** One statement at a time: an engine takes no more. */
async function fetchCounted(
  table: SummaryTable,
  ungrouped: boolean,
  signal: AbortSignal | undefined,
): Promise<Counted> {
  const fetch = (
    kinds: readonly SummaryKind[],
    keys: Parameters<typeof fetchSums>[1]['keys'],
    how: { ungrouped?: boolean; counts?: boolean } = {},
  ): Promise<SumsByKind> => fetchSums(table, { kinds, keys, ...how }, signal);
  return {
    bins: new Map([...(await fetch(['bin'], ['bin'])), ...(await fetch(['day-bin'], ['bin'], { counts: true }))]),
    groups: await fetch(['level', 'rest', 'distinct', 'product', 'paired'], ['other', 'label', 'bin']),
    days: new Map([
      ...(await fetch(['day'], ['period'])),
      ...(await fetch(COUNTED_BY_DAY, ['period'], { counts: true })),
    ]),
    stretches: new Map([
      ...(await fetch(['stretch', 'error'], ['period'], { ungrouped })),
      ...(await fetch(['level-stretch'], ['label', 'period'], { ungrouped })),
    ]),
    confusion: await fetch(['confusion'], ['other', 'label', 'period']),
    scores: await fetch(['score'], ['label', 'bin', 'period']),
  };
}

function summarise(
  table: SummaryTable,
  definitions: Definitions,
  { column, counted }: { column: DefinedColumn; counted: Counted },
): SummarisedColumn {
  const { name, type, role } = column;
  const { stretches, days } = counted;
  const n = (kind: SummaryKind): number => total(days.get(kind)?.get(name));
  const counts: SummaryCounts = {
    ...{ rows: definitions.rows, missing: n('missing'), nan: n('nan') },
    ...{ positiveInfinity: n('positive-infinity'), negativeInfinity: n('negative-infinity'), coerced: null },
  };
  return {
    ...{ name, type, role },
    summary: {
      ...{ version: SUMMARY_VERSION, column: name, slices: [table.set.summary.name], counts },
      values: valuesOf(table, definitions, { column, counted }),
    },
    order: orderOf(table, column, {
      rows: stretches.get('stretch')?.get(name),
      levels: stretches.get('level-stretch')?.get(name),
    }),
  };
}

const total = (sums: Sums | undefined): number => sums?.n.reduce((sum, n) => sum + n, 0) ?? 0;

function valuesOf(
  table: SummaryTable,
  definitions: Definitions,
  { column, counted }: { column: DefinedColumn; counted: Counted },
): SummaryValues {
  const { name, type } = column;
  const { groups, bins, days } = counted;
  const sumsOf = (kind: SummaryKind): Sums | undefined => groups.get(kind)?.get(name);
  switch (type) {
    case 'numeric':
    case 'datetime': {
      const byDay = days.get('day')?.get(name);
      const timeColumn = timeColumnOf(definitions, days);
      const inDays = byDay && timed(byDay);
      return numberValues(table, column, { bins: bins.get('bin')?.get(name), days: inDays, timeColumn });
    }
    case 'categorical':
    case 'boolean':
      return levelValues(sumsOf('level'), sumsOf('rest'));
    default: {
      // Several files may share texts.
      const distinct = definitions.files === 1 && sumsOf('distinct') !== undefined ? total(sumsOf('distinct')) : null;
      return { kind: 'texts', distinct, mostCommon: null, levels: null };
    }
  }
}

/** Where rows have days, the column that these are of. */
function timeColumnOf({ columns }: Definitions, days: SumsByKind): string | null {
  const isTimed = [...(days.get('rows')?.values() ?? [])].some(({ starts }) => starts.some(Number.isFinite));
  return isTimed ? (columns.find(({ role }) => role === 'time')?.name ?? null) : null;
}
