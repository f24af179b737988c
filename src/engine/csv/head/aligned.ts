import { largest } from '../../../facts/extremes.ts';
import { isValue } from '../frame/body.ts';
import { BLANKS } from '../../../facts/settings/read-options.ts';
import { splitRows } from '../slices/rows.ts';
import { usualWidth } from './delimiter.ts';

/** How columns stand that no delimiter divides. */
export type Aligned = { delimiter: typeof BLANKS } | { starts: number[] };

/** Lines that tell it. */
const HELD_LINES = 500;
const FEWEST_LINES = 5;
const MOSTLY = 0.9;
/** Lines in which columns are set apart by more than one blank. */
const APART = 0.6;
const GAP = /\S(?: {2,}| *\t *)\S/;

/**
 * Whether the columns of a text are aligned with blanks: as many words in each line, or words at the same places.
 * @param text its head
 * @param newline what rows end in
 * @param delimiter that was found; blanks and none are no better
 */
export function alignedColumns(text: string, newline: '\n' | '\r', delimiter: string): Aligned | null {
  if (!['', ' ', '\t'].includes(delimiter)) return null;
  const lines = text
    .split(newline)
    .slice(0, HELD_LINES)
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '');
  if (!areApart(lines, delimiter)) return null;
  const rows = [...splitRows(lines.join('\n'), { delimiter: BLANKS, newline: '\n' })].map(({ fields }) => fields);
  const fixed = delimiter === '\t' ? null : fixedWidths(lines);
  if (!isEven(rows)) return fixed;
  const names = rows[0]?.length ?? 0;
  return (fixed && underNames(fixed, lines[0] ?? '', { names, words: usualWidth(rows) })) ?? { delimiter: BLANKS };
}

function areApart(lines: readonly string[], delimiter: string): boolean {
  const apart = lines.filter((line) => GAP.test(line)).length;
  if (lines.length < FEWEST_LINES || apart < APART * lines.length) return false;
  return delimiter !== '\t' || lines.some((line) => /\S {2,}\S/.test(line));
}

/** As many words in nearly each line, values in at least half of their places. */
function isEven(rows: readonly (readonly string[])[]): boolean {
  const width = usualWidth(rows);
  const usual = rows.filter((fields) => fields.length === width);
  const typed = Array.from(
    { length: width },
    (_, i) => usual.filter((fields) => isValue(fields[i] ?? '')).length >= MOSTLY * usual.length,
  );
  return width > 1 && usual.length >= MOSTLY * (rows.length - 1) && typed.filter(Boolean).length * 2 >= width;
}

/** As many words in each line may be texts of several words: fewer names tell where those start. */
function underNames(
  { starts }: { starts: number[] },
  line: string,
  { names, words }: { names: number; words: number },
): Aligned | null {
  if (names === words) return null;
  const named = starts.filter((start, i) => line.slice(start, starts[i + 1]).trim() !== '');
  return named.length === names && named[0] === 0 ? { starts: named } : null;
}

/** Letters at which fields start: behind places where every line below the names has a blank; a name may reach into such a place. */
function fixedWidths([names = '', ...lines]: readonly string[]): { starts: number[] } | null {
  const longest = largest(lines.map((line) => line.length));
  if (lines.some((line) => line.includes('\t'))) return null;
  const isGap = Array.from({ length: longest }, (_, i) => lines.every((line) => (line[i] ?? ' ') === ' '));
  const starts = isGap.flatMap((gap, i) => {
    if (gap || (i > 0 && isGap[i - 1] !== true)) return [];
    return [nameBefore(names, isGap, i)];
  });
  if (starts.length < 2 || starts.length * 2 > longest) return null;
  const fields = [...splitRows(lines.join('\n'), { delimiter: '', newline: '\n', starts })];
  const values = starts.map(
    (_, i) => fields.filter(({ fields: row }) => isValue(row[i] ?? '')).length >= MOSTLY * fields.length,
  );
  return values.some(Boolean) ? { starts: [0, ...starts.slice(1)] } : null;
}

/** Where the name starts that stands over a field, if that is in the gap before it. */
function nameBefore(names: string, isGap: readonly boolean[], start: number): number {
  let gap = start;
  while (gap > 0 && isGap[gap - 1] === true) gap--;
  for (let i = gap; i < start; i++) if (names[i] !== ' ' && (i === 0 || names[i - 1] === ' ')) return i;
  return start;
}
