import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import type { Cost } from '../../src/facts/document/cost.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { parseReport } from '../../src/report/parse.ts';
import { figuresOf } from '../../src/ui/figures/report-figures.ts';
import { section } from '../../src/ui/sections/cost/index.ts';
import { cellCost, withCell, withCost } from '../../src/ui/settings/cost-settings.ts';
import InPlace from './InPlace.svelte';

// A figure's menu asks what the browser can copy.
vi.stubGlobal('navigator', {});
vi.stubGlobal('isSecureContext', true);

const report = parseReport(gunzipSync(readFileSync('test/charts/fixtures/ai4i-report.json.gz')).toString());
const estimate = (value: number) => ({ value, low: value - 0.01, high: value + 0.01 });

const cost: Cost = {
  ...{ state: 'measured', currency: '€', unknownClasses: ['</script>'] },
  kinds: { tp: 0, fp: 20, fn: 500, tn: 0 },
  costs: [
    {
      ...{ rule: { kind: 'model' }, rows: { reference: 4000, current: 5000 } },
      perRow: { reference: estimate(0.11), current: estimate(0.248) },
      total: { reference: estimate(440), current: estimate(1240) },
      difference: { ...estimate(0.138), relative: null, beyondNoise: true },
      beyondModel: {},
    },
    {
      ...{ rule: { kind: 'class', label: '0' }, rows: { reference: 4000, current: 5000 } },
      perRow: { reference: estimate(0.3), current: estimate(0.4) },
      total: { reference: estimate(1200), current: estimate(2000) },
      difference: null,
      beyondModel: { reference: estimate(0.19), current: estimate(0.152) },
    },
    {
      ...{ rule: { kind: 'threshold', threshold: 0.37 }, rows: { reference: 4000, current: 5000 } },
      perRow: { reference: estimate(0.1), current: estimate(0.243) },
      total: { reference: estimate(400), current: estimate(1215) },
      difference: null,
      beyondModel: { reference: estimate(-0.01), current: estimate(-0.005) },
    },
  ],
};

/** What a reader sees of the section. */
const shown = (given: Report): string =>
  render(InPlace, { props: { section, report: given } })
    .body.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the section about what it costs', () => {
  test('is there where a cost is set', () => {
    expect(section.appliesTo(report)).toBe(false);
    expect(section.appliesTo({ ...report, cost })).toBe(true);
  });

  test('tells the fact first, and what else would have cost', () => {
    const text = shown({ ...report, cost });
    expect(text).toContain(
      'Errors cost 1,240 € in 5,000 current rows, 0.248 € a row, against 0.11 € of the reference: more than noise.',
    );
    expect(text).toContain('Always “0”: 0.4 € a current row, 0.152 € more than by the model.');
    expect(text).toContain(
      'Least cost: from a score of 0.37 on: 0.243 € a current row, 0.005 € less than by the model, which may be noise.',
    );
    expect(text).toContain('The threshold of least cost was found in the reference itself');
    expect(text).toContain('0.238 to 0.258');
  });

  test('tells classes that no file has, as text', () => {
    expect(render(InPlace, { props: { section, report: { ...report, cost } } }).body).not.toContain('</script>”');
    expect(shown({ ...report, cost })).toContain('A cost is set for “&lt;/script>”, which no file has');
  });

  test('draws the cost over the threshold where classes have scores', () => {
    const ids = figuresOf({ ...report, cost }).flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(ids).toContain('cost/by-threshold');
  });

  test.each([
    ['otherTask', 'Costs are set for numbers, and the model predicts classes'],
    ['counted', 'counted in bins'],
  ] as const)('says why there is none: %s', (reason, said) => {
    expect(shown({ ...report, cost: { state: 'notMeasured', reason } })).toContain(said);
  });
});

describe('costs in the settings', () => {
  test('are changed one by one, and gone with the last', () => {
    const set = withCost({ seed: 1 }, {}, { over: 2 });
    expect(set).toEqual({ seed: 1, cost: { over: 2 } });
    expect(withCost(set, { over: 2 }, { currency: '€' })).toEqual({ seed: 1, cost: { over: 2, currency: '€' } });
    expect(withCost(set, { over: 2 }, { over: undefined })).toEqual({ seed: 1 });
  });

  test('of cells are told by both classes, whatever these are called', () => {
    const cells = withCell({}, { actual: '__proto__', predicted: 'b', cost: 3 });
    expect(cellCost({ cells }, '__proto__', 'b')).toBe(3);
    expect(cellCost({ cells }, 'b', '__proto__')).toBeUndefined();
    expect(withCell({ cells }, { actual: '__proto__', predicted: 'b', cost: 4 })).toEqual([
      { actual: '__proto__', predicted: 'b', cost: 4 },
    ]);
    expect(withCell({ cells }, { actual: '__proto__', predicted: 'b', cost: undefined })).toBeUndefined();
  });
});
