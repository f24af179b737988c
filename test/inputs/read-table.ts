import { inferType } from '../../src/analysis/infer/infer-type.ts';
import { profileColumns } from '../../src/engine/columns/profile.ts';
import type { ReadOptions } from '../../src/engine/csv/options.ts';
import { queryRows } from '../../src/engine/database/database.ts';
import { openFiles } from '../../src/engine/read/open.ts';
import type { ColumnType } from '../../src/facts/document/columns.ts';
import { PlumblineError } from '../../src/facts/statements/errors.ts';
import { nodeDatabase } from '../engine/node-database.ts';
import { handleOf } from '../engine/node-handle.ts';

/** A column as it was read. */
export interface ReadColumn {
  name: string;
  /** As the report would take it. */
  type: ColumnType;
  filled: number;
  distinct: number;
  first: string | null;
  last: string | null;
  /** Of numbers and times, as the engine writes them. */
  min: string | null;
  max: string | null;
}

export interface ReadTable {
  rows: number;
  columns: ReadColumn[];
  /** Kinds of the notes, as `kind column`. */
  notes: string[];
  /** Values of the notes, by kind and column. */
  values: Record<string, unknown>;
  readAs: Record<string, unknown>;
}

export interface Refused {
  refused: object;
}

export const isRefused = (found: ReadTable | Refused): found is Refused => 'refused' in found;

/** Reads a table as the page does: files that belong together, by the real engine. */
export async function readTable(files: File[], read: ReadOptions = {}): Promise<ReadTable | Refused> {
  try {
    const [data] = await openFiles([
      { files, engine: handleOf(await nodeDatabase()), onProgress: () => undefined, read },
    ]);
    if (data === undefined) throw new Error('nothing was opened');
    const profiles = await profileColumns(data, 1);
    const columns: ReadColumn[] = [];
    for (const [i, { name, stored }] of data.columns.entries()) {
      const c = `"${stored.replaceAll('"', '""')}"`;
      const facts = await queryRows(
        data.database,
        `SELECT count(${c})::DOUBLE AS filled, count(DISTINCT ${c})::DOUBLE AS different, min(${c})::VARCHAR AS min, max(${c})::VARCHAR AS max,
          min(CASE WHEN rowid = 0 THEN ${c} END)::VARCHAR AS first,
          min(CASE WHEN rowid = ${String(data.summary.rowsUsed - 1)} THEN ${c} END)::VARCHAR AS last FROM ${data.source}`,
      );
      const { filled, different, ...ends } = facts[0] ?? {};
      const counts = { filled: Number(filled), distinct: Number(different) };
      const { type } = inferType(name, profiles.slice(i, i + 1));
      columns.push({ name, type, ...counts, ...(ends as Pick<ReadColumn, 'first' | 'last' | 'min' | 'max'>) });
    }
    return {
      rows: data.summary.rows,
      columns,
      notes: data.summary.notes.map(({ kind, column = '' }) => `${kind} ${column}`.trim()),
      values: Object.fromEntries(
        data.summary.notes.map(({ kind, column = '', values }) => [`${kind} ${column}`.trim(), values]),
      ),
      readAs: Object.fromEntries(data.summary.readAs.map(({ kind, values }) => [kind, values])),
    };
  } catch (error) {
    if (!(error instanceof PlumblineError)) throw error;
    const { code, values } = error as PlumblineError;
    return { refused: { code, values } };
  }
}
