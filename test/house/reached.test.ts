import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { SECTIONS } from '../../src/facts/sections.ts';
import { filesOfSrc, importsOf } from './imports.ts';

/** Where the product begins: the pages, what is imported from the package, and what runs before or beside the page. */
const ENTRIES = [
  ...['main.ts', 'viewer.ts', 'statistics.ts', 'metrics.ts', 'seal/page.ts', 'offline/service-worker.ts'],
  // Sections are found by their folders.
  ...SECTIONS.map((id) => `ui/sections/${id}/index.ts`),
  ...toolsImports(),
];

/** What tools take from src: the command, the builders, bench and calibration. */
function toolsImports(): string[] {
  return readdirSync('tools', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(`tools/${file}`, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from = '']) =>
        posix.join('tools', posix.dirname(file), from),
      ),
    )
    .filter((path) => path.startsWith('src/'))
    .map((path) => path.slice('src/'.length));
}

/**
 * Summaries add up, so that parts of a file, or summaries that were made elsewhere, can be put together: a promise of
 * `facts/summary.ts`, which nothing on the page asks for yet and whose property tests hold it.
 */
const PROMISED = ['merge-levels', 'merge-periods', 'merge', 'summarise-parts'].map(
  (name) => `analysis/summarise/${name}.ts`,
);

function unreached(imports: ReadonlyMap<string, readonly string[]>, entries: readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached) for (const other of imports.get(file) ?? []) reached.add(other);
  return [...imports.keys()].filter((file) => !reached.has(file)).sort();
}

test('a file that only others of its kind import is seen', () => {
  const imports = new Map([
    ['main.ts', ['a.ts']],
    ['a.ts', []],
    ['b.ts', ['c.ts']],
    ['c.ts', ['a.ts', 'b.ts']],
  ]);
  expect(unreached(imports, ['main.ts'])).toEqual(['b.ts', 'c.ts']);
});

test('every file of src is reached by the product or a tool, not by tests alone', () => {
  expect(unreached(importsOf(filesOfSrc()), ENTRIES)).toEqual([...PROMISED].sort());
});
