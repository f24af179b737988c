import { largest } from '../../../facts/extremes.ts';
import { filledIn, isDivider, isEmpty, isValue } from './body.ts';

/** Names from the lines above a table. */
export interface HeaderLines {
  /** How many of the lines hold names, units and the like: the last ones. */
  lines: number;
  /** As they are written; empty where there is none. */
  names: string[];
  /** Cells below the names: units, kinds of averages. */
  below: string[];
}

/** A head of more lines is none. */
const MOST_LINES = 5;
const MOSTLY = 0.5;
/** What units and kinds of values look like: `m3/h`, `[°C]`, `kg·m⁻²`, `Avg`. */
const UNIT =
  /^(?:[[(].*[\])]|[%‰°-]|°[CFK]|none|dimensionless|TS|RN|Avg|Smp|Min|Max|Std|Tot|Deg ?[CFK]?|degrees?|[kMGmµunpcdh]?(?:bar|Pa|Hz|Wh|W|VA|var|VAr|Ah|A|V|g|m|s|h|l|L|t|J|N|K|C|F|mol|Ohm|Ω|eV)|min|rpm|ppm|ppb|dB|lx|lux|psi|gal|ft|in|lb|kn|d|[a-z]+(?:meters?|metres?|seconds?|volts?|amps?|watts?)|meters|metres|seconds|volts?|amps?|watts?)(?:[²³23]|\^?-?[123])?(?:[/*·].+)?$/u;
/** Of these one has to be there: single letters are names too. */
const PLAIN_LETTER = /^[A-Za-z-]$/;

const trimmed = (fields: readonly string[]): string[] => {
  const cells = fields.map((field) => field.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
};

/**
 * Whether most cells are units, or kinds of averages.
 * @param cells without blanks around them
 */
export const isUnits = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  const units = filled.filter((cell) => UNIT.test(cell));
  return units.length >= MOSTLY * filled.length && units.some((cell) => !PLAIN_LETTER.test(cell));
};

const isFull = (cells: readonly string[], width: number): boolean =>
  cells.length >= Math.min(width, 2) && cells.every((cell) => cell !== '') && new Set(cells).size === cells.length;

/** Words rather than values, in more than one field of a table of several. */
function couldBeNames(cells: readonly string[], width: number): boolean {
  const filled = filledIn(cells);
  const values = cells.filter(isValue).length;
  return (width === 1 ? filled === 1 : filled > 1 || (filled === 1 && width === 2)) && values * 2 <= filled;
}

/**
 * The names of a table's columns from the lines above its first row. The last of them are looked at first: where they repeat
 * themselves, have gaps or hold units, names stand above them, or go on there (`Line A, , Line B,` over `Flow, Heat, Flow, Heat`).
 * @param preamble the lines above the first row, those nearest to it last
 * @param width fields that rows have
 */
export function headerLines(preamble: readonly (readonly string[])[], width: number): HeaderLines | null {
  const nearest = preamble.slice(-MOST_LINES - 1).reverse();
  let lines = 0;
  const taken: string[][] = [];
  for (const [above, raw] of nearest.entries()) {
    const cells = trimmed(raw);
    if (isDivider(cells) || isEmpty(cells)) {
      if (taken.length > 0) break;
      lines++;
      continue;
    }
    if (!goesOn(cells, { raw, taken, width })) break;
    taken.unshift(cells);
    lines++;
    if (!isFull(cells, width) || isUnits(cells)) continue;
    const groups = groupsAbove(nearest.slice(above + 1), Math.max(width, cells.length));
    return { lines: lines + groups.length, ...namesIn([...groups, ...taken], width) };
  }
  return taken.some((cells) => couldBeNames(cells, width)) ? { lines, ...namesIn(taken, width) } : null;
}

/** Whether a line is one of the head: names, or units, which may stand over few of the columns. */
function goesOn(
  cells: readonly string[],
  { raw, taken, width }: { raw: readonly string[]; taken: readonly (readonly string[])[]; width: number },
): boolean {
  const [below] = taken;
  if (!couldBeNames(cells, width)) return taken.length < MOST_LINES - 1 && raw.length === width && isUnits(cells);
  if (below === undefined) return cells.length * 2 >= width || (raw.length === width && isUnits(cells));
  return cells.length <= Math.max(width, below.length) + 1;
}

/** Lines right above the names in which each name stands over several columns. */
function groupsAbove(above: readonly (readonly string[])[], width: number): string[][] {
  const end = above.findIndex((raw) => !areGroups(trimmed(raw), width));
  return above
    .slice(0, end === -1 ? above.length : end)
    .map(trimmed)
    .reverse();
}

function areGroups(cells: readonly string[], width: number): boolean {
  const starts = cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
  if (starts.length < 2 || cells.length > width || cells.some((cell) => isValue(cell) || cell.endsWith(':')))
    return false;
  return starts.every((start, i) => (starts[i + 1] ?? width) - start > 1);
}

function namesIn(taken: readonly string[][], width: number): Pick<HeaderLines, 'names' | 'below'> {
  const [top = [], ...others] = taken;
  if (isFull(top, Math.min(width, top.length)) && top.length * 2 >= width) {
    return { names: top, below: others.flat().filter((cell) => cell !== '') };
  }
  const parts = taken.filter((cells) => taken.length === 1 || !isUnits(cells) || cells === top);
  const length = largest(parts.map((cells) => cells.length));
  const spread = parts.map((cells, i) => (i < parts.length - 1 ? filledForward(cells, length) : cells));
  const names = Array.from({ length }, (_, i) =>
    [...new Set(spread.flatMap((cells) => ((cells[i] ?? '') ? [cells[i] ?? ''] : [])))].join(' '),
  );
  return {
    names,
    below: taken
      .filter((cells) => !parts.includes(cells))
      .flat()
      .filter((cell) => cell !== ''),
  };
}

/** A name over several columns stands over the first of them. */
function filledForward(cells: readonly string[], length: number): string[] {
  let last = '';
  return Array.from({ length }, (_, i) => (last = (cells[i] ?? '') || last));
}
