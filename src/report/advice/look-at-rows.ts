import { advising } from './advising.ts';
import { grownError } from './grown-error.ts';

/** A segment that makes less of the growth is no place to begin. */
const LEAST_GROWTH = 0.25;

/** The segment in which most of the growth of the error lies, of a model that got worse. */
export const lookAtRows = advising('look-at-rows', ({ report }) => {
  const { search, segments = [] } = report.where ?? {};
  if (grownError(report) === null || search?.state !== 'searched' || search.basis === 'membership') return null;
  const [segment] = segments
    .filter(({ kind, growth }) => (kind === 'becameBad' || kind === 'grew') && (growth ?? 0) >= LEAST_GROWTH)
    .sort((a, b) => (b.growth ?? 0) - (a.growth ?? 0));
  if (segment === undefined) return null;
  return { values: { segment, basis: search.basis }, restsOn: [{ section: 'where' }] };
});
