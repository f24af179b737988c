import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything that src declares or uses, and what its comments speak of in backticks as the name of something in code. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/assembly/'))
  .map((file) => ({ file, text: readFileSync(`src/${file}`, 'utf8') }));
const comment = /\/\*[\s\S]*?\*\/|(?<![:'"])\/\/[^\n]*/g;
const names = new Set(files.flatMap(({ text }) => text.replace(comment, '').match(/[A-Za-z_$][\w$]*/g) ?? []));

/** Names with a capital inside: plain words in backticks may be values, options or SQL. */
const spokenOf = (text: string): string[] =>
  [...text.matchAll(/`([a-z]+[A-Z]\w*)`/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));

test('comments speak of nothing that is gone', () => {
  const gone = files.flatMap(({ file, text }) =>
    (text.match(comment) ?? [])
      .flatMap(spokenOf)
      .filter((name) => !names.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(spokenOf('see `leaveOut` and `a`')).toEqual(['leaveOut']);
  expect(gone).toEqual([]);
});
