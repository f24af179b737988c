import { filledIn, isValue, type Body } from './body.ts';
import { isUnits } from './names.ts';

/** What stands below names beside units: types of values, and what they were made by. */
const KIND =
  /^\[?(?:float|double|single|real|numeric|number|decimal|u?int(?:eger)?|long|short|byte|string|str|text|char|varchar|bool(?:ean)?|date|datetime|time|timestamp|[uif][1248]|mean|average|mittel(?:wert)?|median|sum(?:me)?|total|count|values?|wert|raw|rohwert|sample|setpoint|ist|soll|input|output)\d*\]?$/i;

/**
 * Whether words stand where a table has values because a row says so (`Starting,Starting`), and not as a line of the head: the same word in each
 * of these columns, or words that stand in them further below too.
 * @param fields of the line right above the first row
 * @param above the line before it, which has to be one of names
 * @param rows those below
 * @param body what they are like
 */
export function isWordRow(
  fields: readonly string[],
  above: readonly string[],
  rows: readonly (readonly string[])[],
  body: Body,
): boolean {
  if (above.length !== body.width || filledIn(above) * 2 <= body.width || above.some(isValue)) return false;
  if (new Set(above).size < above.length) return false;
  const words = fields.map((cell) => cell.trim()).filter((cell, i) => body.typed[i] === true && cell !== '');
  if (words.length === 0 || isUnits(words) || words.some((word) => KIND.test(word))) return false;
  if (words.length > 1 && new Set(words).size === 1) return true;
  return fields.every(
    (cell, i) => body.typed[i] !== true || cell.trim() === '' || rows.some((row) => row[i]?.trim() === cell.trim()),
  );
}
