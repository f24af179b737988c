import { ConfigError, parseConfig, setUpSchema, withoutSchema, type ConfigInput } from '../facts/settings/settings.ts';
import { RENAMED, withNewNames, type Renaming } from '../facts/document/renamed.ts';
import { mayRepeatKeys, withKeysApart } from '../facts/repeated-keys.ts';
import type { Report } from '../facts/document/document.ts';

export type SetUpFormat = 'json' | 'yaml';

const SCHEMA = 'plumbline-config.schema.json';
const KEYS = new Set([...Object.keys(setUpSchema.entries), ...Object.keys(RENAMED.settings)]);

/**
 * Whether a file is a set-up: by its ending (no table is YAML), by its name, by the schema that it names, or because every name
 * in it is that of a setting.
 */
export function isSetUp(name: string, text: string): boolean {
  if (/\.ya?ml$/i.test(name)) return true;
  if (!/\.json$/i.test(name) || !/^[\s\uFEFF]*\{/.test(text)) return false;
  if (/"format"\s*:\s*"plumbline-report\//.test(text.slice(0, 65_536))) return false;
  if (/^plumbline\.json$/i.test(name)) return true;
  try {
    const found = JSON.parse(withoutMark(text)) as Record<string, unknown>;
    const { $schema } = found;
    if (typeof $schema === 'string' && $schema.endsWith(SCHEMA)) return true;
    const keys = Object.keys(found);
    return keys.length > 0 && keys.every((key) => KEYS.has(key) && !isCells(key, found[key]));
  } catch {
    return false;
  }
}

/** A column of a table may be called "name"; what it holds then is a list. */
const isCells = (key: string, value: unknown): boolean =>
  Array.isArray(value) && !['conditions', 'missing', 'filter'].includes(key);

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** Settings of a set-up by their names of today, and the old names that it has. */
export interface SetUpRead {
  config: ConfigInput;
  renamed: Renaming[];
}

/**
 * Reads a set-up, JSON or YAML.
 * @throws ConfigError that names the file, and the path or the line
 */
export async function readSetUp(text: string, name: string): Promise<SetUpRead> {
  try {
    const written = withoutSchema((await parsed(withoutMark(text), name)) as ConfigInput);
    const { settings: config, met: renamed } = withNewNames(written);
    parseConfig(config);
    return { config, renamed };
  } catch (error) {
    throw error instanceof ConfigError ? Object.assign(error, { file: name }) : error;
  }
}

/** In texts up to here YAML's reader looks for names that occur twice, which takes the square of their number. */
const SHORT = 64_000;
/** Longer YAML would hold the page up. */
const LONGEST_YAML = 512_000;

async function parsed(text: string, name: string): Promise<unknown> {
  const found = (text.length > SHORT ? parsedJson(text, name) : null) ?? (await parsedYaml(text, name));
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found;
  throw new ConfigError({ problem: 'no-settings' }, { file: name });
}

/** Null where it is none. */
function parsedJson(text: string, name: string): unknown {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const keys = mayRepeatKeys(text, found) ? [...withKeysApart(text).keys] : [];
  if (keys.length > 0) throw new ConfigError({ problem: 'keys-twice', keys }, { file: name });
  return found;
}

/** JSON is YAML, and of both YAML's reader says the line. */
async function parsedYaml(text: string, name: string): Promise<unknown> {
  if (text.length > LONGEST_YAML) throw new ConfigError({ problem: 'long-yaml', limit: LONGEST_YAML }, { file: name });
  const { parse } = await import('yaml');
  try {
    return parse(text, { prettyErrors: true, uniqueKeys: text.length <= SHORT }) as unknown;
  } catch (error) {
    // Besides what is no YAML: aliases that multiply, and lists so deep in each other that the stack is full.
    if (!(error instanceof Error)) throw error;
    const [first = ''] = error.message.split('\n');
    throw new ConfigError({ problem: 'unreadable', detail: first.replace(/:$/, '') }, { file: name });
  }
}

/**
 * The set-up that a report was made with, whole: every setting with its value, and the type and the role of every column, so that
 * a later run guesses nothing.
 * @param schema address of the set-up's JSON Schema, for editors
 */
export async function writeSetUp({ config, columns }: Report, format: SetUpFormat, schema: string): Promise<string> {
  const entries = new Map(Object.entries(config.columns));
  for (const { name, type, role } of columns) entries.set(name, { type, role, ...entries.get(name) });
  const setUp = { ...config, columns: Object.fromEntries(entries) };
  if (format === 'json') return `${JSON.stringify({ $schema: schema, ...setUp }, null, 2)}\n`;
  const { stringify } = await import('yaml');
  const plain: unknown = JSON.parse(JSON.stringify(setUp));
  return `# yaml-language-server: $schema=${schema}\n${stringify(plain)}`;
}
