import { utf8, type Column } from '@uwdata/flechette';
import type { Change } from './column-change.ts';

/**
 * What becomes of byte values.
 * @param sample the first of them
 */
export const ofBytes = (sample: Column<unknown> | undefined): Change =>
  sample !== undefined && isText(sample) ? text : blob;

const SAMPLE = 1000;

/** Whether byte values are text: some writers do not say so. Control codes other than white space speak against it. */
function isText(sample: Column<unknown>): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  for (let i = 0; i < sample.length && seen < SAMPLE; i++) {
    const value = sample.at(i) as Uint8Array | null;
    if (value === null || value.length === 0) continue;
    seen++;
    try {
      // eslint-disable-next-line no-control-regex -- these are what tells binary data
      if (/[\0-\x08\x0e-\x1f\x7f]/.test(decoder.decode(value))) return false;
    } catch {
      return false;
    }
  }
  return seen > 0;
}

/** Binary data that is left out. */
export const blob: Change = { target: null, note: 'binary-left-out' };

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const utf8Text = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8Text.decode(bytes);
  } catch {
    return null;
  }
}

/** The most bytes of a letter in UTF-8. */
const LONGEST = 4;

/** A text in which bytes that are no UTF-8 stand as `\xe9`, so that different ones stay different. */
function escaped(bytes: Uint8Array): string {
  let found = '';
  for (let at = 0; at < bytes.length;) {
    let length = 1;
    let letter = decoded(bytes.subarray(at, at + length));
    while (letter === null && length < LONGEST && at + length < bytes.length)
      letter = decoded(bytes.subarray(at, at + ++length));
    found += letter ?? `\\x${hex(bytes[at]!)}`;
    at += letter === null ? 1 : length;
  }
  return found;
}

const text: Change = {
  target: { type: utf8(), convert: (value) => decoded(value as Uint8Array) ?? escaped(value as Uint8Array) },
  note: 'bytes-as-text',
};

/** Values of 16 bytes. */
export const uuid: Change = {
  target: {
    type: utf8(),
    convert: (value) =>
      Array.from(value as Uint8Array, hex)
        .join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  },
  note: 'bytes-as-uuids',
};
