import type { DataSet } from '../../engine/data-set.ts';
import { writeSummary, type UsedColumn } from '../../engine/summary/count/write-summary.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { SIDES } from '../../facts/document/sides.ts';

/** The report, as far as a summary goes by it. */
export interface SummarisedAs {
  columns: readonly Pick<ColumnSchema, 'name' | 'type' | 'role' | 'presentIn'>[];
  /** The class that each column of probabilities is of. */
  /** Which rows it is made of. */
  config: Pick<Config, 'filter' | 'split'>;
  probabilities: readonly { column: string; label: string }[];
}

/**
 * Summary files of the files that were read, Parquet, on the same edges: those of the reference, so that they and later ones can be held against each other.
 * @param data the files
 * @param used the columns, as the report uses them
 */
export async function writeSummaries(
  data: PerSide<DataSet>,
  used: SummarisedAs,
  signal?: AbortSignal,
): Promise<PerSide<ArrayBuffer>> {
  const written: PerSide<ArrayBuffer> = {};
  let edges: Awaited<ReturnType<typeof writeSummary>>['edges'] | null = null;
  for (const side of SIDES) {
    const set = data[side];
    if (set === undefined) continue;
    const summary = await writeSummary(set, { ...asked(used, side), edges }, signal);
    written[side] = summary.parquet;
    edges ??= summary.edges;
  }
  return written;
}

function asked({ columns, probabilities }: Omit<SummarisedAs, 'config'>, side: Side) {
  const present = columns.filter(({ presentIn, role }) => presentIn.includes(side) && role !== 'ignored');
  const time = present.find(({ role, type }) => role === 'time' && type === 'datetime')?.name ?? null;
  const classes = new Map(probabilities.map(({ column, label }) => [column, label]));
  const counted = present.map(({ name, type, role }): UsedColumn => {
    const ofClass = classes.get(name);
    // Probabilities that were found by their names count as such.
    return ofClass === undefined ? { name, type, role } : { name, type, role: 'probability', ofClass };
  });
  return { columns: counted, time, segment: null };
}
