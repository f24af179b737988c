import type { Batch } from '../../columnar/batches.ts';
import { readSlice, type Slice, type SliceRequest } from '../slices/slices.ts';
import { arrowStream } from './arrow-stream.ts';
import type { DecodeForm } from './decode-form.ts';
import { RowDecoder, type DecodedRows } from './row-decoder.ts';

/** Whole rows of a text table: decoded, or as text where the engine has to read them. */
export type DecodedSlice = Slice | (Omit<Slice, 'bytes'> & { batch: Batch });

/** Reads the slices of one table after the other, and decodes their rows. */
export class SliceDecoder {
  #open: { form: string; decoder: RowDecoder } | null = null;

  /**
   * Reads the slice that starts at `start`.
   * @param file the text table; the decoder's memory is given back behind its last slice
   * @param request where the slice starts, how long it should be, how the text is written and what its cells are
   */
  async read(file: Blob, { form, ...request }: SliceRequest & { form: DecodeForm }): Promise<DecodedSlice> {
    const slice = await readSlice(file, request);
    const { bytes, ...place } = slice;
    const decoded = bytes.length === 0 ? null : this.#decode(bytes, form);
    const read = decoded === null ? slice : { ...place, batch: { stream: arrowStream(decoded), rows: decoded.rows } };
    if (slice.end >= file.size) this.#open = null;
    return read;
  }

  #decode(text: Uint8Array, form: DecodeForm): DecodedRows | null {
    const key = JSON.stringify(form);
    try {
      if (this.#open?.form !== key) this.#open = { form: key, decoder: new RowDecoder(form) };
      return this.#open.decoder.decode(text);
    } catch (error) {
      // Where the machine has no room for this the engine may still have some.
      if (!(error instanceof RangeError)) throw error;
      this.#open = null;
      return null;
    }
  }
}
