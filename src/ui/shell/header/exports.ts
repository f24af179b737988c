import type { Report } from '../../../facts/document/document.ts';
import { exportJson } from '../../../report/export-json.ts';
import type { SetUpFormat } from '../../../report/set-up.ts';
import { shippedFile } from '../../../shipped/shipped.ts';
import { download, reportName } from './download.ts';
import type { words } from '../../../words/words.ts';

/** An entry of the menu that saves a file. */
export interface Export {
  id: keyof typeof words.exports.entries;
  save: (report: Report) => void | Promise<void>;
}

const saveAs = (report: Report, ending: string, content: BlobPart, type: string) =>
  download(new Blob([content], { type }), reportName(report, ending));

/** What is seldom asked for comes when it is. */
const views = () => import('../../../report/metrics/views.ts');

export async function markdownOf(report: Report): Promise<string> {
  return (await views()).metricsMarkdown(report);
}

/** Where this page serves the set-up's schema; a page from disk has no address that an editor could ask, but a neighbour. */
const schemaAddress = () => {
  const name = 'plumbline-config.schema.json';
  return location.protocol.startsWith('http') ? new URL(name, document.baseURI).href : `./${name}`;
};

async function saveSetUp(report: Report, format: SetUpFormat): Promise<void> {
  const { writeSetUp } = await import('../../../report/set-up.ts');
  const text = await writeSetUp(report, format, schemaAddress());
  const type = format === 'json' ? 'application/json' : 'application/yaml';
  download(new Blob([text], { type }), `plumbline.${format}`);
}

export const reportExports: Export[] = [
  {
    id: 'json',
    save: (report) => saveAs(report, 'json', exportJson(report), 'application/json'),
  },
];

const dashboardExport: Export = {
  id: 'grafana',
  save: async () => download(await shippedFile('grafana-dashboard.json'), 'plumbline-grafana-dashboard.json'),
};

export const numberExports: Export[] = [
  {
    id: 'csv',
    save: async (report) => {
      const { metricsCsv, metricsOf } = await views();
      saveAs(report, 'csv', metricsCsv(metricsOf(report)), 'text/csv');
    },
  },
  {
    id: 'parquet',
    save: async (report) => {
      const { metricsOf, metricsParquet } = await views();
      const bytes = await metricsParquet(metricsOf(report));
      saveAs(report, 'parquet', bytes, 'application/vnd.apache.parquet');
    },
  },
  {
    id: 'openMetrics',
    save: async (report) => {
      const { openMetrics } = await views();
      saveAs(report, 'prom', openMetrics(report), 'application/openmetrics-text; version=1.0.0; charset=utf-8');
    },
  },
  dashboardExport,
];

export const setUpExports: Export[] = [
  {
    id: 'setUp',
    save: (report) => saveSetUp(report, 'json'),
  },
  { id: 'setUpYaml', save: (report) => saveSetUp(report, 'yaml') },
];
