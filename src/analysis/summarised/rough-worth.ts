import type { ColumnSummary, Memory } from '../../facts/summary.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import { compare } from '../compare/compare-summaries.ts';

/** Sums over stretches tell what rows are worth to about this factor, held against what the rows themselves tell. */
const FACTOR = 2;

type Drift = ColumnResult['drift'];

/**
 * Adds to the tests of a column what they would say with twice and with half as many independent rows.
 * @param drift of two summaries whose rows' worth was told by stretches of time; others come back as they are
 * @param pair these summaries
 */
export function withPValueBounds(
  drift: Drift,
  { reference, current }: { reference: ColumnSummary; current: ColumnSummary },
  seed: number,
): Drift {
  if (drift === null || 'notTested' in drift || drift.identical) return drift;
  const driftFor = (factor: number): Drift => compare(worth(reference, factor), worth(current, factor), { seed });
  const [doubled, halved] = [driftFor(FACTOR), driftFor(1 / FACTOR)];
  const tests = Object.entries(drift.tests).map(([name, test]) => {
    const [smaller, larger] = [pValueOf(doubled, name), pValueOf(halved, name)];
    const isTold = !('reason' in test) && smaller !== null && larger !== null;
    return [name, isTold ? { ...test, pValueBounds: { doubled: smaller, halved: larger } } : test] as const;
  });
  return { ...drift, tests: Object.fromEntries(tests) };
}

function pValueOf(drift: Drift, name: string): number | null {
  const test = drift === null || 'notTested' in drift ? undefined : drift.tests[name];
  return test === undefined || 'reason' in test ? null : test.pValue;
}

/** A summary whose rows are worth so many times as many independent ones, at most as many as there are. */
function worth(summary: ColumnSummary, factor: number): ColumnSummary {
  const { values } = summary;
  if (values.kind === 'texts' || values.sequence === null) return summary;
  const memory = scaled(values.sequence.memory, factor);
  return values.kind === 'numbers'
    ? { ...summary, values: { ...values, sequence: { ...values.sequence, memory } } }
    : { ...summary, values: { ...values, sequence: { ...values.sequence, memory } } };
}

function scaled(memory: Memory, factor: number): Memory {
  const effective = Math.min(memory.rows, Math.max(Math.min(1, memory.rows), memory.effective * factor));
  const long = memory.long && { ...memory.long, time: Math.max(1, memory.long.time / factor) };
  return { ...memory, effective, time: effective > 0 ? memory.rows / effective : memory.time, long };
}
