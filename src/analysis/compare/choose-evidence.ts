import { comparedAs } from '../../facts/methods.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';

/**
 * The test that the config asks for, with the rows counted by effective size (or in full, where they are said to be
 * shuffled), in the place of the usual one. A test that cannot be made leaves the column not tested.
 */
export function chooseEvidence({ name, drift }: ColumnResult, config: Config): ColumnResult['drift'] {
  if (drift === null || 'notTested' in drift) return drift;
  const kind = comparedAs(drift.effect);
  const asked = configByName(config).get(name)?.test ?? config.tests[kind];
  const test = drift.tests[asked];
  if (test === undefined) {
    const compares = kind === 'numeric' ? 'categories' : 'numbers';
    return { notTested: { kind: 'wrong-test', values: { test: asked, compares } } };
  }
  if ('reason' in test) return { notTested: test.reason };
  const { rows, effectiveSize } = drift.evidence;
  if (config.rowOrder !== 'none') return { ...drift, evidence: { ...test, rows, effectiveSize } };
  const shuffled = { ...drift };
  delete shuffled.yardstick;
  delete shuffled.calendar;
  const rate = drift.rateChange && { rateChange: { ...drift.rateChange, pValue: drift.rateChange.pValueIndependent } };
  const independent = drift.within?.worth ?? rows;
  const inFull = { ...test, pValue: test.pValueIndependent };
  delete inFull.pValueBounds;
  return {
    ...shuffled,
    ...rate,
    evidence: { ...inFull, rows, effectiveSize: independent },
  };
}
