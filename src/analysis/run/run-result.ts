import type { FileSummary } from '../../facts/reading.ts';
import type { Config } from '../../facts/settings.ts';
import type { Performance } from '../../facts/performance.ts';
import type {
  ColumnResult,
  ColumnSchema,
  CorrelationMatrix,
  DatasetQuality,
  PerSide,
  Side,
} from '../../facts/results.ts';

export interface Progress {
  stage: 'fetching' | 'starting' | 'unpacking' | 'reading' | 'inferring' | 'comparing' | 'correlating' | 'measuring';
  side?: Side;
  done: number;
  /** 0 while it is not known. */
  total: number;
  unit: 'bytes' | 'rows' | 'columns' | 'files' | 'steps';
}

export type InputSummary = FileSummary;
/** The state of a run; with `complete` false it holds the columns that are done so far, without q-values. */
export interface RunResult {
  complete: boolean;
  config: Config;
  inputs: PerSide<InputSummary>;
  schema: ColumnSchema[];
  columns: ColumnResult[];
  dataset: PerSide<DatasetQuality>;
  correlations: CorrelationMatrix[];
  /** Null where there is no model, and while the run has not come to it. */
  performance: Performance | null;
  /** Columns that the config names and no file has, where that is no error. */
  unmatchedColumns: string[];
  timings: { loadMs: number; analysisMs: number };
}

export interface RunOptions {
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Called as columns come in, a few times a second at most. */
  onUpdate?: ((partial: RunResult) => void) | undefined;
  /** Columns that the config names and no file has: an error (if left out), or listed, for set-ups that serve many files. */
  unknownColumns?: 'refuse' | 'list' | undefined;
  signal?: AbortSignal | undefined;
}
