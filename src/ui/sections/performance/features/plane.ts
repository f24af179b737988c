import { mapSides } from '../../../../facts/document/sides.ts';
import type { FeaturePlane } from '../../../../facts/document/model/features.ts';
import type { PlaneCells } from '../../../../charts/figures/groups/plane.ts';

/** The plane with one number for each cell: the mean, or the share of one category. */
export const planeOf = ({ edges, cells }: FeaturePlane, category: number): PlaneCells => ({
  edges,
  cells: mapSides(cells, ({ at, rows, values }) => ({ at, rows, values: values[category] ?? [] })),
});
