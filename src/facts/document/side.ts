import * as v from 'valibot';
import { optional, record } from './record.ts';

/** The files of a report: how it should be, and how it is. */
export const side = v.picklist(['reference', 'current']);
export type Side = v.InferOutput<typeof side>;

/** One of them, or what comes of both together. */
export const sideOrBoth = v.picklist([...side.options, 'both']);
export type SideOrBoth = v.InferOutput<typeof sideOrBoth>;

/** One value per file; `reference` is absent when one file alone was given. */
export type PerSide<T> = { [side in Side]?: T };

/**
 * Schema of one value per file.
 * @param schema of the value
 */
export const perSide = <Schema extends v.GenericSchema>(schema: Schema) =>
  record({ reference: optional(schema), current: optional(schema) });
