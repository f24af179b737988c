import type { RunResult } from '../../analysis/run/run-result.ts';
import type { FindingFacts, FindingKind, FindingStatement, FindingValues } from '../../facts/statements/findings.ts';
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

/** A kind of finding: what it is about, and where it is found. */
export interface FindingDescriptor<Subject extends FindingSubject> {
  kind: FindingKind;
  subject: Subject;
  find: (facts: Facts[Subject]) => FindingStatement[];
}

export type AnyFinding = { [Subject in FindingSubject]: FindingDescriptor<Subject> }[FindingSubject];

const descriptor =
  <Subject extends FindingSubject>(subject: Subject) =>
  <Kind extends FindingKind>(
    kind: Kind,
    find: (facts: Facts[Subject]) => readonly Found<Kind>[],
  ): FindingDescriptor<Subject> => ({
    kind,
    subject,
    find: (facts) => find(facts).map((found) => ({ kind, ...found }) as FindingStatement),
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
