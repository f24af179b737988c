/** What can be taken from a report, by the menu's entries. */
export const exports = {
  heading: 'Export',
  copied: 'Copied',
  onClipboard: 'The table is on the clipboard',
  groups: { report: 'The report', numbers: 'Its numbers', figures: 'Its figures', setUp: 'How it was made' },
  entries: {
    html: { label: 'Report as HTML …', hint: 'One file to hand on: opens anywhere, offline' },
    print: { label: 'Print …', hint: 'On paper or as PDF, with the rows that are open' },
    json: { label: 'Report document (JSON)', hint: 'Opens again here without the data' },
    markdown: { label: 'Copy as Markdown table', hint: 'For a ticket, a chat or a wiki' },
    csv: { label: 'Metrics as CSV', hint: 'One number a row, for spreadsheets and scripts' },
    parquet: { label: 'Metrics as Parquet', hint: 'The same table, for DuckDB, pandas and Spark' },
    openMetrics: { label: 'Metrics as OpenMetrics', hint: 'For Prometheus, Grafana and Zabbix' },
    grafana: { label: 'Grafana dashboard', hint: 'To import once: it draws the OpenMetrics text' },
    summaries: {
      label: 'Summary files',
      hint: 'Counts without rows: keep them, and compare months later',
    },
    pictures: { label: 'Pictures …', hint: 'For a page, a slide or print' },
    setUp: { label: 'Set-up', hint: 'Roles, types and settings, for the next files' },
    setUpYaml: { label: 'Set-up as YAML', hint: 'The same, to edit by hand' },
  },
  byHand: {
    heading: 'Copy as Markdown table',
    lead: 'This page cannot reach the clipboard here. The text is selected: copy it with Ctrl+C (⌘C).',
    text: 'Markdown',
  },
};
