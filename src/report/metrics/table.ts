import { LABELS, type Metric } from './metric.ts';

type Cell = string | number | null;

/** The columns of the long table, in their order, each with what a row has in it. */
export const TABLE: readonly { name: string; type: 'text' | 'number'; of: (row: Metric) => Cell }[] = [
  { name: 'file', type: 'text', of: ({ file }) => file },
  { name: 'column', type: 'text', of: ({ column }) => column },
  { name: 'metric', type: 'text', of: ({ metric }) => metric },
  { name: 'value', type: 'number', of: ({ value }) => value },
  { name: 'unit', type: 'text', of: ({ unit }) => unit || null },
  { name: 'state', type: 'text', of: ({ state }) => state },
  { name: 'low', type: 'number', of: ({ low }) => low },
  { name: 'high', type: 'number', of: ({ high }) => high },
  ...LABELS.map((name) => ({ name, type: 'text' as const, of: ({ labels }: Metric) => labels[name] ?? null })),
];
