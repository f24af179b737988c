import { PlumblineError } from '../../facts/statements/errors.ts';
import type { Report } from '../../facts/document/document.ts';
import type { Side } from '../../facts/document/side.ts';
import { wordReport } from '../../report/wording/word-report.ts';
import type { Documents } from './documents/documents.ts';
import { readApart } from './documents/read-apart.ts';
import { isSavedReport } from './documents/saved.ts';
import { mayBeSetUp, type SetUp } from './documents/set-up.ts';
import { sourceOf, type Source } from './source.ts';

type Groups = readonly (readonly File[])[];

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
 * @param documents who reads set-ups and saved reports
 * @throws Error where it is open what to do with the files
 */
export async function contentsOfDrop(
  groups: Groups,
  side?: Side,
  documents: Documents = readApart,
): Promise<DropContents> {
  const { setUp, tables } = await apartFromSetUp(groups, documents);
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
    return { setUp, sources: [], report: { name: file.name, report: await reportIn(file, documents) } };
  return { setUp, sources, report: null };
}

const reportIn = (file: File, documents: Documents): Promise<Report> =>
  documents.report(file).then(wordReport, naming(file));

/** Parts a set-up that is among what was dropped from the tables; of several the last one counts. */
async function apartFromSetUp(groups: Groups, documents: Documents): Promise<{ setUp: SetUp | null; tables: Groups }> {
  let setUp: SetUp | null = null;
  const tables: (readonly File[])[] = [];
  for (const group of groups) {
    const [file] = group;
    const found =
      file && group.length === 1 && (await mayBeSetUp(file))
        ? await documents.setUp(file, false).catch(naming(file))
        : null;
    if (found === null) tables.push(group);
    else setUp = found;
  }
  return { setUp, tables };
}

const naming =
  ({ name }: File) =>
  (error: unknown): never => {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { file: name });
  };
