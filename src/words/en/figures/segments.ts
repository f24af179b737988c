import type { PerSide } from '../../../facts/document/side.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import type { SearchBasis } from '../../../facts/document/where.ts';
import { share } from '../../format.ts';
import { measureValue } from '../../measure-value.ts';
import { listed } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';

/** What a picture of segments shows first. */
export interface FirstSegment {
  basis: SearchBasis;
  name: string;
  values: PerSide<number>;
  whole: PerSide<number>;
  names: SidesWords;
}

const value = (basis: SearchBasis, measured: number | null | undefined): string =>
  basis === 'mae' ? measureValue('mae', measured) : share(measured);

function description({ basis, name, values, whole, names }: FirstSegment): string {
  const said = (measured: PerSide<number>): string =>
    listed(
      SIDES.flatMap((side) =>
        measured[side] === undefined ? [] : [`${value(basis, measured[side])} (${names[side].name})`],
      ),
    );
  const wholeText = said(whole);
  return wholeText === '' ? `${name}: ${said(values)}.` : `${name}: ${said(values)}. Dashed, all rows: ${wholeText}.`;
}

export const segments = {
  segment: 'Segment',
  whole: 'All rows',
  nothing: 'Nothing stands out.',
  title: 'Segments against all rows',
  value,
  description,
};
