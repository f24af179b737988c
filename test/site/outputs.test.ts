import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Outputs } from '../../tools/command/outputs.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-outputs-'));
});

test('all are put in place, in folders that are made for them, and nothing else stays', () => {
  writeFileSync(at('a'), 'old');
  const outputs = new Outputs([at('a'), at('new/b')]);
  expect(readFileSync(at('a'), 'utf8')).toBe('old');
  outputs.write(
    new Map([
      [at('a'), 'A'],
      [at('new/b'), 'B'],
    ]),
  );
  outputs.abandon();
  expect([readdirSync(folder).sort(), readdirSync(at('new'))]).toEqual([['a', 'new'], ['b']]);
  expect([readFileSync(at('a'), 'utf8'), readFileSync(at('new/b'), 'utf8')]).toEqual(['A', 'B']);
});

test('if one cannot be put in place, those of before are back and the new ones gone', () => {
  writeFileSync(at('a'), 'old');
  const outputs = new Outputs([at('a'), at('b'), at('c')]);
  mkdirSync(at('c'));
  const contents = new Map(['a', 'b', 'c'].map((name) => [at(name), name.toUpperCase()]));
  expect(() => {
    outputs.write(contents);
  }).toThrow();
  outputs.abandon();
  expect(readdirSync(folder).sort()).toEqual(['a', 'c']);
  expect(readFileSync(at('a'), 'utf8')).toBe('old');
});

test('what cannot be written is said at once, with its name; folders made meanwhile go again', () => {
  writeFileSync(at('file'), '');
  mkdirSync(at('folder'));
  expect(() => new Outputs([at('x/y/a'), at('file/b')])).toThrow(`${at('file/b')} cannot be written`);
  expect(() => new Outputs([at('folder')])).toThrow(`${at('folder')} is a folder`);
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
});

test('given up, nothing stays', () => {
  new Outputs([at('x/a'), at('b')]).abandon();
  expect(existsSync(at('x'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
