import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isOptional, OPTIONAL_SECTIONS, SECTIONS, type SectionId } from '../../../src/facts/sections.ts';
import { onlySections } from '../../../src/report/page/only-sections.ts';
import { parseReport } from '../../../src/report/parse.ts';

const report = parseReport(gunzipSync(readFileSync('test/charts/fixtures/ai4i-report.json.gz')).toString());
const without = (...left: SectionId[]) =>
  onlySections(
    report,
    OPTIONAL_SECTIONS.filter((id) => !left.includes(id)),
  );

test('what only sections that are left out would show is taken out, and nothing else', () => {
  expect(report.performance?.state).toBe('measured');
  expect(report.correlations.length).toBeGreaterThan(0);
  expect(without()).toEqual(report);
  expect(without('quality', 'drift', 'data')).toEqual(report);
  expect(without('target').correlations).toEqual(report.correlations);
  expect(without('correlations').correlations).toEqual(report.correlations);
  expect(without('target', 'correlations')).toEqual({ ...report, correlations: [] });
  expect(without('performance').performance).toBeNull();
});

test('the overview alone is in every file', () => {
  expect(SECTIONS.filter((id) => !isOptional(id))).toEqual(['overview']);
});
