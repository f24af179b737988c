import type { FindingValues, Severity } from '../../../facts/statements/findings.ts';
import type { Quote } from '../../../facts/statements/statement.ts';
import { count, effect, number, share, significance } from '../../format.ts';
import { counted, named, opening, verb } from '../grammar.ts';
import { parts } from './headline.ts';
import { quoted, quotedNames } from './quotes.ts';
import type { SidesWords } from '../sides.ts';
import { stepText } from './step.ts';

type FindingWords = { [Kind in keyof FindingValues]: (values: FindingValues[Kind], sides: SidesWords) => string };

const sentences: FindingWords = {
  'only-in-one-file': ({ name, side }, sides) => `“${name}” is only in the ${sides[side].name} file.`,
  'type-change': (kinds, { reference, current }) =>
    `${opening(reference.noun)} holds ${kinds.reference}, ${current.noun} ${kinds.current}.`,
  missing: ({ share: part, change, shares }, sides) =>
    change === null
      ? shares === undefined || shares.reference === shares.current
        ? `${share(part)} of values are missing.`
        : `${share(shares.current)} of values are missing in ${sides.current.noun}, ${share(shares.reference)} in ${sides.reference.noun}; this can be chance.`
      : `Missing values ${change.after > change.before ? 'rose' : 'fell'} from ${share(change.before)} to ${share(change.after)} of rows (${significance('q', change.qValue)})${change.step === undefined ? '' : `, ${stepText(change.step)}`}.`,
  decimals: (decimals, { reference, current }) =>
    `Values have ${digits(decimals.current)} in ${current.noun}, ${digits(decimals.reference)} in ${reference.noun}.`,
  unreadable: ({ side, cells, before }, sides) =>
    `${counted(cells, 'cell')} in the ${sides[side].name} file could not be read as the column's type and ${verb(cells, 'counts', 'count')} as missing${inReference(before, sides)}.`,
  infinite: ({ side, cells, before }, sides) =>
    `${counted(cells, 'infinite value')} in the ${sides[side].name} file${inReference(before, sides)}.`,
  emptied: ({ before, after }) => `It emptied: ${share(after)} of rows have no value, ${share(before)} before.`,
  constant: ({ value, before: referenceState }, { reference, current }) => {
    if (referenceState === null) return `It holds one value only: ${quoted(value)}.`;
    if (referenceState === 'constant') return 'It holds one value only, in both files.';
    return `Every ${current.name} value is ${quoted(value)}; in ${reference.noun} they vary.`;
  },
  'almost-constant': ({ share: part, value }, { current }) =>
    `${share(part)} of ${current.name} values are ${quoted(value)}.`,
  'leading-zeros-lost': ({ side, codes, rows, all: complete, code, bare }, sides) => {
    const otherSide = sides[side === 'current' ? 'reference' : 'current'];
    const lowerBound = complete ? '' : 'at least ';
    const known = rows === 0 ? '' : `, in ${lowerBound}${counted(rows, 'row')}`;
    return `Leading zeros were lost in ${sides[side].noun}: ${quoted(code)} of ${otherSide.noun} is ${quoted(bare)} there. ${opening(`${lowerBound}${counted(codes, 'value')}`)} ${verb(codes, 'differs', 'differ')} in this way${known}.`;
  },
  spellings: ({ categories, names }) =>
    `${counted(categories, 'category is', 'categories are')} written in several ways, which count as different ones${quotedNames(names, names.length, 5)}.`,
  'new-categories': ({ count: n, names }) => `${counted(n, 'new category', 'new categories')}${quotedNames(names, n)}.`,
  'vanished-categories': ({ count: n, names }) =>
    `${counted(n, 'vanished category', 'vanished categories')}${quotedNames(names, n)}.`,
  'out-of-range': (ranges, { reference, current }) =>
    `${ranges.rows === undefined ? '' : `${beyondRange(ranges.rows, current.name)} `}${opening(current.name)} values reach from ${range(ranges.current)}; ${reference.noun}'s from ${range(ranges.reference)}.`,
  outliers: ({ rows, share: part, low, high, farthest }, { reference, current }) =>
    `${counted(rows, `${current.name} value`)} (${share(part)}) outside the ordinary range of ${reference.noun}, ${number(low)} to ${number(high)}${place(farthest)}.`,
  'duplicate-rows': ({ rows, share: part, before }, sides) =>
    `${counted(rows, 'row')} ${verb(rows, 'repeats', 'repeat')} an earlier one (${share(part)}${before === undefined ? '' : `; in ${sides.reference.noun} ${share(before.share)}`}).`,
  'empty-rows': ({ rows, before }, sides) =>
    `${counted(rows, 'row')} ${verb(rows, 'holds', 'hold')} no value at all${inReference(before, sides)}.`,
  'empty-columns': ({ columns, both }) =>
    `${counted(columns.length, 'column')} without any value${both === true ? ' in both files' : ''}: ${named(columns)}.`,
  'duplicate-columns': ({ columns, both }) =>
    `${named(columns, columns.length, 4)} are equal in every row${both === true ? ' of both files' : ''}.`,
  'probability-outside': ({ side, count: n }, sides) =>
    `${counted(n, 'probability', 'probabilities')} of the ${sides[side].name} file ${verb(n, 'lies', 'lie')} outside 0 to 1: measures that need probabilities are left out.`,
  'probability-sum': ({ side, rows }, sides) =>
    `In ${counted(rows, 'row')} of the ${sides[side].name} file the probabilities of the classes do not add up to 1.`,
  'model-naive': parts['model-naive'],
  'concept-drift': ({ column, effect: size, task }, { reference }) =>
    `“${column}” behaves differently: at the same values of it the target is another than in ${reference.noun}, typically by ${conceptSize(size, task)}.`,
};

