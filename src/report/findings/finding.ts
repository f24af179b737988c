import type { RunResult } from '../../analysis/run/run-result.ts';
import type { FindingFacts, FindingKind, FindingStatement, FindingValues } from '../../facts/statements/findings.ts';
import type { Report, ReportColumn } from '../../facts/document/document.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import type { Performance } from '../../facts/document/performance.ts';
import type { ColumnSchema, DatasetQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult, FileTests, FindingTest } from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { Rule } from '../verdict/verdict.ts';

/** A finding without its kind, which its descriptor knows. */
export type Found<Kind extends FindingKind> = FindingFacts & { values: FindingValues[Kind] };

/** What a finding about a column is made of. */
export interface ColumnFacts {
  schema: ColumnSchema;
  result: ColumnResult;
  config: RunResult['config'];
  /** Whether there are two files. */
  twoFiles: boolean;
  /** The comparison and what it is judged by; null where the column is not tested. */
  tested: { drift: ColumnDrift; rule: Rule } | null;
}

/** What findings about whole files are made of. */
export interface FileFacts {
  quality: PerSide<DatasetQuality>;
  tests: FileTests;
  columns: readonly ColumnResult[];
  config: RunResult['config'];
}

export type Measured = Extract<Performance, { state: 'measured' }>;

/** What a finding about the model is made of. */
export interface ModelFacts {
  model: Measured;
  config: RunResult['config'];
}

interface Facts {
  column: ColumnFacts;
  file: FileFacts;
  model: ModelFacts;
}
export type FindingSubject = keyof Facts;

/** What is known of a finding when somebody asks for its rows: it, its column and the whole document. */
export interface RowFacts<Kind extends FindingKind> {
  values: FindingValues[Kind];
  facts: FindingFacts;
  /** Of the finding's column; absent where it is about whole files. */
  column: ReportColumn | undefined;
  report: Report;
}

/** The rows that a finding speaks of, file by file; null for a kind that speaks of none. */
export type RowsOf<Kind extends FindingKind> = ((found: RowFacts<Kind>) => readonly RowsAsked[]) | null;

/** Of kinds that speak of a column or a file as a whole. */
export const NO_ROWS = null;

/** A kind of finding: what it is about, where it is found, and which rows it speaks of. */
export interface FindingDescriptor<Subject extends FindingSubject> {
  kind: FindingKind;
  subject: Subject;
  find: (facts: Facts[Subject]) => FindingStatement[];
  rows: RowsOf<FindingKind>;
}

export type AnyFinding = { [Subject in FindingSubject]: FindingDescriptor<Subject> }[FindingSubject];

const descriptor =
  <Subject extends FindingSubject>(subject: Subject) =>
  <Kind extends FindingKind>(
    kind: Kind,
    rows: RowsOf<Kind>,
    find: (facts: Facts[Subject]) => readonly Found<Kind>[],
  ): FindingDescriptor<Subject> => ({
    kind,
    subject,
    find: (facts) => find(facts).map((found) => ({ kind, ...found }) as FindingStatement),
    // Whoever asks has found the descriptor by its kind.
    rows: rows as RowsOf<FindingKind>,
  });

export const columnFinding = descriptor('column');
export const fileFinding = descriptor('file');
export const modelFinding = descriptor('model');

/** The severity of a number by what it has to reach. */
export const graded = (value: number, high: number, medium: number): FindingFacts['severity'] =>
  value >= high ? 'high' : value >= medium ? 'medium' : 'low';

/**
 * The severity of something that both files were looked at for: `severity` where it is more than chance alone makes, else low. What is
 * as frequent in the reference is no news.
 */
export const asNews = (
  test: FindingTest | undefined,
  { alpha }: RunResult['config'],
  severity: FindingFacts['severity'],
): Pick<FindingFacts, 'severity' | 'qValue'> => {
  const q = test?.qValue;
  if (q === undefined) return { severity: 'low' };
  return { severity: q < alpha ? severity : 'low', qValue: q };
};
