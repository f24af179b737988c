import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * The linter refuses circles of .ts files, and does not look into components. This looks at both, at imports of types and at
 * parts that are loaded late or as workers.
 */
const scriptOf = (file: string, text: string): string =>
  file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
    : text;

/** What each file imports, of the files that are given. */
function importsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const imported = (file: string, text: string): string[] =>
    ts
      .preProcessFile(scriptOf(file, text), true, true)
      .importedFiles.map(({ fileName }) => posix.join(posix.dirname(file), fileName.replace(/\?.*/, '')))
      .filter((other) => texts.has(other));
  return new Map([...texts].map(([file, text]) => [file, imported(file, text)]));
}

/** The files of one circle after another: those that still import each other when all that leads to none is taken away. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  let left = new Set(imports.keys());
  for (;;) {
    const within = (files: readonly string[]): boolean => files.some((file) => left.has(file));
    const used = new Set([...left].flatMap((file) => imports.get(file) ?? []));
    const next = new Set([...left].filter((file) => used.has(file) && within(imports.get(file) ?? [])));
    if (next.size === left.size) return [...left].sort();
    left = next;
  }
}

test('a circle through a component, a type and a late part is seen', () => {
  const texts = new Map([
    ['a/state.ts', "import { late } from './late.ts';"],
    ['a/late.ts', "export const late = () => import('../b/Page.svelte');"],
    ['b/Page.svelte', "<script>\n  import type { State } from '../a/state.ts';\n</script>"],
    ['b/leaf.ts', "import { late } from '../a/late.ts';"],
  ]);
  expect(circles(importsOf(texts))).toEqual(['a/late.ts', 'a/state.ts', 'b/Page.svelte']);
});

test('no files of src import each other in a circle', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/assembly/'))
    .map((file): [string, string] => [file, readFileSync(`src/${file}`, 'utf8')]);
  const imports = importsOf(new Map(files));
  expect([...imports.values()].flat().length).toBeGreaterThan(2000);
  expect(circles(imports)).toEqual([]);
});
