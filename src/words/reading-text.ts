import type { ReportInput } from '../facts/document/inputs.ts';
import type {
  ColumnWay,
  FileSummary,
  NoteKind,
  NoteValues,
  ReadAsKind,
  ReadAsValues,
} from '../facts/statements/reading.ts';
import { words } from './words.ts';

type ReportNote = ReportInput['notes'][number];
type ReportWay = ReportInput['readAs'][number];
type Unworded<Part extends { text?: string } | { label?: string; value?: string }> = Omit<
  Part,
  'text' | 'label' | 'value'
>;

type SayNote = (values: NoteValues[NoteKind]) => string;
type SayWay = { label: string; value: (values: ReadAsValues[ReadAsKind]) => string };

/** A note of reading as a sentence; null where the catalogue has none for it. */
export function noteText({ kind, values, file }: Unworded<ReportNote>): string | null {
  if (kind === undefined || values === undefined || !Object.hasOwn(words.reading.notes, kind)) return null;
  const text = (words.reading.notes[kind] as SayNote)(values);
  return file === undefined ? text : words.reading.ofFile(file, text);
}

/** Label and value of a way in which a file was read; null where the catalogue has none for it. */
export function readAsText({ kind, values }: Unworded<ReportWay>): { label: string; value: string } | null {
  if (kind === undefined || values === undefined || !Object.hasOwn(words.reading.readAs, kind)) return null;
  const { label, value } = words.reading.readAs[kind] as SayWay;
  return { label, value: value(values) };
}

type SayColumn = (values: ColumnWay['values']) => string;

/** How a column was read; nothing where the catalogue has no words for it. */
export const columnWayText = ({ kind, values }: ColumnWay): string =>
  Object.hasOwn(words.reading.columnWays, kind) ? (words.reading.columnWays[kind] as SayColumn)(values) : '';

/** A cell or a row that a note speaks of. */
export function exampleText(
  { values }: Pick<ReportNote, 'values'>,
  { value, fields }: NonNullable<ReportNote['examples']>[number],
): string {
  if (fields === undefined) return String((typeof value === 'object' ? value.quote : value) ?? '');
  const width = values !== undefined && 'width' in values ? values.width : fields;
  return words.reading.fields({ fields, width });
}

/** What a file's form is called; one of a newer version by its own name. */
export const formatText = (format: string): string =>
  (words.reading.formats as Readonly<Record<string, string>>)[format] ?? format;

/** What files are called together. */
export const filesText = ([first, ...others]: readonly { name: string }[]): string =>
  others.length === 0 ? (first?.name ?? '') : words.reading.several({ first: first?.name ?? '', more: others.length });

/**
 * A file as it was read, in words beside the facts, as it stands in the document.
 * @param input what reading found, or a document's; what the catalogue has no words for keeps its own
 */
export const wordedInput = (input: FileSummary | ReportInput): ReportInput => ({
  ...input,
  ...(input.parts && { name: filesText(input.parts) }),
  readAs: input.readAs.map((way: Unworded<ReportWay> & Partial<ReportWay>): ReportWay => {
    const { label = '', value = '' } = way;
    const choices = way.kind === 'sheet' && way.values !== undefined && 'sheets' in way.values && way.values.sheets;
    return { ...way, ...(readAsText(way) ?? { label, value }), ...(choices && { choices }) };
  }),
  notes: input.notes.map((note: Unworded<ReportNote> & Partial<ReportNote>): ReportNote => ({
    ...note,
    text: noteText(note) ?? note.text ?? '',
  })),
});
