import type { DataSet, StoredColumn } from '../data-set.ts';
import { queryRow } from '../database/database.ts';
import { asNumber, asText, storageOf } from '../columns/cells.ts';
import { identifier, literal } from '../database/sql.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { SUMMARY_COLUMNS, SummaryKind } from '../../facts/summary-file.ts';
import type { SummaryProblem } from '../../facts/statements/summary-problems.ts';
import { summaryName } from './is-summary.ts';

export type SummaryCell = (typeof SUMMARY_COLUMNS)[number];

/**
 * A summary file's table in its engine, whatever types its columns came with. Millions of rows are grouped by cells as they are stored; what
 * comes out is put into form.
 */
export class SummaryTable {
  readonly set: DataSet;
  readonly #columns: ReadonlyMap<string, StoredColumn>;

  constructor(set: DataSet) {
    this.set = set;
    this.#columns = new Map(set.columns.map((column) => [summaryName(column.name), column]));
  }

  #column(cell: SummaryCell): StoredColumn {
    const column = this.#columns.get(cell);
    if (column === undefined) throw new Error(`no column ${cell}`);
    return column;
  }

  /** The cell as it is stored, in SQL. */
  raw(cell: SummaryCell): string {
    return identifier(this.#column(cell).stored);
  }

  /** The cell as text, in SQL; empty where there is none. `stored` where it has another name by now. */
  text(cell: SummaryCell, stored = this.#column(cell).stored): string {
    const column = { ...this.#column(cell), stored };
    // A time with a zone has no text in this engine.
    const written = storageOf(column) === 'time' ? `${identifier(stored)}::TIMESTAMP::VARCHAR` : asText(column);
    return `coalesce(${written}, '')`;
  }

  /** The cell as DOUBLE, in SQL; null where it has no number. */
  number(cell: SummaryCell): string {
    return asNumber(this.#column(cell), 'number');
  }

  /** Whether the cells are stored as whole numbers. */
  isWhole(cell: SummaryCell): boolean {
    return /^U?(TINY|SMALL|BIG)?INT(EGER)?$/.test(this.#column(cell).type);
  }

  /** Whether a row is of one of some kinds, in SQL. */
  isOf(kinds: readonly SummaryKind[]): string {
    return `${asText(this.#column('kind'))} IN (${kinds.map(literal).join(', ')})`;
  }

  /**
   * The error for a row.
   * @param row its number in the whole table, from 0; in a table of several files the error names the one that has it
   */
  problemAt(row: number, values: SummaryProblem): PlumblineError<'summary-file'> {
    const { parts = [], name } = this.set.summary;
    let start = 0;
    for (const part of parts) {
      if (row < start + part.rows) {
        return new PlumblineError('summary-file', values, { file: part.name, row: row - start + 1 });
      }
      start += part.rows;
    }
    return new PlumblineError('summary-file', values, { file: name, row: row + 1 });
  }

  problem(values: SummaryProblem): PlumblineError<'summary-file'> {
    return new PlumblineError('summary-file', values, { file: this.set.summary.name });
  }

  /** The number of the first row that meets a condition, from 0, and one of its cells; there has to be one. */
  async firstRow(condition: string, cell: string, signal?: AbortSignal): Promise<{ row: number; text: string }> {
    const found = `min(rowid)::DOUBLE AS place, arg_min(${cell}, rowid) AS value`;
    const { place, value } = await queryRow(
      this.set.database,
      `SELECT ${found} FROM ${this.set.source} WHERE ${condition}`,
      signal,
    );
    return { row: Number(place), text: String(value) };
  }
}
