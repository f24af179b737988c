/** A column as an engine describes it. */
export interface DescribedColumn {
  name: string;
  declared: string;
}

export interface Description {
  columns: DescribedColumn[];
  /** Lines that are no column and that no engine is known to print. */
  unread: string[];
}

const NAMES = /^(column[ _]?name|col_name|column|name|field)$/i;
const TYPES = /^(column[ _]?type|data[ _]?type|type)$/i;
/** Lines of nothing but frames. */
const FRAME = /^[\s+|│─═┌┬┐├┼┤└┴┘╞╪╡╭╮╰╯-]*$/u;
/** Where an engine goes on to something else than columns. */
const BEHIND =
  /^\s*\|?\s*(#\s|(indexes|foreign-key constraints|referenced by|check constraints|triggers|partition key|inherits|access method)\b)/i;
const TITLE = /^\s*((partitioned )?table|view|materialized view|foreign table) "|^\s*(desc|describe|show columns)\b/i;
const COUNT = /^[\s│|]*\(?\d+ (rows?|columns?)\b/i;

/** Cells of a line of CSV. */
function commaCells(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim());
}

/** Cells between bars; a bar on the left is a frame. */
function barCells(line: string, bar: string): string[] {
  const cells = line.split(bar).map((cell) => cell.trim());
  return cells[0] === '' && line.trimStart().startsWith(bar) ? cells.slice(1) : cells;
}

/** How the lines of a description are taken apart: by the frame that they have, else by tabs, commas or blanks. */
function cutterOf(lines: readonly string[]): (line: string) => string[] {
  const mostHold = (mark: string | RegExp): boolean =>
    lines.filter((line) => (typeof mark === 'string' ? line.includes(mark) : mark.test(line))).length * 2 >
    lines.length;
  for (const bar of ['│', '|']) if (mostHold(bar)) return (line) => barCells(line, bar);
  if (mostHold('\t')) return (line) => line.split('\t').map((cell) => cell.trim());
  if (mostHold(/^\s*("|[^\s,]+\s*,)/)) return commaCells;
  return (line) => {
    const [, name = '', type = ''] = /^\s*("(?:[^"]|"")*"|\S+)\s+(.*?)\s*$/.exec(line) ?? [];
    const quoted = /^"(.*)"$/.exec(name)?.[1];
    return [quoted?.replaceAll('""', '"') ?? name, type];
  };
}

/** ClickHouse writes its heads into the frame. */
const headsInFrame = (line: string): string =>
  /^\s*[┌╭]/u.test(line) && /[a-z]/i.test(line) ? line.replace(/[┌┐╭╮┬]/gu, '│').replace(/[─━]/gu, ' ') : line;

/** Where names and types stand, and which line is the first of a column. */
function headOf(rows: readonly (readonly string[])[]): { name: number; type: number; head: number; first: number } {
  const place = rows.findIndex((row) => row.some((cell) => NAMES.test(cell)) && row.some((cell) => TYPES.test(cell)));
  const head = rows[place];
  if (head === undefined) return { name: 0, type: 1, head: 0, first: 0 };
  const name = head.findIndex((cell) => NAMES.test(cell));
  const type = head.findIndex((cell) => TYPES.test(cell));
  // DuckDB's client writes the types of the heads below them.
  const second = rows[place + 1];
  const areTypes = second?.[name]?.toLowerCase() === 'varchar' && second[type]?.toLowerCase() === 'varchar';
  return { name, type, head: place, first: place + (areTypes ? 2 : 1) };
}

/** Columns of what engines print for DESCRIBE, as a frame, psql's \d, tabs or CSV, with or without heads. */
export function readDescription(text: string): Description {
  const printed = text.split(/\r?\n/).map(headsInFrame);
  const end = printed.findIndex((line) => BEHIND.test(line));
  const lines = (end < 0 ? printed : printed.slice(0, end)).filter(
    (line) => !FRAME.test(line) && !COUNT.test(line) && !TITLE.test(line),
  );
  const cut = cutterOf(lines);
  const rows = lines.map(cut);
  const { name, type, head, first } = headOf(rows);
  const columns: DescribedColumn[] = [];
  const unread = lines.slice(0, head);
  rows.slice(first).forEach((row, place) => {
    const declared = row[type] ?? '';
    if (declared === '') unread.push(lines[first + place] ?? '');
    else columns.push({ name: row[name] ?? '', declared });
  });
  return { columns, unread };
}
