import type { VerdictDetailValues } from '../../facts/statements/verdict.ts';
import type { FileSummary } from '../../facts/statements/reading.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { ChosenRows } from './choose-rows.ts';
import type { Cost } from '../../facts/document/cost.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { ColumnSchema, DatasetQuality } from '../../facts/document/columns.ts';
import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import type { SegmentTable } from '../../facts/document/segments.ts';
import type { Where } from '../../facts/document/where.ts';
import type { ReportWithin } from '../../facts/document/within.ts';
import type { ErrorSince } from '../where/error-since.ts';
import type { ColumnResult, FileTests } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';

export interface Progress {
  stage:
    | 'fetching'
    | 'starting'
    | 'unpacking'
    | 'reading'
    | 'inferring'
    | 'counting'
    | 'comparing'
    | 'correlating'
    | 'measuring'
    | 'searching';
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
  /** What is tested of whole files; absent until every column is done. */
  fileTests?: FileTests;
  /** Which rows were taken, where they are not all. */
  chosen?: ChosenRows;
  /** In which order the rows were looked at; null for one file alone. */
  rowOrder: VerdictDetailValues['row-order'] | null;
  /** What columns are compared within; null where they are compared as a whole. */
  within?: ReportWithin | null;
  correlations: CorrelationMatrix[];
  /** Null where there is no model, and while the run has not come to it. */
  performance: Performance | null;
  /** What the model's errors cost; absent where no cost is set, and while the run has not come to it. */
  cost?: Cost;
  /** Since when the model's error has another level, where it changed by more than noise. */
  errorSince?: ErrorSince;
  /** Where rows stand out; absent while the run has not come to it, null where there was nothing to look for. */
  where?: Where | null;
  /** Present where summary files were counted by segment. */
  segments?: SegmentTable;
  /** Columns that the config names and no file has, where that is no error. */
  unmatchedColumns: string[];
  timings: { loadMs: number; analysisMs: number };
}

export interface RunOptions {
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Called as columns come in, a few times a second at most. */
  onUpdate?: ((partial: RunResult) => void) | undefined;
  /** Called with a report that lacks nothing but where rows stand out, when looking for them takes a while. */
  onStanding?: ((standing: RunResult) => void) | undefined;
  /** Columns that the config names and no file has: an error (if left out), or listed, for set-ups that serve many files. */
  unknownColumns?: 'refuse' | 'list' | undefined;
  signal?: AbortSignal | undefined;
}
