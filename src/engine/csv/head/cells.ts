import { MISSING_TEXTS } from '../options.ts';
import { isNumber } from '../numbers/format.ts';
import { timeShape } from '../times/shape.ts';

const missing = new Set(MISSING_TEXTS);

/**
 * Whether a cell is a value rather than a name: a number in any notation, a time, or a mark for "no value".
 * @param cell as it stands in the file
 */
export function looksTyped(cell: string): boolean {
  const text = cell.trim();
  if (text === '') return false;
  return isNumber(text) || timeShape(text) !== null || missing.has(text);
}
