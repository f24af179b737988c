/** Any equal numbers become equal small codes, NaN becomes −1. */
export function denseCodes(values: Float64Array): Int32Array {
  const known = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) codes[row] = -1;
    else {
      let code = known.get(value);
      if (code === undefined) {
        code = known.size;
        known.set(value, code);
      }
      codes[row] = code;
    }
  }
  return codes;
}
