import { tableFromIPC, TimeUnit, Type, type DataType, type Field } from '@uwdata/flechette';

/** Milliseconds, and seconds, that the engine takes as microseconds of 64 bits: but no date has so many. */
const FAR: Record<number, bigint> = {
  [TimeUnit.MILLISECOND]: 9_000_000_000_000_000n,
  [TimeUnit.SECOND]: 9_000_000_000_000n,
};

const farOf = (type: DataType): bigint | undefined => (type.typeId === Type.Timestamp ? FAR[type.unit] : undefined);

/**
 * Times that the engine would refuse a whole file for, drawn in to where it takes them. They remain no dates, and become missing
 * with the others that are none (`read/far-times.ts`).
 * @param fields of the file
 * @returns changes a batch in place; does nothing where no column needs it
 */
export function farTimesDrawnIn(fields: readonly Field[]): (stream: Uint8Array) => Uint8Array {
  const columns = fields.flatMap(({ type }, i) => {
    const far = farOf(type);
    return far === undefined ? [] : [{ i, far }];
  });
  if (columns.length === 0) return (stream) => stream;
  return (stream) => {
    // Views lie on a buffer that starts where its first word does.
    const aligned = stream.byteOffset % 8 === 0 ? stream : stream.slice();
    const table = tableFromIPC(aligned, { useBigInt: true });
    for (const { i, far } of columns)
      for (const { values } of table.getChildAt(i).data) drawIn(values as BigInt64Array, far);
    return aligned;
  };
}

function drawIn(values: BigInt64Array, far: bigint): void {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  // The upper halves alone are looked at: millions of times must cost nothing.
  const limit = Number(far >> 32n);
  for (let i = 1; i < words.length; i += 2) {
    const upper = words[i] ?? 0;
    if (upper >= limit || upper < -limit) values[(i - 1) / 2] = upper < 0 ? -far : far;
  }
}
