import { almostConstant } from './almost-constant.ts';
import { conceptDrift } from './model/concept-drift.ts';
import { constant } from './constant.ts';
import { decimals } from './decimals.ts';
import { duplicateColumns } from './files/duplicate-columns.ts';
import { duplicateRows } from './files/duplicate-rows.ts';
import { emptied } from './emptied.ts';
import { emptyColumns } from './files/empty-columns.ts';
import { emptyRows } from './files/empty-rows.ts';
import { infinite } from './infinite.ts';
import { leadingZerosLost } from './leading-zeros-lost.ts';
import { modelNaive } from './model/model-naive.ts';
import { missing } from './missing.ts';
import { newCategories } from './new-categories.ts';
import { onlyInOneFile } from './only-in-one-file.ts';
import { outOfRange } from './out-of-range.ts';
import { outliers } from './outliers.ts';
import { probabilityOutside } from './model/probability-outside.ts';
import { probabilitySum } from './model/probability-sum.ts';
import { spellings } from './spellings.ts';
import { typeChange } from './type-change.ts';
import { unreadable } from './unreadable.ts';
import { vanishedCategories } from './vanished-categories.ts';
import type { AnyFinding, FindingSubject } from './finding.ts';

/** Every kind of finding, in the order in which findings of one severity are listed. */
export const FINDINGS: readonly AnyFinding[] = [
  probabilityOutside,
  probabilitySum,
  modelNaive,
  conceptDrift,
  duplicateRows,
  emptyRows,
  emptyColumns,
  duplicateColumns,
  outliers,
  onlyInOneFile,
  typeChange,
  emptied,
  missing,
  unreadable,
  infinite,
  constant,
  decimals,
  almostConstant,
  leadingZerosLost,
  spellings,
  newCategories,
  vanishedCategories,
  outOfRange,
];

/** The kinds about columns, about whole files, or about the model. */
export const findingsAbout = <Subject extends FindingSubject>(
  subject: Subject,
): Extract<AnyFinding, { subject: Subject }>[] =>
  FINDINGS.filter((finding): finding is Extract<AnyFinding, { subject: Subject }> => finding.subject === subject);
