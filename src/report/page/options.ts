import * as v from 'valibot';
import { PlumblineError } from '../../facts/statements/errors.ts';
import { COLOUR, PICTURE } from '../../facts/settings/brand.ts';
import { OPTIONAL_SECTIONS, SECTIONS } from '../../facts/sections.ts';

/** What the schema says of an option that does not fit, where it has an id of its own for it. */
const PROBLEMS = ['no-picture', 'large-picture', 'no-colour'] as const;

const text = (maxLetters: number) => v.optional(v.pipe(v.string(), v.maxLength(maxLetters)), '');

const schema = v.strictObject({
  title: text(200),
  author: text(200),
  /** Markdown. */
  note: text(20_000),
  /** A picture as data address. */
  logo: v.optional(
    v.nullable(v.pipe(v.string(), v.regex(PICTURE, 'no-picture'), v.maxLength(400_000, 'large-picture'))),
    null,
  ),
  /** "#rrggbb". */
  accent: v.optional(v.nullable(v.pipe(v.string(), v.regex(COLOUR, 'no-colour'))), null),
  sections: v.optional(
    v.pipe(
      v.array(v.picklist(SECTIONS)),
      v.transform((asked) => OPTIONAL_SECTIONS.filter((section) => asked.includes(section))),
    ),
    [...OPTIONAL_SECTIONS],
  ),
  /** Whether values of single rows go along. */
  exampleRows: v.optional(v.boolean(), false),
});

/** How a report is to look as a file, and what goes into it. */
export type PageOptions = v.InferInput<typeof schema>;
export type ResolvedPageOptions = v.InferOutput<typeof schema>;

/**
 * Options with their defaults.
 * @throws PlumblineError that names the option and what is wrong with it
 */
export function resolvePageOptions(options: unknown): ResolvedPageOptions {
  const result = v.safeParse(schema, options ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const option = v.getDotPath(issue) ?? '';
  const problem = PROBLEMS.find((candidate) => candidate === issue.message);
  throw new PlumblineError(
    'page-option',
    problem === undefined ? { option, problem: 'misfit', detail: { quote: issue.message } } : { option, problem },
  );
}
