import { brandSchema, type Brand } from '../../facts/settings/brand.ts';
import { checked, checkedObject } from '../../facts/settings/checked.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';
import type { ConfigProblem } from '../../facts/statements/config-problems.ts';
import { OPTIONAL_SECTIONS, type SectionId } from '../../facts/sections.ts';

/** How a report is to look as a file, and what goes into it: what a set-up says of it, where null stands for "none" too. */
export interface PageOptions extends Omit<Brand, 'logo' | 'accent'> {
  logo?: string | null | undefined;
  accent?: string | null | undefined;
}

export interface ResolvedPageOptions extends Record<'title' | 'author' | 'note', string> {
  logo: string | null;
  accent: string | null;
  sections: readonly SectionId[];
  exampleRows: boolean;
}

/**
 * Options with their defaults.
 * @throws PlumblineError that names the option and what is wrong with it
 */
export function resolvePageOptions(options: unknown): ResolvedPageOptions {
  const refusal = (problem: ConfigProblem): Error => new PlumblineError('page-option', problem);
  const given = Object.entries(checkedObject(options ?? {}, 'options', refusal)).filter(([, value]) => value !== null);
  const brand = checked(brandSchema, Object.fromEntries(given), 'options', refusal);
  const { title = '', author = '', note = '', logo = null, accent = null, sections, exampleRows = false } = brand;
  const chosen = OPTIONAL_SECTIONS.filter((section) => sections?.includes(section) ?? true);
  return { title, author, note, logo, accent, sections: chosen, exampleRows };
}
