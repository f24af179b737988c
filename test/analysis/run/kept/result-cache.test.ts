import { expect, test } from 'vitest';
import { failedResult } from '../../../../src/analysis/run/column-result.ts';
import { plan, type ColumnJob } from '../../../../src/analysis/run/plan.ts';
import { ResultCache } from '../../../../src/analysis/run/kept/result-cache.ts';
import { elementAt } from '../../../../src/facts/element-at.ts';
import type { ColumnSchema } from '../../../../src/facts/document/columns.ts';
import type { ColumnResult } from '../../../../src/facts/document/drift.ts';
import { parseConfig, type ConfigInput } from '../../../../src/facts/settings/settings.ts';

const sides = ['reference', 'current'] as const;

function jobOf(type: ColumnSchema['type'], config: ConfigInput): ColumnJob {
  const reason = { kind: 'no-values', values: {} } as const;
  const column: ColumnSchema = {
    ...{ name: 'x', type, role: 'feature', typeReason: reason, roleReason: { kind: 'set-by-hand', values: {} } },
    presentIn: [...sides],
  };
  return elementAt(plan([column], sides, parseConfig(config)).jobs, 0);
}

const resultOf = (job: ColumnJob): ColumnResult => ({ ...failedResult(job, 'a test'), drift: null });
const after = (type: ColumnSchema['type'], first: ConfigInput, second: ConfigInput) => {
  const cache = new ResultCache();
  const job = jobOf(type, first);
  cache.keep(job, 'basis', resultOf(job));
  return cache.column(jobOf(type, second), 'basis');
};

const bins = { bins: { rule: 'quantiles' } } as const;
const method = { methods: { numeric: 'psi', categorical: 'psi' } } as const;

test('only what a setting touches is made anew', () => {
  expect(after('numeric', {}, {})?.lacks).toEqual([]);
  expect(after('numeric', {}, bins)?.lacks).toEqual(['distribution']);
  expect(after('numeric', {}, method)?.lacks).toEqual(['scores']);
  expect(after('numeric', {}, { ...bins, ...method })?.lacks).toEqual(['distribution', 'scores']);
  expect(after('categorical', {}, bins)?.lacks).toEqual([]);
  expect(after('categorical', {}, method)?.lacks).toEqual(['scores']);
  expect(after('numeric', {}, { seed: 1 })).toBeNull();
});

test('another basis, and another type, are another column', () => {
  const cache = new ResultCache();
  cache.keep(jobOf('numeric', {}), ['time'], resultOf(jobOf('numeric', {})));
  expect(cache.column(jobOf('numeric', {}), [null])).toBeNull();
  expect(cache.column(jobOf('categorical', {}), ['time'])).toBeNull();
});

test('both parts are kept, each by its own settings', () => {
  const cache = new ResultCache();
  const score = { method: 'psi', profile: 'evidently', value: 1, threshold: 0.1, drifted: true } as const;
  cache.keep(jobOf('numeric', {}), null, resultOf(jobOf('numeric', {})));
  cache.keep(jobOf('numeric', method), null, { ...resultOf(jobOf('numeric', method)), scores: [score] });
  expect(cache.column(jobOf('numeric', {}), null)?.result.scores).toEqual([]);
  expect(cache.column(jobOf('numeric', method), null)?.result.scores).toEqual([score]);
  expect(cache.column(jobOf('numeric', { ...bins, ...method }), null)).toMatchObject({
    lacks: ['distribution'],
    result: { scores: [score] },
  });
});
