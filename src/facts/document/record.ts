import * as v from 'valibot';

/**
 * An object of these entries, in the types exactly these. At run time it is loose: a document of a newer minor version
 * may hold more names, and keeps them; none may go.
 * @param entries schema of each name
 */
export const record = <Entries extends v.ObjectEntries>(entries: Entries): v.ObjectSchema<Entries, undefined> =>
  // The runtime's loose object accepts all that the exact one does.
  v.looseObject(entries) as unknown as v.ObjectSchema<Entries, undefined>;

/** A name that may be absent, and then has no value at all. */
export const optional = <Schema extends v.GenericSchema>(schema: Schema): v.ExactOptionalSchema<Schema, undefined> =>
  v.exactOptional(schema);

/** How many; a share or a length is no count. */
export const count = v.pipe(v.number(), v.minValue(0));
export const countOrNull = v.nullable(count);
export const numberOrNull = v.nullable(v.number());
export const numbers = v.array(v.number());
export const counts = v.array(count);
export const names = v.array(v.string());
