import { SUMMARY_FILE_VERSION } from '../../facts/summary-file.ts';
import { kindText, longRow, typed } from '../long-row.ts';
import { NOTHING, type Part, type Plan, type Portion } from '../plan.ts';

/** Part `pl_names`: what the keys of columns stand for. */
export function namesPart({ dialect, columns }: Plan): Part {
  const names = columns.map(({ key, name }) => [key, dialect.text(name)]);
  return { name: 'pl_names', body: dialect.constants(['c', 'name'], names) };
}

/** Kinds `column` and `probability`, and `telling` again: what was said in the request and by the edges. */
function saidPortion({ dialect, columns }: Plan): Portion {
  const { text, double } = dialect;
  const empty = typed(dialect, 'NULL', 'text');
  const rows = columns.flatMap(({ place, name, type, role, origin, telling, ofClass }) => {
    const row = (kind: string, second: string, label: string, bin: number): string[] => [
      text(kind),
      text(name),
      second,
      text(label),
      String(bin),
      kind === 'column' ? double(origin) : typed(dialect, 'NULL', 'double'),
    ];
    return [
      row('column', text(role), type, place),
      ...(ofClass === undefined ? [] : [row('probability', empty, ofClass, 0)]),
      ...telling.map((label, place) => row('telling', empty, label, place)),
    ];
  });
  const names = ['kind', 'name', 'other', 'label', 'bin', 'total'];
  const cells = Object.fromEntries(names.map((name) => [name, `pl_said.${name}`]));
  return {
    parts: [{ name: 'pl_said', body: dialect.constants(names, rows) }],
    rows: [longRow(dialect, cells, 'pl_said')],
  };
}

/** Kind `edge` again. */
function edgePortion({ dialect, numbers }: Plan): Portion {
  const rows = numbers.flatMap(({ key, edges }) => edges.map((edge, bin) => [key, String(bin), dialect.double(edge)]));
  if (rows.length === 0) return NOTHING;
  const cells = { kind: kindText(dialect, 'edge'), name: 'pl_names.name', bin: 'bin', least: 'x', greatest: 'x' };
  return {
    parts: [{ name: 'pl_edges', body: dialect.constants(['c', 'bin', 'x'], rows) }],
    rows: [longRow(dialect, cells, 'pl_edges JOIN pl_names ON pl_names.c = pl_edges.c')],
  };
}

/** What a summary file holds that needs no row to be read. */
export const knownPortions = (plan: Plan): Portion[] => [saidPortion(plan), edgePortion(plan)];

/** The name of the version, as a literal. */
export const versionText = ({ dialect }: Plan): string => dialect.text(SUMMARY_FILE_VERSION);
