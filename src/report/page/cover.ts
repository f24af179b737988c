import type { Report } from '../../facts/document/document.ts';
import { words } from '../../words/words.ts';
import { readNote, type NoteNode } from './note.ts';
import type { ResolvedPageOptions } from './options.ts';

/** What a report's file says above the report, and which parts of it are shown. */
export interface Cover extends Pick<ResolvedPageOptions, 'logo' | 'accent' | 'sections' | 'exampleRows'> {
  title: string;
  /** Empty where no one is named. */
  author: string;
  note: NoteNode[];
}

export function coverOf(report: Report, options: ResolvedPageOptions): Cover {
  const { title, author, note, logo, accent, sections, exampleRows } = options;
  return {
    ...{ logo, accent, sections, exampleRows },
    title: title.trim() || ownTitle(report),
    author: author.trim(),
    note: readNote(note),
  };
}

/** What a report is called that was given no title: as its set-up is, else by its files. */
export function ownTitle({ config: { name }, inputs: { reference, current } }: Report): string {
  if (name) return name;
  if (reference && current) return words.saving.ofFiles(current.name, reference.name);
  return words.saving.ofFile((current ?? reference)?.name ?? null);
}
