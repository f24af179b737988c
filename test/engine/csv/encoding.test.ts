import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectEncoding } from '../../../src/engine/csv/head/detect-encoding.ts';
import { decode } from '../../../src/engine/csv/letters/encoding.ts';
import { readTable } from '../../inputs/read-table.ts';
import { ENCODINGS } from '../../../src/facts/settings/encodings.ts';
import type { Encoding } from '../../../src/facts/settings/encodings.ts';

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
  ['a mark of UTF-8 above damage', [0xef, 0xbb, 0xbf, 65, 0xff, 10], 'utf-8', 'mark'],
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

/** Rows of two encodings: so many of UTF-8 (none for ASCII), and one of Windows-1252 behind 1.5 MB. */
function longText(word: string): File {
  const head = new TextEncoder().encode(
    `id,word\n${Array.from({ length: 120_000 }, (_, i) => `${String(i)},${word}`).join('\n')}`,
  );
  const tail = Uint8Array.from([...'\n120000,Gr'].map((letter) => letter.charCodeAt(0)).concat(0xf6, 0xdf, 0x65));
  return new File([head, tail, `\n120001,${word}\n`], 'a.csv');
}

test('letters of another encoding far behind the head are read, and their row is said', async () => {
  expect(await readTable([longText('Zähler')])).toMatchObject({
    rows: 120_002,
    columns: [{ name: 'id' }, { name: 'word', distinct: 2, min: 'Größe', max: 'Zähler' }],
    values: { 'encodings-mixed': { encodings: ['utf-8', 'windows-1252'], row: 120_001 } },
  });
  const plain = await readTable([longText('Zaehler')]);
  expect(plain).toMatchObject({ columns: [{ name: 'id' }, { distinct: 2, min: 'Größe' }], notes: [] });
});
