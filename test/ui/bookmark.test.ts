import { expect, test } from 'vitest';
import { bookmarkOf, fetchBookmark } from '../../src/ui/files/bookmark.ts';

test('an address names files, a set-up, or nothing', () => {
  expect(bookmarkOf('?reference=a.csv&current=b.csv&current=c.csv')).toEqual({
    ...{ config: null, reference: ['a.csv'], current: ['b.csv', 'c.csv'], misspelt: null },
  });
  expect(bookmarkOf('?lang=en')).toBeNull();
  expect(bookmarkOf('?utm_source=mail')).toBeNull();
});

test.each([
  ['curent', 'current'],
  ['referense', 'reference'],
  ['confg', 'config'],
])('a misspelt part of an address is not ignored: %s', async (name, meant) => {
  const bookmark = bookmarkOf(`?${name}=x.csv`);
  expect(bookmark?.misspelt).toEqual({ name, meant });
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(fetchBookmark(bookmark!, watch)).rejects.toMatchObject({
    code: 'unreachable-address',
    values: { problem: 'misspelt', address: name, meant },
  });
});
