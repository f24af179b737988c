// Units of surrogate pairs stand for the code points behind all others, and those from U+E000 on before them.
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/**
 * Orders texts by code point, as Python and databases do; the default order of JavaScript is by UTF-16 unit.
 * @param a any text
 * @param b any text
 * @returns negative where a comes first, positive where b does, 0 for equal texts
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
