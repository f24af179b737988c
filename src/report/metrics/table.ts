import { LABELS, type Metric } from './metric.ts';

type Cell = string | number | null;

/** The columns of the long table, in their order, each with what a row has in it. */
export const TABLE: readonly { name: string; type: 'text' | 'number'; cellOf: (row: Metric) => Cell }[] = [
  { name: 'file', type: 'text', cellOf: ({ file }) => file },
  { name: 'column', type: 'text', cellOf: ({ column }) => column },
  { name: 'metric', type: 'text', cellOf: ({ metric }) => metric },
  { name: 'value', type: 'number', cellOf: ({ value }) => value },
  { name: 'unit', type: 'text', cellOf: ({ unit }) => unit || null },
  { name: 'state', type: 'text', cellOf: ({ state }) => state },
  { name: 'low', type: 'number', cellOf: ({ low }) => low },
  { name: 'high', type: 'number', cellOf: ({ high }) => high },
  ...LABELS.map((name) => ({ name, type: 'text' as const, cellOf: ({ labels }: Metric) => labels[name] ?? null })),
];
