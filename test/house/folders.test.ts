import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const MOST_SIBLINGS = 25;
const ROOTS = ['src', 'test', 'e2e', 'tools'];

/** Folders of data, of which files are looked up by name and none is read through. */
const DATA = /^(test|e2e)\/(.*\/)?(fixtures|goldens|tables)(\/|$)/;

function crowded(siblings: ReadonlyMap<string, number>): string[] {
  const isRead = ([folder]: [string, number]): boolean => !DATA.test(folder);
  return [...siblings].filter((entry) => isRead(entry) && entry[1] > MOST_SIBLINGS).map(([folder]) => folder);
}

test('a crowded folder is seen, one of data is not', () => {
  const siblings = new Map([
    ...['src/a', 'src/tables', 'test/tables', 'test/goldens/a'].map((name): [string, number] => [name, 26]),
  ]);
  expect(crowded(siblings.set('src/b', 25))).toEqual(['src/a', 'src/tables']);
});

test('no folder of code has more siblings than a reader takes in', () => {
  const siblings = new Map<string, number>();
  for (const root of ROOTS) {
    for (const { parentPath } of readdirSync(root, { recursive: true, withFileTypes: true })) {
      siblings.set(parentPath, (siblings.get(parentPath) ?? 0) + 1);
    }
  }
  expect(siblings.size).toBeGreaterThan(100);
  expect(crowded(siblings)).toEqual([]);
});
