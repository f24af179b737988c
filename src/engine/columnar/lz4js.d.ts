declare module 'lz4js' {
  /** Unpacks an LZ4 frame. */
  export function decompress(frame: Uint8Array): Uint8Array;

  /** Packs bytes as an LZ4 frame. */
  export function compress(bytes: Uint8Array): Uint8Array;
}
