import * as v from 'valibot';

/** Numbers, names and sides as they recur in the document. */
export const count = v.pipe(v.number(), v.minValue(0));
export const orNull = v.nullable(v.number());
export const perSide = <T extends v.GenericSchema>(schema: T) =>
  v.looseObject({ reference: v.optional(schema), current: v.optional(schema) });
export const names = v.array(v.string());
export const side = v.picklist(['reference', 'current']);
export const counts = v.array(count);
export const curve = v.array(v.number());

export const finding = v.looseObject({
  kind: v.string(),
  severity: v.picklist(['high', 'medium', 'low']),
  text: v.string(),
  column: v.optional(v.string()),
  side: v.optional(side),
  value: v.optional(v.number()),
  rows: v.optional(count),
});
