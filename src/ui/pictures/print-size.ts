const SIGNATURE = 8;
/** Length, type, 13 bytes and a checksum: the header, which comes first in every PNG. */
const HEADER = 25;
/** Of a chunk: its length, its type and its checksum, four bytes each. */
const FRAME = 12;
const PIXELS_PER_METRE = 1;

/**
 * Tells programs that lay out pages how large a picture is meant to be.
 * @param png a PNG file that does not say so yet
 * @param perMetre pixels a metre, both ways
 * @returns the file with a `pHYs` chunk behind its header (PNG specification, third edition, 11.3.4.3)
 */
export function withPrintSize(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new DataView(new ArrayBuffer(FRAME + 9));
  chunk.setUint32(0, 9);
  [...'pHYs'].forEach((letter, i) => chunk.setUint8(4 + i, letter.charCodeAt(0)));
  chunk.setUint32(8, Math.round(perMetre));
  chunk.setUint32(12, Math.round(perMetre));
  chunk.setUint8(16, PIXELS_PER_METRE);
  chunk.setUint32(17, checksum(new Uint8Array(chunk.buffer, 4, 13)));
  const end = SIGNATURE + HEADER;
  const whole = new Uint8Array(png.length + chunk.byteLength);
  whole.set(png.subarray(0, end));
  whole.set(new Uint8Array(chunk.buffer), end);
  whole.set(png.subarray(end), end + chunk.byteLength);
  return whole;
}

/** CRC-32 as PNG has it (ISO 3309), bit by bit: 13 bytes are no work. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
