import type { CorrelationMatrix } from '../../facts/document/distribution.ts';
import { isOfNumbers } from '../../facts/methods.ts';
import type { SidesWords } from '../../report/side-words.ts';
import HeatMapFigure from '../../charts/figures/heat-map/HeatMapFigure.svelte';
import { differenceMatrix } from '../../charts/figures/heat-map/heat-words.ts';
import type { HeatKind } from '../../charts/figures/heat-map/heat-map.ts';
import { words } from '../../words/words.ts';
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

function mapsOf({ method, columns, values }: CorrelationMatrix, names: SidesWords): HeatMap[] {
  const { reference, current } = values;
  const kind = isOfNumbers(method) ? 'correlation' : 'association';
  const maps: HeatMap[] = [];
  if (reference) maps.push({ id: 'Reference', name: names.reference.heading, kind, values: reference });
  if (current) maps.push({ id: 'Current', name: names.current.heading, kind, values: current });
  if (reference && current) {
    const { values: change } = differenceMatrix(columns, reference, current);
    maps.push({ id: 'Change', name: words.figures.titles.change, kind: 'difference', values: change });
  }
  return maps;
}

/** One map for each file, and one of what lies between them. */
export const heatMaps = (matrix: CorrelationMatrix, names: SidesWords): ReportFigure[] =>
  mapsOf(matrix, names).map(({ id, name, kind, values }) =>
    figureOf(
      {
        id: `correlations/${matrix.method}/${id}`,
        title: words.figures.titles.heatMap(name, methodName(matrix.method)),
        square: true,
      },
      HeatMapFigure,
      () => ({ matrix: { columns: matrix.columns, values }, kind }),
    ),
  );
