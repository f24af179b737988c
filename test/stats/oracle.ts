import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The cases of a fixture; see `about` in the file for what made them. */
export function cases<Case>(name: string): Case[] {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

/** Agreement to 1e-9 relative, or 1e-12 absolute near zero. */
export function expectClose(actual: number, expected: number, absolute = 1e-12): void {
  const error = Math.abs(actual - expected);
  expect(error, `${actual} instead of ${expected}`).toBeLessThanOrEqual(Math.max(absolute, 1e-9 * Math.abs(expected)));
}
