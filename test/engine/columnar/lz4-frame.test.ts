import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeLz4Frame } from '../../../src/engine/columnar/lz4-frame.ts';
import frames from '../fixtures/lz4-frames.json' with { type: 'json' };

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

test.each(Object.entries(frames))('%s', (_name, { frame, length, sha256 }) => {
  const content = decodeLz4Frame(bytesOf(frame));
  expect(content).toHaveLength(length);
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
});

test('a frame that is none, is cut off, or needs a dictionary is refused', () => {
  const whole = bytesOf(frames['blocks that refer to those before them'].frame);
  for (const frame of [whole.subarray(4), whole.subarray(0, whole.length - 4), whole.with(4, 0x41)]) {
    const damaged = { code: 'damaged-file', values: { format: 'columnar-content', of: 'Arrow' } };
    expect(() => decodeLz4Frame(frame)).toThrow(expect.objectContaining(damaged));
  }
});

test('a block that refers to what is not there is refused', () => {
  const whole = bytesOf(frames['blocks of their own, and the size of the content'].frame);
  const offset = whole.indexOf(28, 19);
  expect(() => decodeLz4Frame(whole.with(offset, 255))).toThrow();
});
