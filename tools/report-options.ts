import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { METRIC_LEVELS, type MetricLevel } from '../src/report/metrics/views.ts';
import { CAUSES, USUAL_CAUSES, type Cause } from '../src/report/verdict/outcome.ts';
import { LANGUAGES, type Language } from '../src/words/language.ts';

export const USAGE = `plumbline report --current july.csv [--reference june.csv] [--config plumbline.json] [--out report]

  --reference PATH    a file, or a folder whose files are one table; may be given several times
  --current PATH      the same, for the file that is looked at
  --config PATH       a set-up, JSON or YAML
  --out PATH          path of what is written, without its ending (report): PATH.html, PATH.json, PATH.prom
  --formats LIST      which of html,json,prom,csv,parquet (html,json,prom)
  --openmetrics PATH  where the OpenMetrics text goes, if elsewhere: a textfile collector's folder
  --metrics LEVEL     how many: summary (of the whole), columns (some of each column and class too), all (all)
  --fail-on LIST      what does not end with 0, of changed,model,conditions,moved,insufficient
                      (changed,model,conditions,moved); none for nothing of it
  --lang LANGUAGE     which the report's texts are in (en)
  --timeout MINUTES   after which the run is given up (60)

  Ends with 0 where nothing moved; 1 where a column has changed, the model got worse by more than noise, or a condition
  does not hold; 2 where it could not run; 3 where a column moved and it may be chance.`;

export const FORMATS = ['html', 'json', 'prom', 'csv', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  /** Files and folders as they were given. */
  reference: string[];
  current: string[];
  config: string | undefined;
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
  out: { type: 'string', default: 'report' },
  formats: { type: 'string', default: 'html,json,prom' },
  openmetrics: { type: 'string' },
  metrics: { type: 'string', default: 'all' },
  'fail-on': { type: 'string', default: USUAL_CAUSES.join(',') },
  lang: { type: 'string', default: 'en' },
  timeout: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

/**
 * Reads the command line; null where help is asked for.
 * @throws Error that says which option is wrong
 */
export function readOptions(argv: readonly string[]): Options | null {
  const { values } = parseArgs({ args: [...argv], options });
  if (values.help) return null;
  const timeout = Number(values.timeout);
  if (!(timeout > 0)) throw new Error(`--timeout ${values.timeout}: expected a number of minutes.`);
  if (values.current.length === 0) throw new Error('--current is missing: which file is to be looked at?');
  return {
    reference: values.reference,
    current: values.current,
    config: values.config,
    paths: pathsOf(values),
    metrics: levelOf(values.metrics),
    failOn: causesFrom(values['fail-on']),
    language: languageOf(values.lang),
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

function levelOf(asked: string): MetricLevel {
  const level = METRIC_LEVELS.find((one) => one === asked);
  if (level === undefined) throw new Error(`--metrics ${asked}: expected ${METRIC_LEVELS.join(', ')}.`);
  return level;
}

function languageOf(asked: string): Language {
  const language = LANGUAGES.find((one) => one === asked);
  if (language === undefined) throw new Error(`--lang ${asked}: expected ${LANGUAGES.join(', ')}.`);
  return language;
}

/** "none" is no cause at all. */
function causesFrom(list: string): Cause[] {
  const asked = list.split(',').map((name) => name.trim());
  if (asked.length === 1 && asked[0] === 'none') return [];
  return asked.map((name) => {
    const cause = CAUSES.find((one) => one === name);
    if (cause === undefined) throw new Error(`--fail-on ${name}: expected ${CAUSES.join(', ')}, or none.`);
    return cause;
  });
}

function pathsOf({ out, formats, openmetrics }: { out: string; formats: string; openmetrics?: string | undefined }) {
  const asked = formats.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined) throw new Error(`--formats ${unknown}: expected ${FORMATS.join(', ')}.`);
  const isFolder = out.endsWith('/') || (existsSync(resolve(out)) && statSync(resolve(out)).isDirectory());
  const stem = isFolder ? join(resolve(out), 'report') : resolve(out);
  const paths = Object.fromEntries(asked.map((format) => [format, `${stem}.${format}`]));
  return { ...paths, ...(openmetrics !== undefined && { prom: resolve(openmetrics) }) } as Options['paths'];
}

function existing(path: string): string {
  if (!existsSync(resolve(path))) throw new Error(`${path}: there is no such file.`);
  return resolve(path);
}

/** A file, or those of a folder by name, hidden ones left out. */
function filesAt(path: string): string[] {
  const found = existing(path);
  if (!statSync(found).isDirectory()) return [found];
  const names = readdirSync(found, { withFileTypes: true }).filter((one) => one.isFile() && !one.name.startsWith('.'));
  if (names.length === 0) throw new Error(`${path}: there is no file in this folder.`);
  return names.map(({ name }) => join(found, name)).sort();
}
