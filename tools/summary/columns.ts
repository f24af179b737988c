import { readFileSync } from 'node:fs';
import { SUMMARY_TYPES, type SummaryType } from '../../src/facts/summary-file.ts';
import { role as roles, type Role } from '../../src/facts/document/columns.ts';
import { typeOfDeclared } from '../../src/warehouse/declared-type.ts';
import { readDescription } from '../../src/warehouse/describe.ts';
import type { RequestedColumn } from '../../src/warehouse/request.ts';
import type { SummaryOptions } from './options.ts';

/** A column before the options have said what it is. */
export interface GivenColumn {
  name: string;
  type: SummaryType | null;
  role?: Role;
  declared?: string;
  /** Of a column of probabilities: the class that they are of. */
  ofClass?: string;
}

const isSummaryType = (type: string): type is SummaryType => Object.hasOwn(SUMMARY_TYPES, type);

function fromJson(entry: unknown): GivenColumn {
  const { name, type, role } = (entry ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof type !== 'string') {
    throw new Error(`--columns: ${JSON.stringify(entry)} has no name and type as texts.`);
  }
  if (role !== undefined && !roles.options.includes(role as Role)) {
    throw new Error(
      `--columns: “${name}” has the role ${JSON.stringify(role)}; there are ${roles.options.join(', ')}.`,
    );
  }
  const said = role === undefined ? {} : { role: role as Role };
  return isSummaryType(type) ? { name, type, ...said } : { name, type: typeOfDeclared(type), declared: type, ...said };
}

/**
 * The columns of a table, from JSON or from the text that an engine prints for DESCRIBE.
 * @throws Error that says what cannot be read
 */
export function readColumns(path: string, warn: (text: string) => void): GivenColumn[] {
  const text = readFileSync(path, 'utf8').trim();
  if (/^[[{]/.test(text)) {
    const entries = JSON.parse(text) as unknown;
    if (!Array.isArray(entries)) throw new Error(`${path} holds no list of columns.`);
    return entries.map(fromJson);
  }
  const { columns, unread } = readDescription(text);
  if (columns.length === 0) throw new Error(`${path} holds no column: JSON or the result of DESCRIBE is read.`);
  for (const line of unread) warn(`${path}: not read as a column: ${line.trim()}`);
  return columns.map(({ name, declared }) => ({ name, declared, type: typeOfDeclared(declared) }));
}

type Named = Pick<
  SummaryOptions,
  'time' | 'segment' | 'target' | 'prediction' | 'category' | 'text' | 'ignore' | 'probability'
>;

/** "COLUMN=CLASS", split at the last sign. */
function probabilityOf(written: string): [name: string, ofClass: string] {
  const at = written.lastIndexOf('=');
  if (at < 1) throw new Error(`--probability ${written}: write COLUMN=CLASS.`);
  return [written.slice(0, at), written.slice(at + 1)];
}

/**
 * The roles that options give.
 * @throws Error where a column is given two
 */
export function rolesOf(options: Named): Map<string, Role> {
  const named = new Map<string, Role>(options.probability.map((written) => [probabilityOf(written)[0], 'probability']));
  for (const role of ['time', 'target', 'prediction'] as const) {
    const name = options[role];
    if (name === undefined) continue;
    const other = named.get(name);
    if (other !== undefined) throw new Error(`“${name}” cannot be ${other} and ${role}.`);
    named.set(name, role);
  }
  return named;
}

/**
 * What is asked of each column: its type and role as the options say, else as it was given.
 * @throws Error that names an option's column which is none
 */
export function requestedColumns(
  given: readonly GivenColumn[],
  options: Named,
  warn: (text: string) => void,
): RequestedColumn[] {
  const probabilities = new Map(options.probability.map(probabilityOf));
  const { category, text, ignore } = options;
  const single = {
    time: options.time,
    segment: options.segment,
    target: options.target,
    prediction: options.prediction,
  };
  const asked = Object.entries({ ...single, category, text, ignore, probability: [...probabilities.keys()] });
  for (const [option, names] of asked) {
    for (const name of [names ?? []].flat()) {
      if (!given.some((column) => column.name === name)) throw new Error(`--${option}: there is no column “${name}”.`);
    }
  }
  const named = rolesOf(options);
  return given.flatMap((column): RequestedColumn[] => {
    const { name, declared } = column;
    if (ignore.includes(name) || column.role === 'ignored') return [];
    const type = category.includes(name) ? 'category' : text.includes(name) ? 'text' : column.type;
    if (type === null) {
      warn(`“${name}” is left out: ${declared ?? 'its type'} is no single value.`);
      return [];
    }
    const role = named.get(name) ?? column.role ?? 'feature';
    const ofClass = probabilities.get(name) ?? column.ofClass;
    return [
      {
        ...{ name, type, role },
        ...(declared !== undefined && { declared }),
        ...(role === 'probability' && ofClass !== undefined && { ofClass }),
      },
    ];
  });
}
