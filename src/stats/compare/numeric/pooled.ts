import type { Ecdf } from '../../describe/ecdf.ts';

/**
 * Walks through the distinct values of both columns together, ascending. O(n + m), no memory.
 * @param reference any ECDF
 * @param current any ECDF
 * @param visit gets each value and how often it occurs on either side; not both counts are 0
 */
export function forEachValue(
  reference: Ecdf,
  current: Ecdf,
  visit: (value: number, referenceCount: number, currentCount: number) => void,
): void {
  const [a, b] = [reference.values, current.values];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const u = i < a.length ? a[i]! : Infinity;
    const v = j < b.length ? b[j]! : Infinity;
    if (u < v) visit(u, reference.counts[i++]!, 0);
    else if (v < u) visit(v, 0, current.counts[j++]!);
    else visit(u, reference.counts[i++]!, current.counts[j++]!);
  }
}

/**
 * The ECDF of both columns' values together. O(n + m).
 * @param reference any ECDF
 * @param current any ECDF
 */
export function pool(reference: Ecdf, current: Ecdf): Ecdf {
  const values = new Float64Array(reference.values.length + current.values.length);
  const counts = new Uint32Array(values.length);
  let distinct = 0;
  forEachValue(reference, current, (value, r, c) => {
    values[distinct] = value;
    counts[distinct++] = r + c;
  });
  return {
    values: values.subarray(0, distinct),
    counts: counts.subarray(0, distinct),
    size: reference.size + current.size,
    missing: reference.missing + current.missing,
    nan: reference.nan + current.nan,
    positiveInfinity: reference.positiveInfinity + current.positiveInfinity,
    negativeInfinity: reference.negativeInfinity + current.negativeInfinity,
  };
}
