import * as v from 'valibot';
import { CONFIG_RULES, type ConfigProblem, type ConfigRule } from '../statements/config-problems.ts';
import { suggestionFor } from './suggestion.ts';

/** What is thrown for a problem. */
export type Refusal = (problem: ConfigProblem) => Error;

/**
 * What is given, where it holds settings by name.
 * @throws what `refusal` makes of anything else
 */
export function checkedObject(given: unknown, path: string, refusal: Refusal): object {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw refusal({ problem: 'no-object', path });
}

/**
 * Settings with their defaults.
 * @param path where they stand: `config.columns["a"]`
 * @throws what `refusal` makes of the first that does not fit the schema
 */
export function checked<T extends v.GenericSchema>(
  schema: T,
  input: unknown,
  path: string,
  refusal: Refusal,
): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const keys = (issue.path ?? []).map(({ key }) => String(key));
    const last = keys.at(-1) ?? '';
    const known = settingsIn(schema, keys.slice(0, -1));
    throw refusal({
      problem: 'unknown-setting',
      path: [path, ...keys].join('.'),
      suggestion: suggestionFor(last, known),
    });
  }
  const issuePath = v.getDotPath(issue);
  throw refusal(problemOf(issue, issuePath === null ? path : `${path}.${issuePath}`));
}

const isRule = (message: string): message is ConfigRule => CONFIG_RULES.some((rule) => rule === message);

function problemOf(issue: v.BaseIssue<unknown>, path: string): ConfigProblem {
  const { message, expected, received, type, requirement } = issue;
  if (isRule(message)) return { problem: 'rule', path, rule: message };
  if (type === 'max_length') return { problem: 'long', path, limit: Number(requirement) };
  // The one rule of the library's own that says nothing of what it expects.
  if (expected === null) return { problem: 'whole-number', path, received };
  return { problem: 'value', path, expected, received };
}

/** The names of the settings at a place in a schema. */
function settingsIn(schema: v.GenericSchema, path: readonly string[]): string[] {
  type Nested = { entries?: Record<string, Nested>; wrapped?: Nested };
  let nested: Nested | undefined = schema as Nested;
  for (const key of path) {
    nested = nested?.entries?.[key];
    while (nested?.wrapped) nested = nested.wrapped;
  }
  return Object.keys(nested?.entries ?? {});
}
