import { CONTENTS, type ContentId } from '../../facts/page-contents.ts';

/** What a report's file holds and what it does not, for those who decide whether to hand it on. */
export interface Contents {
  inside: ContentId[];
  leftOut: ContentId[];
}

/** Values of single rows. */
const OF_ROWS: readonly ContentId[] = ['rows', 'cells', 'texts', 'rare'];

export function contentsOf({ exampleRows }: { exampleRows: boolean }): Contents {
  const isLeftOut = (id: ContentId): boolean => id === 'data' || (!exampleRows && OF_ROWS.includes(id));
  return { inside: CONTENTS.filter((id) => !isLeftOut(id)), leftOut: ['data', ...(exampleRows ? [] : OF_ROWS)] };
}
