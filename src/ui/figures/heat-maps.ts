import type { CorrelationMatrix } from '../../analysis/results.ts';
import type { HeatKind } from '../../charts/figures/heat-map.ts';

type Values = (number | null)[][];

export interface HeatMap {
  name: string;
  kind: HeatKind;
  values: Values;
}

const minus = (a: number | null | undefined, b: number | null | undefined) =>
  a === null || b === null || a === undefined || b === undefined ? null : a - b;

/** Current minus reference, cell by cell; nothing where either is missing. */
const difference = (current: Values, reference: Values): Values =>
  current.map((row, i) => row.map((cell, j) => minus(cell, reference[i]?.[j])));

/** One map for each file, and one of what lies between them. */
export function heatMaps({ method, values: { reference, current } }: CorrelationMatrix): HeatMap[] {
  const kind = method === 'cramers_v' ? 'association' : 'correlation';
  const maps: HeatMap[] = [];
  if (reference) maps.push({ name: 'Reference', kind, values: reference });
  if (current) maps.push({ name: 'Current', kind, values: current });
  if (reference && current) maps.push({ name: 'Change', kind: 'difference', values: difference(current, reference) });
  return maps;
}
