import type { PerSide } from '../facts/document/side.ts';
import type { Report, ReportColumn } from '../facts/document/document.ts';

/** Lists and objects in each other: twice as many as the deepest document has. */
const DEEPEST = 40;

/**
 * Where a document is no plain one, before anything else looks at it: a number that is not finite (`1e999`), or lists and
 * objects that are nested too deep to be walked through.
 * @param document as it was read
 * @returns null where it is plain
 */
export function oddPlace(document: unknown): string | null {
  type Place = { value: unknown; path: string; depth: number };
  const open: Place[] = [{ value: document, path: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, path, depth } = place;
    if (typeof value === 'number' && !Number.isFinite(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return path;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' && typeof inner !== 'number') continue;
      open.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
  return null;
}

/**
 * Where a list of a document has not the length that others beside it say, so that drawing it would never end or point beside it.
 * @param report a document whose types are right
 * @returns null where all fit
 */
export function unevenPlace({ columns, correlations, performance }: Report): string | null {
  for (const [i, column] of columns.entries()) {
    const part = unevenPart(column);
    if (part !== null) return `columns.${String(i)}.${part}`;
  }
  const matrix = correlations.findIndex(({ values, columns: { length } }) => !areSquares(values, length));
  if (matrix !== -1) return `correlations.${String(matrix)}.values`;
  if (performance?.state !== 'measured' || !('confusion' in performance.whole)) return null;
  const { classes, confusion } = performance.whole;
  return areSquares(confusion, classes.length) || areSquares(confusion, 0) ? null : 'performance.whole.confusion';
}

function unevenPart({ distribution, cumulative }: ReportColumn): string | null {
  if (distribution?.kind === 'numeric' && !areOfLength(distribution.counts, distribution.edges.length - 1))
    return 'distribution';
  return cumulative === null || areOfLength(cumulative, cumulative.x.length) ? null : 'cumulative';
}

type Lists = PerSide<readonly unknown[]>;

const areOfLength = ({ reference, current }: Lists, length: number): boolean =>
  [reference, current].every((list) => list === undefined || list.length === length);

const areSquares = (matrices: PerSide<readonly (readonly unknown[])[]>, size: number): boolean =>
  areOfLength(matrices, size) &&
  [matrices.reference, matrices.current].every((matrix) => matrix?.every(({ length }) => length === size) ?? true);
