import { callback } from '../bridge.ts';
import { TEXT_FORMS, type ReadAs, type TextForm } from '../../facts/statements/reading.ts';
import type { EngineHandle } from '../data-set.ts';
import { OWN, type Written } from '../records/rewrite.ts';
import type { Dialect } from './head/dialect.ts';
import { marksIn } from './head/field-form.ts';
import { BLANKS } from '../../facts/settings/read-options.ts';
import { accountingNotes } from './describe/guesses.ts';
import { describeFrame, describeNames } from './describe/head.ts';
import { describeMarks, describeText } from './describe/reading.ts';
import { chooseFormat } from './numbers/format.ts';
import { ofCells, type ReadOptions } from './options.ts';
import type { PreparedCsv } from './head/prepare.ts';
import { marksOf } from './head/column-look.ts';
import { storedType } from './head/stored-type.ts';
import type { AlikeField } from './write-alike.ts';

interface TextPart {
  file: File;
  csv: PreparedCsv;
}

/** What has to be alike for texts to be read in one go. */
const FORMS: Readonly<Record<TextForm, (csv: PreparedCsv) => string | boolean | null>> = {
  delimiter: ({ dialect }) => dialect.delimiter,
  'line-end': ({ dialect }) => dialect.newline,
  header: ({ dialect }) => dialect.header,
  'column-order': ({ heads }) => JSON.stringify(heads.map(({ name }) => name)),
  encoding: ({ encoding }) => (encoding.ascii ? null : encoding.encoding),
  decimal: ({ habits }) => (habits.proven ? habits.decimal : null),
};

/**
 * In what the texts of a table differ; what a file leaves open differs from nothing.
 * @param parts with the same columns
 */
export const differences = (parts: readonly PreparedCsv[]): TextForm[] =>
  TEXT_FORMS.filter((form) => new Set(parts.map(FORMS[form]).filter((found) => found !== null)).size > 1);

/**
 * Writes a text table anew in the one form that all parts of a table can be read in.
 * @param engine whose reader does the work
 * @param part the text
 * @param form the columns in the order wanted, what is set by hand, in what the parts differ, and where the bytes done go
 */
export async function rewriteAlike(
  { reader: { calls, gone } }: EngineHandle,
  { file, csv }: TextPart,
  form: {
    names: readonly string[];
    options: ReadOptions;
    /** null where a single file is written anew. */
    differing: readonly TextForm[] | null;
    onBytes: (done: number, total: number) => void;
  },
): Promise<Written> {
  const { dialect, encoding, bodyLine } = csv;
  const fields = form.names.map((name) => fieldOf(name, csv));
  const request = {
    ...{
      encoding: encoding.encoding,
      guessed: form.options.encoding === undefined,
      newline: dialect.newline,
      dropLines: bodyLine,
      comment: dialect.comment,
    },
    repeatable: csv.frame.repeatable,
    marks: marksIn(dialect),
    fields,
    ascii: encoding.ascii,
  };
  const formats = new Map(fields.flatMap(({ name, number }) => (number === null ? [] : [[name, number.format]])));
  const onDone = callback((done: number) => {
    form.onBytes(done, file.size);
  });
  const { table, notes } = await Promise.race([calls.writeAlike(file, request, onDone), gone]);
  return {
    file: new File([table], file.name),
    format: 'CSV',
    readAs: [
      ...(form.differing === null
        ? describeText(csv)
        : [{ kind: 'parts', values: { differing: [...form.differing] } } satisfies ReadAs]),
      ...describeMarks([...formats.values()]),
    ],
    formats,
    notes: [
      ...describeFrame(csv),
      ...describeNames(csv),
      ...fields.flatMap(({ name, number }) => (number?.accounting ? accountingNotes(name, number.accounting) : [])),
      ...notes,
    ],
    options: { ...OWN, ...ofCells(form.options), header: true, headerLines: 1 },
  };
}

/**
 * Whether the engine cannot read a text as it stands.
 * @param dialect of the text
 */
export const isOdd = ({ delimiter, quote, escape, loose, starts, edged, wrapped }: Dialect): boolean =>
  quote !== '"' || escape !== 'doubled' || loose || edged || wrapped || starts !== null || delimiter === BLANKS;

function fieldOf(name: string, { heads, habits: { decimal, options } }: PreparedCsv): AlikeField {
  const sourceIndex = heads.findIndex((head) => head.name === name);
  const head = heads[sourceIndex];
  const asked = options.columns?.get(name);
  if (head === undefined || storedType([head], asked) !== 'DOUBLE') {
    return { name, sourceIndex, number: null };
  }
  const { format } = chooseFormat(head.numbers, { decimal, marks: marksOf(options) });
  const { unit, accounting } = head;
  return { name, sourceIndex, number: { format, unit, accounting, limits: asked === 'number_limits' } };
}
