import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import { LABELS } from './label-cases.ts';
import { READING } from './reading-cases.ts';
import { VERDICTS } from './verdict-cases.ts';

const FILES = 'test/inputs/files';
const CASES = [...READING, ...LABELS, ...VERDICTS];

test.each(CASES)('$id: $right', async ({ id, config = {}, check }) => {
  const read = (side: string): string => readFileSync(`${FILES}/${id}/${side}.csv`, 'utf8');
  check(await analyze({ reference: read('reference'), current: read('current') }, config));
});

test('every pair of files is a case', () => {
  const folders = readdirSync(FILES).flatMap((kind) =>
    readdirSync(`${FILES}/${kind}`).map((name) => `${kind}/${name}`),
  );
  expect(CASES.map(({ id }) => id).sort()).toEqual(folders.sort());
});
