import { appendFileSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFiles } from '../../../src/engine/read/open.ts';
import { faultElsewhere } from '../../../src/engine/read/reading-error.ts';
import { nodeDatabase } from '../node-database.ts';
import { handleOf } from '../node-handle.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'changed-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = `a,b\n${'1,2\n'.repeat(1000)}`;

test.each([
  ['a.csv', text],
  ['a.csv.gz', gzipSync(text)],
])('%s, changed after it was chosen, is not called damaged', async (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const file = new File([await openAsBlob(path)], name);
  appendFileSync(path, '3,4\n');
  const open = { files: [file], engine: handleOf(await nodeDatabase()), onProgress: () => undefined };
  await expect(openFiles([open])).rejects.toMatchObject({ code: 'unreadable-file', file: name });
});

test.each([
  ['a file that was changed while it was read', 'could not be read', 'NotReadableError', 'unreadable-file'],
  ['a file that is gone', 'A requested file could not be found', 'NotFoundError', 'unreadable-file'],
  [
    'a module that its server no longer has',
    'Failed to fetch dynamically imported module: http://x/a.js',
    'TypeError',
    'part-missing',
  ],
])('%s is said wherever it is met', (_what, message, name, code) => {
  expect(faultElsewhere(Object.assign(new Error(message), { name }), 'a.zip')).toMatchObject({ code });
});

test('what is none of these may be the file’s fault', () => {
  expect(faultElsewhere(new TypeError('invalid block type'), 'a.zip')).toBeNull();
});
