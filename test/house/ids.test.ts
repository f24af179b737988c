import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVIDENTLY_METHOD_IDS, METHOD_IDS } from '../../src/facts/methods.ts';
import { FINDING_KINDS } from '../../src/facts/statements/findings.ts';

/** Lists of ids that a schema is made from on the spot, each with its ids in order of the alphabet. */
const listsIn = (text: string): string[] =>
  [...text.matchAll(/picklist\(\[([^\].]*)\]/g)].map(([, ids = '']) =>
    ids
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '')
      .sort()
      .join(' '),
  );

test('a list that stands twice is seen, in whatever order', () => {
  expect(listsIn("v.picklist(['b', 'a']), v.picklist([\n  'a',\n  'b',\n]), v.picklist([...IDS, 'c'])")).toEqual([
    ...["'a' 'b'", "'a' 'b'"],
  ]);
});

test('no list of ids is declared twice in schemas', () => {
  const lists = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => listsIn(readFileSync(`src/${file}`, 'utf8')).map((ids) => ({ file, ids })));
  expect(lists.length).toBeGreaterThan(20);
  const twice = lists.filter(({ ids }) => lists.filter((other) => other.ids === ids).length > 1);
  expect(twice).toEqual([]);
});

const METHODS = new RegExp(`[!=]== '(?:${[...METHOD_IDS, ...EVIDENTLY_METHOD_IDS].join('|')})'`);
/** A kind with a dash is no other word. */
const DASHED = FINDING_KINDS.filter((kind) => kind.includes('-')).join('|');
const UNTYPED = new RegExp(`Record<string, [^{]*= \\{[^}]*'(?:${DASHED})':`);

test('methods that are told apart by an id on the spot are seen, and tables of findings that are not typed by them', () => {
  expect(METHODS.test("if (evidence.method !== 'ks') return;")).toBe(true);
  expect(UNTYPED.test("const JOINS: Partial<Record<string, A>> = {\n  'leading-zeros-lost': 1 }")).toBe(true);
  expect(UNTYPED.test("const JOINS: Partial<Record<FindingKind, A>> = {\n  'leading-zeros-lost': 1 }")).toBe(false);
});

test('no code tells methods apart by an id on the spot, or findings by a table that is not typed by them', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/assembly/'))
    .filter((file) => [METHODS, UNTYPED].some((pattern) => pattern.test(readFileSync(`src/${file}`, 'utf8'))));
  expect(found).toEqual([]);
});
