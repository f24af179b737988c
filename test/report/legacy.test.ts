import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { RENAMED } from '../../src/facts/document/renamed.ts';
import { metricsOf } from '../../src/report/metrics/metrics-of.ts';
import { parseReport } from '../../src/report/parse.ts';

const FOLDER = 'test/report/fixtures/v0.1.0';

const unpacked = (file: string): string => gunzipSync(readFileSync(`${FOLDER}/${file}`)).toString('utf8');

const names = readdirSync(FOLDER).flatMap((file) => /^([^.]+)\.json\.gz$/.exec(file)?.[1] ?? []);

const isThing = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a name of 0.1 is called now; names of columns and settings of theirs are among them only where they were not renamed. */
const NAMES = new Map(Object.values(RENAMED).flatMap((names) => Object.entries(names)));
const nameNow = (key: string, is: Record<string, unknown>): string =>
  Object.hasOwn(is, key) ? key : (NAMES.get(key) ?? key);

const sameNumber = (was: number, is: unknown): boolean =>
  typeof is === 'number' && Math.abs(is - was) <= 1e-12 * Math.max(1, Math.abs(was));

/** Paths at which something is lost or altered; what is new beside it does not count, but a list keeps its length. */
function lost(was: unknown, is: unknown, path = ''): string[] {
  if (isThing(was) && isThing(is) && Array.isArray(was) === Array.isArray(is)) {
    const shorter = Array.isArray(was) && was.length !== is['length'] ? [`${path}.length`] : [];
    return [...shorter, ...Object.keys(was).flatMap((key) => lost(was[key], is[nameNow(key, is)], `${path}.${key}`))];
  }
  if (path === '.format') return is === 'plumbline-report/2' ? [] : [path];
  if (path.endsWith('.metric') && typeof was === 'string') return (NAMES.get(was) ?? was) === is ? [] : [path];
  return was === is || (typeof was === 'number' && sameNumber(was, is)) ? [] : [path];
}

test('a number that is altered, gone or of another kind is seen', () => {
  const was = { a: [1, 2.5], b: { c: null, d: 1e-9 } };
  expect(lost(was, { a: [1, 2.5 + 1e-13], b: { c: null, d: 1e-9, e: 3 } })).toEqual([]);
  expect(lost(was, { a: [1, 2.5 + 1e-11], b: { c: null, d: 1e-9 } })).toEqual(['.a.1']);
  expect(lost(was, { a: [1], b: { d: '1e-9' } })).toEqual(['.a.length', '.a.1', '.b.c', '.b.d']);
});

test('all documents of 0.1.0 are here', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

test.each(names)('the document “%s” of 0.1.0 opens with all that it says', (name) => {
  const text = unpacked(`${name}.json.gz`);
  expect(lost(JSON.parse(text), parseReport(text))).toEqual([]);
});

test.each(names)('the long table of “%s” is the one of 0.1.0', (name) => {
  const was = JSON.parse(unpacked(`${name}.metrics.json.gz`)) as { metric: string }[];
  const known = new Set(was.map(({ metric }) => NAMES.get(metric) ?? metric));
  // A later version may know more metrics; those of 0.1.0 keep their rows, in their order.
  const is = metricsOf(parseReport(unpacked(`${name}.json.gz`))).filter(({ metric }) => known.has(metric));
  expect(lost(was, is)).toEqual([]);
});
