import type { CorrelationMatrix } from '../../facts/results.ts';
import type { SidesWords } from '../../report/side-words.ts';
import HeatMapFigure from '../../charts/figures/heat-map/HeatMapFigure.svelte';
import type { HeatKind } from '../../charts/figures/heat-map/heat-map.ts';
import { methodName } from '../words.ts';
import { figureOf, type ReportFigure } from './report-figure.ts';

type Values = (number | null)[][];

interface HeatMap {
  /** Its own whatever the files are called. */
  id: string;
  name: string;
  kind: HeatKind;
  values: Values;
}

const minus = (a: number | null | undefined, b: number | null | undefined) =>
  a === null || b === null || a === undefined || b === undefined ? null : a - b;

/** Current minus reference, cell by cell; nothing where either is missing. */
const difference = (current: Values, reference: Values): Values =>
  current.map((row, i) => row.map((cell, j) => minus(cell, reference[i]?.[j])));

function mapsOf({ method, values: { reference, current } }: CorrelationMatrix, words: SidesWords): HeatMap[] {
  const kind = method === 'cramers_v' ? 'association' : 'correlation';
  const maps: HeatMap[] = [];
  if (reference) maps.push({ id: 'Reference', name: words.reference.heading, kind, values: reference });
  if (current) maps.push({ id: 'Current', name: words.current.heading, kind, values: current });
  if (reference && current) {
    const values = difference(current, reference);
    maps.push({ id: 'Change', name: 'Change', kind: 'difference', values });
  }
  return maps;
}

/** One map for each file, and one of what lies between them. */
export const heatMaps = (matrix: CorrelationMatrix, words: SidesWords): ReportFigure[] =>
  mapsOf(matrix, words).map(({ id, name, kind, values }) =>
    figureOf(
      {
        id: `correlations/${matrix.method}/${id}`,
        title: `${name}, ${methodName(matrix.method)}`,
        square: true,
      },
      HeatMapFigure,
      () => ({ matrix: { columns: matrix.columns, values }, kind }),
    ),
  );
