import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ConfigInput } from '../../src/facts/settings/settings.ts';
import { suggestionFor } from '../../src/facts/settings/suggestion.ts';
import { METRIC_LEVELS, type MetricLevel } from '../../src/report/metrics/views.ts';
import { CAUSES, USUAL_CAUSES, type Cause } from '../../src/report/verdict/outcome.ts';
import { commandWords } from '../../src/words/command-words.ts';
import { LANGUAGES, type Language } from '../../src/words/language.ts';

const says = commandWords.options;

export const FORMATS = ['html', 'json', 'prom', 'csv', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  /** Files and folders as they were given. */
  reference: string[];
  current: string[];
  config: string | undefined;
  /** Which rows the report is made of, as a set-up writes it. */
  rows: Pick<ConfigInput, 'filter' | 'split'>;
  /** Where each format is written to. */
  paths: Partial<Record<Format, string>>;
  /** How many metrics are written. */
  metrics: MetricLevel;
  /** Which the texts of the report are in. */
  language: Language;
  /** What does not end with 0. */
  failOn: readonly Cause[];
  timeoutMs: number;
}

const options = {
  reference: { type: 'string', multiple: true, default: [] },
  current: { type: 'string', multiple: true, default: [] },
  config: { type: 'string' },
  filter: { type: 'string' },
  split: { type: 'string' },
  out: { type: 'string', default: 'report' },
  formats: { type: 'string', default: 'html,json,prom' },
  openmetrics: { type: 'string' },
  metrics: { type: 'string', default: 'all' },
  'fail-on': { type: 'string', default: USUAL_CAUSES.join(',') },
  lang: { type: 'string', default: 'en' },
  timeout: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

type Given = ReturnType<typeof parseArgs<{ options: typeof options; strict: true }>>['values'];

/**
 * What the command line gives each option.
 * @throws Error that says what on it cannot be
 */
function given(argv: readonly string[]): Given {
  const config = { args: [...argv], options } as const;
  const wrong = parseArgs({ ...config, strict: false, tokens: true }).tokens.flatMap(problemOf);
  for (const problem of wrong) throw new Error(problem);
  return parseArgs(config).values;
}

type Token = NonNullable<ReturnType<typeof parseArgs<{ strict: false; tokens: true }>>['tokens']>[number];

function problemOf(token: Token): string[] {
  if (token.kind === 'positional') return [says.positional(token.value)];
  if (token.kind !== 'option') return [];
  const { name, rawName, value } = token;
  const known = new Map(Object.entries(options)).get(name);
  if (known === undefined) {
    const meant = suggestionFor(name, Object.keys(options));
    return [says.unknown(rawName, meant === null ? null : `--${meant}`)];
  }
  if (known.type === 'boolean') return value === undefined ? [] : [says.withValue(rawName)];
  return value === undefined || (!token.inlineValue && /^-./.test(value)) ? [says.withoutValue(rawName)] : [];
}

/**
 * Reads the command line; null where help is asked for.
 * @throws Error that says which option is wrong
 */
export function readOptions(argv: readonly string[]): Options | null {
  const values = given(argv);
  if (values.help) return null;
  const timeout = Number(values.timeout);
  if (!(timeout > 0)) throw new Error(says.minutes(values.timeout));
  if (values.current.length === 0) throw new Error(says.noCurrent);
  return {
    reference: values.reference,
    current: values.current,
    config: values.config,
    rows: rowsFrom(values),
    paths: pathsOf(values),
    metrics: oneOf('--metrics', values.metrics, METRIC_LEVELS),
    failOn: causesFrom(values['fail-on']),
    language: oneOf('--lang', values.lang, LANGUAGES),
    timeoutMs: timeout * 60_000,
  };
}

/**
 * The files that the options name.
 * @throws Error that says which is not there
 */
export function findInputs({ reference, current, config }: Options): Pick<Options, 'reference' | 'current' | 'config'> {
  return {
    reference: reference.flatMap(filesAt),
    current: current.flatMap(filesAt),
    config: config === undefined ? undefined : existing(config),
  };
}

/** The page checks what they say. */
function rowsFrom(values: Pick<Given, 'filter' | 'split'>): Options['rows'] {
  const read = (option: 'filter' | 'split'): object => {
    const text = values[option];
    if (text === undefined) return {};
    try {
      return { [option]: JSON.parse(text) as unknown };
    } catch {
      throw new Error(says.noJson(`--${option}`, text));
    }
  };
  return { ...read('filter'), ...read('split') };
}

function oneOf<T extends string>(option: string, asked: string, known: readonly T[]): T {
  const found = known.find((one) => one === asked);
  if (found === undefined) throw new Error(says.notOneOf(option, asked, known));
  return found;
}

/** "none" is no cause at all. */
function causesFrom(list: string): Cause[] {
  const asked = list.split(',').map((name) => name.trim());
  if (asked.length === 1 && asked[0] === 'none') return [];
  return asked.map((name) => {
    const cause = CAUSES.find((one) => one === name);
    if (cause === undefined) throw new Error(says.notOneOfOrNone('--fail-on', name, CAUSES));
    return cause;
  });
}

function pathsOf({ out, formats, openmetrics }: { out: string; formats: string; openmetrics?: string | undefined }) {
  const asked = formats.split(',').map((name) => oneOf('--formats', name.trim(), FORMATS));
  const isFolder = out.endsWith('/') || (existsSync(resolve(out)) && statSync(resolve(out)).isDirectory());
  const stem = isFolder ? join(resolve(out), 'report') : resolve(out);
  const paths = Object.fromEntries(asked.map((format) => [format, `${stem}.${format}`]));
  return { ...paths, ...(openmetrics !== undefined && { prom: resolve(openmetrics) }) } as Options['paths'];
}

function existing(path: string): string {
  if (!existsSync(resolve(path))) throw new Error(commandWords.files.notThere(path));
  return resolve(path);
}

/** A file, or those of a folder by name, hidden ones left out. */
function filesAt(path: string): string[] {
  const found = existing(path);
  if (!statSync(found).isDirectory()) return [found];
  const names = readdirSync(found, { withFileTypes: true }).filter((one) => one.isFile() && !one.name.startsWith('.'));
  if (names.length === 0) throw new Error(commandWords.files.emptyFolder(path));
  return names.map(({ name }) => join(found, name)).sort();
}
