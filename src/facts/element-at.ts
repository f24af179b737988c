/** The element at an index that must exist, of an array or a typed array; throws where there is none. */
export const elementAt = <T>(list: ArrayLike<T>, index: number): T => {
  if (!Number.isInteger(index) || index < 0 || index >= list.length)
    throw new RangeError(`No element at index ${index}: the list has ${list.length}`);
  return list[index] as T;
};
