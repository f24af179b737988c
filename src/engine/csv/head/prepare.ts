import type { EngineHandle } from '../../data-set.ts';
import { PlumblineError } from '../../../facts/statements/errors.ts';
import type { TextLook } from './look.ts';
import { votedDecimal } from '../numbers/format.ts';
import type { ReadOptions } from '../options.ts';
import { summaryReading } from '../../summary/text-reading.ts';
import type { FileHabits } from './target-column.ts';

/** A text table of which the head has been looked at. */
export interface PreparedCsv extends TextLook {
  habits: FileHabits;
  /** About how many cells the whole table has. */
  cells: number;
}

/** Under the names that they are compared by. */
const renamed = <T extends { name: string }>(columns: readonly T[], { rename }: ReadOptions): T[] =>
  columns.map((column) => ({ ...column, name: rename?.get(column.name) ?? column.name }));

/**
 * Looks at the head of a text table: encoding, dialect, names, and what each column's cells could be.
 * @param engine where the file will be read
 * @param file the table
 * @param asked what is set by hand
 * @throws PlumblineError when it is no table
 */
export async function prepareCsv(engine: EngineHandle, file: File, asked: ReadOptions): Promise<PreparedCsv> {
  const { calls, gone } = engine.reader;
  const lookAs = (options: ReadOptions): Promise<TextLook> => Promise.race([calls.lookAtText(file, options), gone]);
  const first = await lookAs(asked);
  const summary = summaryReading(
    first.heads.map(({ name }) => name),
    asked,
  );
  const options = summary ?? asked;
  const look = summary === null ? first : await lookAs(summary);
  if (look.heads.length === 0) {
    throw new PlumblineError('not-a-table', { problem: 'no-row' }, { file: file.name });
  }
  const voted = votedDecimal(look.heads.map(({ numbers }) => numbers));
  // Where no number tells, a semicolon does: it is used where the comma is taken.
  const decimal = options.decimal ?? voted ?? (look.dialect.delimiter === ';' ? ',' : '.');
  // A point in a table with commas is as good as said.
  const proven = options.decimal !== undefined || voted !== null || (decimal === '.' && look.dialect.delimiter === ',');
  const heads = renamed(look.heads, options);
  return { ...look, heads, habits: { decimal, proven, options }, cells: look.rows * look.heads.length };
}
