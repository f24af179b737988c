import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Report } from '../../facts/document/document.ts';
import type { Side } from '../../facts/document/side.ts';
import { isSavedReport, readSavedReport } from './saved.ts';
import { apartFromSetUp, type SetUp } from './set-up.ts';
import { sourceOf, type Source } from './source.ts';

/** What a drop holds: tables, or a saved report; a set-up may come with either, or alone. */
export interface DropContents {
  setUp: SetUp | null;
  sources: Source[];
  /** With the name of the file that it stands in. */
  report: { name: string; report: Report } | null;
}

/**
 * Looks into what was dropped: single files, and folders as several files each.
 * @param groups of files that belong together
 * @param side that was aimed at: what falls there is one table
 * @throws Error where it is open what to do with the files
 */
export async function contentsOfDrop(groups: readonly (readonly File[])[], side?: Side): Promise<DropContents> {
  const { setUp, tables } = await apartFromSetUp(groups);
  if (setUp && tables.length === 0) return { setUp, sources: [], report: null };
  const sources = tables.map(sourceOf);
  const [first] = sources;
  if (!first) throw new PlumblineError('no-file', { place: 'folder' });
  if (side && sources.length > 1) return { setUp, sources: [sourceOf(tables.flat())], report: null };
  if (sources.length > 2) {
    throw new PlumblineError('too-many-files', { files: sources.length });
  }
  const [file] = first.files;
  if (sources.length === 1 && first.files.length === 1 && file && (await isSavedReport(file)))
    return { setUp, sources: [], report: { name: file.name, report: await readSavedReport(file) } };
  return { setUp, sources, report: null };
}
