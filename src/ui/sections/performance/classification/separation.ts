import { mapSides } from '../../../../facts/document/sides.ts';
import type { ScoredClass } from '../../../../facts/document/model/classification.ts';
import type { ClassScores } from '../../../../charts/figures/groups/separation.ts';

/** The scores of each true class; a class without rows in a file has none there. */
export const classScores = ({ separation, shapes }: ScoredClass, classes: readonly string[]): ClassScores[] =>
  classes.map((name, index) => ({
    name,
    quantiles: mapSides(separation, (quantiles) => quantiles[index] ?? null),
    shape: mapSides(shapes, (shapes) => shapes[index] ?? []),
  }));
