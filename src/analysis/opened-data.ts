import type { FirstRows } from '../engine/read/first-rows.ts';
import type { PerSide, Side } from '../facts/document/side.ts';
import type { ConfigInput } from '../facts/settings/settings.ts';
import type { InputSummary, RunOptions, RunResult } from './run/run-result.ts';
import type { AskedRows } from './rows/ask-rows.ts';
import type { SummarisedAs } from './summarised/write-summaries.ts';

export interface OpenRequest extends Omit<RunOptions, 'onUpdate' | 'onStanding'> {
  /** One file, or several that are read as one table. */
  reference?: readonly File[] | undefined;
  current: readonly File[];
  config?: ConfigInput | undefined;
  /** Gets the columns as the first rows show them, while a large file is still being read. */
  onPreview?: ((partial: RunResult) => void) | undefined;
  /** Gets each file's first rows, as soon as there are any. */
  onRows?: ((rows: PerSide<FirstRows>) => void) | undefined;
}

/** Two files (or one) read into memory, ready for any number of runs. */
export interface OpenedData {
  inputs: PerSide<InputSummary>;
  /** Runs with this config: only what changed since the last run is computed again. */
  run(config: ConfigInput, options?: RunOptions): Promise<RunResult>;
  /** The first cells of a column as they were read; null is missing. */
  firstCells(side: Side, column: string, rows: number): Promise<(string | null)[]>;
  /** Summary files of both files as the report uses their columns, Parquet; null where they are summaries themselves. */
  summaries: ((used: SummarisedAs, signal?: AbortSignal) => Promise<PerSide<ArrayBuffer>>) | null;
  /** Rows as they were read; null where none of the files has any here. */
  rows: AskedRows | null;
  /** Gives the memory back. */
  close(): void;
}
