import { describe, expect, test } from 'vitest';
import { chooseEvidence } from '../../../src/analysis/compare/choose-evidence.ts';
import { numericResult } from '../../../src/analysis/run/column-result.ts';
import { numberSummaries } from '../summaries.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { plan } from '../../../src/analysis/run/plan.ts';
import type { ColumnDrift, ColumnResult } from '../../../src/facts/document/drift.ts';
import { seededRandom } from '../../../src/stats/random.ts';

const sides = ['reference', 'current'] as const;
const random = seededRandom(5);

/** A slow process of 2000 rows a side. */
function slow(): ColumnResult {
  const column = {
    name: 'x',
    type: 'numeric',
    role: 'feature',
    typeReason: { kind: 'no-values', values: {} },
    roleReason: { kind: 'nothing-else', values: {} },
  } as const;
  const [job] = plan([{ ...column, presentIn: [...sides] }], sides, parseConfig()).jobs;
  if (job === undefined) throw new Error('no job');
  const values = (): Float64Array => {
    let last = 0;
    return Float64Array.from({ length: 2000 }, () => (last = 0.95 * last + random() - 0.5));
  };
  return numericResult(job, numberSummaries({ reference: values(), current: values() }));
}

const column = slow();
const chosen = (config: ConfigInput): ColumnDrift => {
  const drift = chooseEvidence(column, parseConfig(config));
  if (drift === null || 'notTested' in drift) throw new Error(drift?.notTested.kind ?? 'no drift');
  return drift;
};

describe('the evidence follows the config, from what one look at the values has found', () => {
  test('the usual test with its rows at their worth', () => {
    const { evidence } = chosen({});
    expect(evidence.method).toBe('ks');
    expect(evidence.effectiveSize.reference).toBeLessThan(500);
    expect(evidence.pValue).toBeGreaterThan(evidence.pValueIndependent);
  });

  test.each(['mann_whitney', 'welch'] as const)('%s, for all columns or for this one', (method) => {
    const all = chosen({ tests: { numeric: method } });
    expect(all.evidence.method).toBe(method);
    expect(chosen({ columns: { x: { test: method } } }).evidence).toEqual(all.evidence);
  });

  test('shuffled rows count in full', () => {
    const { evidence } = chosen({ rowOrder: 'none' });
    expect(evidence.effectiveSize).toEqual({ reference: 2000, current: 2000 });
    expect(evidence.pValue).toBe(evidence.pValueIndependent);
  });

  test('a test of the other kind leaves the column not tested, with the reason', () => {
    expect(chooseEvidence(column, parseConfig({ columns: { x: { test: 'g_test' } } }))).toEqual({
      notTested: { kind: 'wrong-test', values: { test: 'g_test', compares: 'categories' } },
    });
  });
});
