import { largest } from '../../facts/extremes.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { DatasetQuality } from '../../facts/document/columns.ts';
import type {
  ColumnResult,
  FileTests,
  FindingTest,
  FindingTests,
  GapOrder,
  MissingDrift,
} from '../../facts/document/drift.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { corrections } from './corrections.ts';
import { fileTests, findingTests } from './finding-tests.ts';
import { missingDrift } from './missing-test.ts';

/** What is tested beside the distributions. */
interface Tests {
  columns: { missing: MissingDrift | null; findingTests: FindingTests }[];
  files: FileTests;
}

/** The tests of missing cells and of findings over all columns and kinds, corrected together for how many there are. */
export function adjustFindings(
  results: readonly ColumnResult[],
  config: Config,
  dataset: PerSide<DatasetQuality>,
): Tests {
  const longest = largest(
    results.map((column) => gapOrderOf(column, config)?.time ?? 1),
    1,
  );
  const columns = results.map((column) => {
    const gaps = gapOrderOf(column, config) ?? { time: longest, bursts: null };
    return { missing: missingDrift(column, gaps), findingTests: findingTests(column, config, gaps.time) };
  });
  const files = fileTests(dataset, largest(results.map(timeOf), 1));
  const tests = [
    ...columns.flatMap(({ missing, findingTests: found }) => [
      ...(missing === null ? [] : [missing]),
      ...testsIn(found),
    ]),
    ...testsIn(files),
  ];
  const qValues = corrections[config.correction](tests.map(({ pValue }) => pValue));
  const qOf = new Map<FindingTest, number>(tests.map((test, i) => [test, qValues[i] ?? 1]));
  const corrected = <T extends FindingTest>(test: T): T => ({ ...test, qValue: qOf.get(test) ?? 1 });
  return {
    columns: columns.map(({ missing, findingTests: found }) => ({
      missing: missing === null ? null : corrected(missing),
      findingTests: mapTests(found, corrected),
    })),
    files: mapTests(files, corrected),
  };
}

const testsIn = (tests: FindingTests | FileTests): FindingTest[] => Object.values(tests);

const mapTests = <T extends FindingTests | FileTests>(tests: T, map: (test: FindingTest) => FindingTest): T =>
  Object.fromEntries(Object.entries<FindingTest>(tests).map(([kind, test]) => [kind, map(test)])) as T;

/** What the order of the rows tells of its gaps; null where that is not known. */
function gapOrderOf({ drift }: ColumnResult, { rowOrder }: Config): GapOrder | { time: number; bursts: null } | null {
  if (rowOrder === 'none') return { time: 1, bursts: null };
  return drift === null || 'notTested' in drift ? null : (drift.gaps ?? null);
}

/** So many rows of its values in a row tell as much as one. */
function timeOf({ drift }: ColumnResult): number {
  if (drift === null || 'notTested' in drift) return 1;
  const { rows, effectiveSize } = drift.evidence;
  return Math.max(rows.reference / effectiveSize.reference, rows.current / effectiveSize.current);
}
