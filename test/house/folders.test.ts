import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const MOST_SIBLINGS = 25;

test('no folder of src has more siblings than a reader takes in', () => {
  const entries = readdirSync('src', { recursive: true, withFileTypes: true });
  const siblings = new Map<string, number>();
  for (const { parentPath } of entries) siblings.set(parentPath, (siblings.get(parentPath) ?? 0) + 1);
  expect(siblings.size).toBeGreaterThan(50);
  expect([...siblings].filter(([, count]) => count > MOST_SIBLINGS)).toEqual([]);
});
