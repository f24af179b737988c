import { expect, test } from 'vitest';
import { fuzz, type Fuzzed } from './fuzz.ts';
import { GOOD_FILES } from './good-files.ts';

/** `npm run fuzz -- 2000` opens more. */
const EACH = 2;

test('a damaged file of any form gives a report or an error that names it, and a good one opens after it', async () => {
  const all: Fuzzed[] = [];
  const seeds = Array.from({ length: EACH * GOOD_FILES.length }, (_, seed) => seed);
  await fuzz(seeds, (fuzzed) => {
    all.push(fuzzed);
  });
  expect(all.filter(({ fault }) => fault !== null)).toEqual([]);
  expect(new Set(all.map(({ outcome }) => outcome?.file))).toEqual(new Set(GOOD_FILES.map(({ name }) => name)));
}, 1_800_000);
