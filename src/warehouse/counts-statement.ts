import type { Warehouse } from '../facts/warehouses.ts';
import { DIALECTS } from './dialects/dialects.ts';
import type { FrozenEdges } from './frozen-edges.ts';
import { stretchPortion } from './parts/by-stretch.ts';
import { binPortion, distinctPortion, levelPortion } from './parts/distributions.ts';
import { knownPortions, namesPart } from './parts/known.ts';
import { confusionPortion, scorePortion } from './parts/model.ts';
import { pairedPortion, productPortion } from './parts/products.ts';
import { rawPart, rowsPart } from './parts/table-rows.ts';
import { planOf } from './plan.ts';
import type { SummaryRequest } from './request.ts';
import { statementOf } from './statement.ts';

/** The second statement: its result is a summary file, counted on edges that stay as they are. */
export function countsStatement(request: SummaryRequest, edges: FrozenEdges, warehouse: Warehouse): string {
  const plan = planOf(request, DIALECTS[warehouse], edges);
  return statementOf(plan, [
    { parts: [rawPart(plan), rowsPart(plan), namesPart(plan)], rows: [] },
    ...knownPortions(plan),
    stretchPortion(plan),
    binPortion(plan),
    levelPortion(plan),
    distinctPortion(plan),
    productPortion(plan),
    pairedPortion(plan),
    confusionPortion(plan),
    scorePortion(plan),
  ]);
}
