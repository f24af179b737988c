import { newName, RENAMED, withNewNames } from '../facts/document/renamed.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A document of the format of version 0.1 by the names of today, before it is checked; its texts stay. Anything else stays
 * as it is.
 * @param document as it was read
 */
export function upgraded(document: unknown): unknown {
  if (!isObject(document) || document['format'] !== 'plumbline-report/1') return document;
  const { columns, dataset, config } = document;
  return {
    ...document,
    format: 'plumbline-report/2',
    config: withNewNames(config).settings,
    ...(Array.isArray(columns) && { columns: columns.map(upgradedColumn) }),
    ...(isObject(dataset) && { dataset: withNames(dataset, ['drift']) }),
  };
}

/** The names that were changed stand in a column's comparison alone: names of columns and categories stay what they are. */
function upgradedColumn(column: unknown): unknown {
  if (!isObject(column) || !isObject(column['drift'])) return column;
  const parts = ['smallestDetectable', 'why', 'drawnScores'];
  return { ...column, drift: renamed(withNames(column['drift'], parts)) };
}

/** An object in which some parts have the new names. */
const withNames = (object: Json, parts: readonly string[]): Json => ({
  ...object,
  ...Object.fromEntries(parts.flatMap((part) => (part in object ? [[part, renamedPart(object[part])]] : []))),
});

const renamedPart = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(renamedPart);
  return isObject(part) ? renamed(part) : part;
};

const renamed = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [newName(RENAMED.document, name), value]));
