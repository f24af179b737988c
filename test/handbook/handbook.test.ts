import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handbookPage } from '../../tools/build/handbook.ts';
import { EVIDENTLY_METHOD_IDS, METHOD_IDS } from '../../src/facts/methods.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { FINDING_KINDS } from '../../src/facts/statements/findings.ts';
import { MEASURES } from '../../src/facts/measures.ts';

const page = handbookPage(readFileSync('docs/statistics.md', 'utf8'));
const anchors = [...page.matchAll(/id="([^"]+)"/g)].map(([, id]) => id ?? '');

/** Every file of a folder and those below it. */
const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

const found = (texts: readonly string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => id ?? ''));

describe('the handbook has an entry for', () => {
  const corrections = ['benjamini_hochberg', 'benjamini_yekutieli', 'holm'] as const;

  test.each(METHOD_IDS)('the method %s', (id) => expect(anchors).toContain(id));

  test.each(Object.keys(MEASURES))('the measure %s', (id) => expect(anchors).toContain(id));

  test.each(corrections)('the correction %s, which the config takes', (correction) => {
    expect(parseConfig({ correction }).correction).toBe(correction);
    expect(anchors).toContain(correction);
  });

  test.each(EVIDENTLY_METHOD_IDS)('Evidently’s %s', (id) => expect(anchors).toContain(`evidently-${id}`));

  test.each(FINDING_KINDS)('the finding %s', (kind) => expect(anchors).toContain(kind));

  test.each([...new Set(found(textsIn('src/ui'), /(?:entry(?:=|: )['"{]+|, \[?'[A-Z][^']*', ')([a-z_-]+)['"]/g))])(
    'what the screen links to: %s',
    (id) => expect(anchors).toContain(id),
  );
});

test('no anchor stands twice, and every link inside leads somewhere', () => {
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((id) => !anchors.includes(id))).toEqual([]);
});

test('it runs no script and asks for nothing', () => {
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<link|src=|javascript:|https?:/);
});
