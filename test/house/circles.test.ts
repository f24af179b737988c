import { expect, test } from 'vitest';
import { filesOfSrc, importsOf } from './imports.ts';

/*
 * The linter refuses circles of .ts files, and does not look into components. This looks at both, at imports of types and at
 * parts that are loaded late or as workers.
 */

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
  const imports = importsOf(filesOfSrc());
  expect([...imports.values()].flat().length).toBeGreaterThan(2000);
  expect(circles(imports)).toEqual([]);
});
