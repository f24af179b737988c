import { join } from 'node:path';
import type { Progress } from '../../src/analysis/run/run-result.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { exportJson } from '../../src/report/export-json.ts';
import { exitCode } from '../../src/report/verdict/outcome.ts';
import { atLevel, metricsCsv, metricsOf, metricsParquet, openMetrics } from '../../src/report/metrics/views.ts';
import { sideWords } from '../../src/report/side-words.ts';
import { commandWords } from '../../src/words/command-words.ts';
import { words } from '../../src/words/words.ts';
import { nameOf, writeFailure } from './failed-run.ts';
import { runHeadless, type Outcome } from './headless.ts';
import { Outputs } from './outputs.ts';
import { findInputs, readOptions, type Format, type Options } from './report-options.ts';

/*
 * A report without a screen, for schedulers: see docs/scheduling.md.
 */
const DONE = 0;
/** How long the process may take to end by itself: a browser that hangs or has died can keep it for ever. */
const REST_MS = 2_000;

async function contentOf(
  format: Format,
  { report, html }: Outcome,
  { metrics: level, paths }: Options,
): Promise<string | Uint8Array | null> {
  if (format === 'html') return html;
  if (format === 'json') return exportJson(report);
  if (format === 'prom') return openMetrics(report, { name: nameOf(paths), level });
  const metrics = atLevel(metricsOf(report), level);
  return format === 'csv' ? metricsCsv(metrics) : new Uint8Array(await metricsParquet(metrics));
}

function sayAdvice({ advice = [] }: Report): void {
  if (advice.length > 0) console.log(`${words.sections.overview.advice.heading}:`);
  for (const { text } of advice) console.log(`  - ${text}`);
}

function say(report: Report): void {
  console.log(report.verdict.headline ?? report.verdict.summary);
  for (const rows of [report.split, report.filter]) if (rows) console.log(rows.text);
  sayAdvice(report);
  if (report.performance?.state === 'measured') console.log(report.performance.summary);
  if (report.cost?.state === 'measured')
    console.log(words.sections.cost.sentence(report.cost, sideWords(report.performance)));
  for (const { id, status, text } of report.conditions)
    console.log(`${words.conditions.statuses[status].padEnd(8)}${id}: ${text}`);
  if (report.unmatchedColumns.length > 0) console.log(words.sections.data.unmatched(report.unmatchedColumns));
}

/** Where the command was called: npm goes to the folder of the package whose script it runs. */
function calledFrom(): string {
  const own = join(import.meta.dirname, '..', 'package.json');
  return (process.env['npm_package_json'] === own ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
}

/** Makes a report as the options say, and gives what the process ends with. */
export async function runReport(argv: readonly string[]): Promise<number> {
  process.chdir(calledFrom());
  const options = readOptions(argv);
  if (options === null) {
    console.log(commandWords.reportUsage);
    return DONE;
  }
  try {
    return await runWith(options);
  } catch (error) {
    // Where it cannot be written either, the first error is the one to tell.
    await writeFailure(options).catch(() => undefined);
    throw error;
  } finally {
    setTimeout(() => process.exit(), REST_MS).unref();
  }
}

async function runWith(options: Options): Promise<number> {
  const formats = Object.entries(options.paths) as [Format, string][];
  const inputs = findInputs(options);
  const outputs = new Outputs(formats.map(([, path]) => path));
  try {
    const outcome = await outcomeOf(options, inputs);
    const contents = new Map<string, string | Uint8Array>();
    for (const [format, path] of formats) {
      const content = await contentOf(format, outcome, options);
      if (content !== null) contents.set(path, content);
    }
    outputs.write(contents);
    say(outcome.report);
    return exitCode(outcome.report, options.failOn);
  } finally {
    outputs.abandon();
  }
}

function outcomeOf(options: Options, inputs: ReturnType<typeof findInputs>): Promise<Outcome> {
  const shown = new Set<Progress['stage']>();
  return runHeadless({
    ...options,
    ...inputs,
    html: options.paths.html !== undefined,
    onProgress: (stage) => {
      if (!shown.has(stage)) console.error(`${words.run.stages[stage]} …`);
      shown.add(stage);
    },
  });
}
