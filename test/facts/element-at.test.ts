import { describe, expect, it } from 'vitest';
import { elementAt } from '../../src/facts/element-at';

describe('elementAt', () => {
  it('gives the element of an array or a typed array', () => {
    expect(elementAt(['a', 'b'], 1)).toBe('b');
    expect(elementAt(Float64Array.of(0.5, NaN), 1)).toBeNaN();
    expect(elementAt([undefined], 0)).toBeUndefined();
  });

  it.each([-1, 2, 0.5, NaN])('names index and length where there is no element at %s', (index) => {
    expect(() => elementAt([1, 2], index)).toThrow(RangeError);
    expect(() => elementAt([1, 2], index)).toThrow(`No element at index ${index}: the list has 2`);
  });
});
