const HEADER_BYTES = 8;
const EXPORTS = 7;

/** Reads what WebAssembly's binary format is made of, from `at` on. */
class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('the module ends too early');
    return byte;
  }

  /** An unsigned number in seven bits a byte, the last without the eighth. */
  number(): number {
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      number += (byte % 128) * scale;
      if (byte < 128) return number;
    }
  }

  name(): string {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString('utf8');
  }
}

function encoded(number: number): Buffer {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

/**
 * A WebAssembly module with fewer exports; all else is as it was, byte for byte.
 * @param wasm the module in its binary format
 * @param isUsed whether an export of that name is to stay
 * @throws when the bytes are no module
 */
export function fewerExports(wasm: Uint8Array, isUsed: (name: string) => boolean): Uint8Array<ArrayBuffer> {
  const reader = new Reader(wasm, HEADER_BYTES);
  const parts: Uint8Array[] = [wasm.subarray(0, HEADER_BYTES)];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const end = reader.at + size;
    parts.push(id === EXPORTS ? exportsOf(reader, isUsed) : wasm.subarray(start, end));
    reader.at = end;
  }
  return new Uint8Array(Buffer.concat(parts));
}

function exportsOf(reader: Reader, isUsed: (name: string) => boolean): Buffer {
  const kept: Uint8Array[] = [];
  for (let left = reader.number(); left > 0; left--) {
    const start = reader.at;
    const name = reader.name();
    // What kind it is of, and which one.
    reader.byte();
    reader.number();
    if (isUsed(name)) kept.push(reader.bytes.subarray(start, reader.at));
  }
  const content = Buffer.concat([encoded(kept.length), ...kept]);
  return Buffer.concat([Buffer.from([EXPORTS]), encoded(content.length), content]);
}
