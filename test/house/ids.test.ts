import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

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
