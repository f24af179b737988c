import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../src/facts/document/document.ts';
import { exportJson } from '../src/report/export-json.ts';
import { exitCode } from '../src/report/verdict/outcome.ts';
import { metricsCsv, metricsOf, metricsParquet, openMetrics } from '../src/report/metrics/views.ts';
import { errorText } from '../src/words/error-text.ts';
import { runHeadless } from './headless.ts';
import { Outputs } from './outputs.ts';
import { readOptions, USAGE, type Format, type Options } from './report-options.ts';
import { Stopped } from './stopping.ts';

/*
 * A report without a screen, for schedulers: see docs/scheduling.md.
 */
const DONE = 0;
const COULD_NOT_RUN = 2;

async function contentOf(format: Format, report: Report, html: string | null): Promise<string | Uint8Array | null> {
  if (format === 'html') return html;
  if (format === 'json') return exportJson(report);
  if (format === 'prom') return openMetrics(report);
  const metrics = metricsOf(report);
  return format === 'csv' ? metricsCsv(metrics) : new Uint8Array(await metricsParquet(metrics));
}

function say(report: Report): void {
  console.log(report.verdict.headline ?? report.verdict.summary);
  if (report.performance?.state === 'measured') console.log(report.performance.summary);
  for (const { id, status, text } of report.conditions) console.log(`${status.padEnd(8)}${id}: ${text}`);
  if (report.unmatchedColumns.length > 0)
    console.log(`In no file, though the set-up names them: ${report.unmatchedColumns.join(', ')}`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(USAGE);
    return DONE;
  }
  process.chdir(join(import.meta.dirname, '..'));
  if (!existsSync('dist/index.html')) throw new Error('The app has not been built: run `npm run build` first.');
  const report = await writeReport(options);
  say(report);
  return exitCode(report, options.failOn);
}

async function writeReport(options: Options): Promise<Report> {
  const formats = Object.entries(options.paths) as [Format, string][];
  const outputs = new Outputs(formats.map(([, path]) => path));
  const shown = new Set<string>();
  try {
    const { report, html } = await runHeadless({
      ...options,
      html: options.paths.html !== undefined,
      onProgress: (stage) => {
        if (!shown.has(stage)) console.error(`${stage} …`);
        shown.add(stage);
      },
    });
    const contents = new Map<string, string | Uint8Array>();
    for (const [format, path] of formats) {
      const content = await contentOf(format, report, html);
      if (content !== null) contents.set(path, content);
    }
    outputs.write(contents);
    return report;
  } finally {
    outputs.abandon();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`Could not run: ${errorText(error)}`);
  process.exitCode = error instanceof Stopped ? error.exitCode : COULD_NOT_RUN;
}
