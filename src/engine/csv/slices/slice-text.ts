import { decode } from '../letters/encoding.ts';
import { detectEncoding } from '../head/detect-encoding.ts';
import { readSlice, type Slice, type SliceRequest } from './slices.ts';

/** A slice as text. */
export interface SliceText extends Omit<Slice, 'bytes'>, Pick<SliceRequest, 'encoding'> {
  text: string;
  /** Places that are no UTF-8 where that is the encoding; `�` stands there. */
  damaged: number;
}

/**
 * Reads a slice as text. Where it is not the UTF-8 that the head was, its encoding is told by its own letters, unless it was set by hand.
 * @param file the text table
 * @param request where the slice starts, how long it should be and how the text is written
 */
export async function readSliceText(file: Blob, request: SliceRequest): Promise<SliceText> {
  const { start, encoding } = request;
  const { bytes, ...slice } = await readSlice(file, request);
  const { text, invalid } = decode(bytes, 'utf-8');
  const found = { ...slice, encoding, text, damaged: invalid };
  if (invalid === 0 || encoding !== 'utf-8' || request.guessed !== true) return found;
  const told = detectEncoding(new Uint8Array(await file.slice(start, slice.end).arrayBuffer())).encoding;
  return told === encoding ? found : readSliceText(file, { ...request, encoding: told, size: slice.end - start });
}
