import type {
  BinScore,
  ColumnDrift,
  ColumnQuality,
  ColumnResult,
  Outliers,
  SmallestDetectable,
  ColumnType,
  CorrelationMatrix,
  DatasetQuality,
  PerSide,
  Role,
  Score,
} from './results.ts';
import type { Config } from './settings.ts';
import type { Performance } from './performance.ts';
import type { RoleReason, TypeReason } from './column-reasons.ts';
import type { ColumnVerdict } from './column-verdict.ts';
import type { ConditionStatement } from './condition-statements.ts';
import type { Finding } from './findings.ts';
import type { ModelNote, ModelSummary, NotMeasured, TaskReason } from './model-statements.ts';
import type { NotTested } from './not-tested.ts';
import type { Reason } from './reasons.ts';
import type { VerdictDetail, VerdictSummary } from './verdict.ts';

/*
 * Texts of the document stand beside what they say as kind and values: in the same object where it is one statement
 * (`kind`, `values`, `text`), else under `statements` by the name of the text. Both are absent in documents of versions
 * that had none.
 */

/** The report document. Its names are a promise to scripts: see docs/report-format.md and public/plumbline-report.schema.json. */
export interface Report {
  format: 'plumbline-report/1';
  createdAt: string;
  app: { name: 'plumbline'; version: string };
  inputs: PerSide<ReportInput>;
  config: Config;
  verdict: Verdict;
  columns: ReportColumn[];
  dataset: {
    quality: PerSide<DatasetQuality>;
    /** Null for one file alone. */
    drift: { share: number; drifted: number; tested: number; expectedByLuck: number } | null;
    findings: Finding[];
  };
  correlations: CorrelationMatrix[];
  /** Null where there is no model to measure, and while a run has not come to it. */
  performance: ReportPerformance | null;
  /** The limits that the config sets, and whether they are kept; empty while a run is under way. */
  conditions: Condition[];
  /** Columns that a set-up names and no file has. */
  unmatchedColumns: string[];
  timings: { loadMs: number; analysisMs: number };
}

/** A limit that a number must keep. "unknown" where the report does not have the number. */
export interface Condition {
  id: string;
  status: 'pass' | 'fail' | 'unknown';
  /** One sentence with the number that decides. */
  text: string;
  kind?: ConditionStatement['kind'];
  values?: ConditionStatement['values'];
}

export type DriftState = 'changed' | 'stable' | 'insufficient' | 'notTested';

export interface Verdict {
  /** "qualityOnly" for one file alone. */
  state: DriftState | 'qualityOnly';
  summary: string;
  /** What was tested, what luck alone would have flagged, and what remains after correction; absent where nothing was tested. */
  detail?: string;
  statements?: { summary: VerdictSummary; detail: VerdictDetail[] };
  counts: { changed: number; stable: number; insufficient: number; notTested: number };
}

export interface ReportInput {
  name: string;
  bytes: number;
  rows: number;
  rowsUsed: number;
  /** The files that it was put together from, where there are several. */
  parts?: { name: string; bytes: number; rows: number }[];
  columns: number;
  /** "CSV", "Parquet", … */
  format: string;
  /** How it was read, as label and value: "Delimiter", "comma". */
  readAs: { label: string; value: string; choices?: string[] }[];
  notes: ReadNote[];
}

export interface ReadNote {
  severity: 'info' | 'warning';
  text: string;
  column?: string;
  row?: number;
  /** The first cells or rows it speaks of, counted from 1. */
  examples?: { row: number; value: string }[];
}

export type { Finding } from './findings.ts';
export type { Reason } from './reasons.ts';

/** A distance over the bins of the picture, and about what luck alone makes where nothing changed. */
export interface DrawnScore {
  method: BinScore['method'];
  value: number;
  byLuck: number;
}

export interface ReportDrift {
  state: DriftState;
  /** One sentence: why this state. */
  text: string;
  /** Present for notTested only. */
  reason?: string;
  statements?: { text: ColumnVerdict; reason?: NotTested };
  effect?: ColumnDrift['effect'] & { threshold: number };
  evidence?: ColumnDrift['evidence'];
  smallestDetectable?: SmallestDetectable;
  /** The rule as a chain of facts, then what would have to be different for another state. Empty where nothing was tested. */
  why: Reason[];
  outliers?: Outliers;
  findings: Finding[];
  /** What other profiles say. */
  scores: Score[];
  /** Distances on the picture's own bins; absent where nothing was tested. */
  drawnScores?: DrawnScore[];
}

export interface ReportColumn {
  name: string;
  type: ColumnType;
  role: Role;
  typeReason: string;
  roleReason: string;
  statements?: { typeReason: TypeReason; roleReason: RoleReason };
  presentIn: ('reference' | 'current')[];
  quality: PerSide<ColumnQuality>;
  /** Null for one file alone, and while a run has not come to the column. */
  drift: ReportDrift | null;
  distribution: ColumnResult['distribution'];
  cumulative: ColumnResult['cumulative'];
  overTime: ColumnResult['overTime'];
}

/** How good the model is, in words and numbers. */
export type ReportPerformance =
  | (Extract<Performance, { state: 'notMeasured' }> & {
      summary: string;
      statements?: { summary: ModelSummary; reason: NotMeasured };
    })
  | (Extract<Performance, { state: 'measured' }> & {
      /** One sentence. */
      summary: string;
      statements?: { summary: ModelSummary; taskReason: TaskReason; notes: ModelNote[] };
      /** What the two files are called here: two periods, or two models. */
      names: { reference: string; current: string };
      findings: Finding[];
    });
