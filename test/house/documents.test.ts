import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOTS = ['src', 'test', 'tools', 'docs', 'e2e', 'public'];
const layers = readdirSync('src', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const files = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
);

const CODE_FILE = /`((?:[\w-]+\/)*[\w.-]+\.(?:ts|svelte|py))`/g;
const IN_A_ROOT = new RegExp(`\`((?:${ROOTS.join('|')})/[\\w./-]+)\``, 'g');
const pathsIn = (text: string): string[] =>
  [CODE_FILE, IN_A_ROOT].flatMap((pattern) => [...text.matchAll(pattern)].map(([, path]) => path ?? ''));

/** A whole path is where it says; one within a layer in that layer; one that begins further down anywhere. */
function exists(path: string): boolean {
  const [first = ''] = path.split('/');
  if (existsSync(path)) return true;
  if (ROOTS.includes(first)) return false;
  if (path.includes('/') && layers.includes(first)) return existsSync(`src/${path}`);
  return files.some((file) => file.endsWith(`/${path}`));
}

test('a path that leads nowhere is seen', () => {
  expect(pathsIn('see `src/report/build.ts`, `why.ts` and `tools/bench/`')).toEqual([
    ...['src/report/build.ts', 'why.ts', 'src/report/build.ts', 'tools/bench/'],
  ]);
  expect(['src/report/build.ts', 'report/build.ts', 'build.ts', 'tools/bench/'].map(exists)).toEqual([
    ...[true, true, true, true],
  ]);
  expect(['src/build.ts', 'engine/build.ts', 'of-no-folder.ts'].map(exists)).toEqual([false, false, false]);
});

test('documents and comments name files and folders that are there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...files.filter((file) => /^docs\/.*\.md$/.test(file))];
  const code = files.filter(
    (file) => /^(?:src|tools)\/.*\.(?:ts|svelte|js)$/.test(file) && !file.includes('/assembly/'),
  );
  const lost = [...documents, ...code].flatMap((file) =>
    pathsIn(readFileSync(file, 'utf8'))
      .filter((path) => !exists(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(documents.length).toBeGreaterThan(8);
  expect(lost).toEqual([]);
});
