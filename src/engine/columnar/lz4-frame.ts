import { PlumblineError } from '../../facts/statements/errors.ts';
import { decompressLz4 } from 'hyparquet-compressors';

const MAGIC = 0x184d2204;
/** Bits of the frame descriptor, as in the LZ4 frame format 1.6. */
const BLOCK_CHECKSUM = 0x10;
const CONTENT_SIZE = 0x08;
const DICTIONARY = 0x01;
/** The bit of a block's size that says it is stored as it is. */
const STORED = 0x80000000;
/** Bytes of the size that stands before a block, and of a checksum. */
const WORD = 4;
const SHORTEST_MATCH = 4;

/** A block of a frame as an LZ4 block of its own, and the bytes that it holds. */
interface Block {
  bytes: Uint8Array;
  length: number;
}

/**
 * Decodes an LZ4 frame, whose blocks may refer to those before them: Arrow's do, and no kept decoder of frames takes
 * such. The blocks are handed to the decoder with their lengths before them, as Hadoop frames them, so that they come to
 * stand in one output.
 * @param frame one frame; checksums are not verified
 * @throws Error when it is no frame, is cut off, or needs a dictionary
 */
export function decodeLz4Frame(frame: Uint8Array): Uint8Array {
  const blocks = blocksOf(frame);
  const input = new Uint8Array(blocks.reduce((sum, { bytes }) => sum + bytes.length + 2 * WORD, 0));
  const view = new DataView(input.buffer);
  let end = 0;
  let length = 0;
  for (const block of blocks) {
    view.setUint32(end, block.length);
    view.setUint32(end + WORD, block.bytes.length);
    input.set(block.bytes, end + 2 * WORD);
    end += 2 * WORD + block.bytes.length;
    length += block.length;
  }
  return decompressLz4(input, length);
}

/** No frame, one that is cut off, or one that needs a dictionary, which Arrow has no place for. */
const damaged = (): Error => new PlumblineError('damaged-file', { format: 'columnar-content', of: 'Arrow' });

function blocksOf(frame: Uint8Array): Block[] {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 7 || view.getUint32(0, true) !== MAGIC) throw damaged();
  const flags = view.getUint8(4);
  if ((flags & DICTIONARY) !== 0) throw damaged();
  const checksum = (flags & BLOCK_CHECKSUM) === 0 ? 0 : WORD;
  const blocks: Block[] = [];
  let start = (flags & CONTENT_SIZE) === 0 ? 7 : 15;
  for (;;) {
    if (start + WORD > frame.length) throw damaged();
    const size = view.getUint32(start, true);
    if (size === 0) return blocks;
    start += WORD;
    const bytes = frame.subarray(start, start + (size & ~STORED));
    start += bytes.length + checksum;
    blocks.push(size >= STORED ? { bytes: asLiterals(bytes), length: bytes.length } : { bytes, length: sizeOf(bytes) });
  }
}

/** Bytes as an LZ4 block without a match. */
function asLiterals(bytes: Uint8Array): Uint8Array {
  const head = bytes.length < 15 ? [bytes.length << 4] : [0xf0, ...lengthBytes(bytes.length - 15)];
  const block = new Uint8Array(head.length + bytes.length);
  block.set(head);
  block.set(bytes, head.length);
  return block;
}

const lengthBytes = (rest: number): number[] => [
  ...Array.from({ length: Math.floor(rest / 255) }, () => 255),
  rest % 255,
];

/** The bytes that a block holds, by the lengths of its runs. */
function sizeOf(block: Uint8Array): number {
  let size = 0;
  let offset = 0;
  const run = (nibble: number): number => {
    let length = nibble;
    for (let byte = nibble + 240; byte === 255; length += byte) byte = block[offset++] ?? 0;
    return length;
  };
  while (offset < block.length) {
    const token = block[offset++] ?? 0;
    const literals = run(token >> 4);
    size += literals;
    offset += literals;
    // The last run has no match.
    if (offset >= block.length) break;
    offset += 2;
    size += run(token & 15) + SHORTEST_MATCH;
  }
  return size;
}
