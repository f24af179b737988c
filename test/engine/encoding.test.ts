import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectEncoding } from '../../src/engine/csv/head/detect-encoding.ts';
import { decode } from '../../src/engine/csv/encoding.ts';
import { ENCODINGS } from '../../src/facts/settings/encodings.ts';
import type { Encoding } from '../../src/facts/settings/encodings.ts';

interface Written {
  encoding: Encoding;
  bytes: string;
  text: string;
}

const written = JSON.parse(readFileSync('test/engine/fixtures/encodings.json', 'utf8')) as Written[];
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

test.each(written)('$encoding is told from a few words: $text', ({ encoding, bytes, text }) => {
  expect(detectEncoding(bytesOf(bytes))).toEqual({ encoding, evidence: 'statistics', ascii: false });
  expect(decode(bytesOf(bytes), encoding)).toEqual({ text, invalid: 0 });
});

test.each<[string, number[], Encoding, 'mark' | 'bytes']>([
  ['a mark of UTF-8', [0xef, 0xbb, 0xbf, 65], 'utf-8', 'mark'],
  ['a mark of UTF-16, little endian', [0xff, 0xfe, 65, 0], 'utf-16le', 'mark'],
  ['a mark of UTF-16, big endian', [0xfe, 0xff, 0, 65], 'utf-16be', 'mark'],
  ['zeros behind each letter', [65, 0, 59, 0, 10, 0], 'utf-16le', 'bytes'],
  ['zeros before each letter', [0, 65, 0, 59, 0, 10], 'utf-16be', 'bytes'],
  ['valid UTF-8', [...new TextEncoder().encode('Größe;°C\n')], 'utf-8', 'bytes'],
  ['ASCII', [65, 59, 66], 'utf-8', 'bytes'],
  ['ISO 2022-JP', [0x1b, 0x24, 0x42, 0x32, 0x39, 0x45, 0x59, 0x1b, 0x28, 0x42], 'iso-2022-jp', 'bytes'],
  ['UTF-8 with a damaged letter among many', [...new TextEncoder().encode('ä'.repeat(50)), 0xff], 'utf-8', 'bytes'],
])('%s', (_what, bytes, encoding, evidence) => {
  expect(detectEncoding(Uint8Array.from(bytes))).toMatchObject({ encoding, evidence });
});

test('numbers of two bytes are not taken for UTF-16', () => {
  expect(detectEncoding(Uint8Array.of(1, 0, 2, 0, 3, 0)).encoding).toBe('utf-8');
});

test('every offered encoding can be decoded', () => {
  for (const encoding of ENCODINGS) {
    expect(decode(new Uint8Array(), encoding).text).toBe('');
  }
});

test('damaged letters are counted; those that the file itself holds are not', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('a�b'), 0xff, 65, 0xff]);
  expect(decode(bytes, 'utf-8')).toEqual({ text: 'a�b�A�', invalid: 2 });
});