const range = ({ min, max }: { min: number; max: number }): string => `${number(min)} to ${number(max)}`;

const digits = (decimals: number | null): string =>
  decimals === null ? 'more than 9 decimals' : decimals === 0 ? 'no decimals' : counted(decimals, 'decimal');

const inReference = (cells: number | undefined, { reference }: SidesWords): string =>
  cells === undefined ? '' : ` (${count(cells)} in ${reference.noun})`;

/** How many values lie beyond a range, and on which side. */
function beyondRange({ below, above }: { below: number; above: number }, name: string): string {
  const sides = [...(below > 0 ? [`${count(below)} below`] : []), ...(above > 0 ? [`${count(above)} above`] : [])];
  return `${counted(below + above, `${name} value`)} beyond the range (${sides.join(', ')}).`;
}

function place(farthest: FindingValues['outliers']['farthest']): string {
  if (farthest === null || farthest.value.quote === null || farthest.row.quote === null) return '';
  const { value, row, id } = farthest;
  return `; the farthest is ${plain(value)} in row ${count(Number(row.quote))}${id === undefined ? '' : ` (${plain(id)})`}`;
}

const plain = ({ quote }: Quote): string => (typeof quote === 'number' ? number(quote) : (quote ?? ''));

/** How far the target lies off at the same value of a feature, as its kind is spoken of. */
function conceptSize(size: number, task: FindingValues['concept-drift']['task']): string {
  return task === 'regression' ? `${effect(size)} of its standard deviations` : `${share(size)} of the rows`;
}

const severities: Record<Severity, string> = { high: 'High', medium: 'Medium', low: 'Low' };

/** In place of a sentence of an older report that quotes values of single rows. */
const leftOut = 'A sentence that quotes values was left out here.';

/** What a category is called that few rows have, where its name is left out. */
const rareCategory = (number?: number): string =>
  number === undefined ? 'rare category' : `rare category ${count(number)}`;

export const findings = { sentences, conceptSize, severities, leftOut, rareCategory };
