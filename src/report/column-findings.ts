import type { ColumnQuality, ColumnResult, ColumnSchema, Side } from '../analysis/results.ts';
import type { Finding } from './document.ts';
import { count, counted, named, share } from './words.ts';

type Severity = Finding['severity'];

const sides = ['reference', 'current'] as const;
const graded = (value: number, high: number, medium: number): Severity =>
  value >= high ? 'high' : value >= medium ? 'medium' : 'low';

/** What is noteworthy about one column's cells and categories; each finding is one sentence with its number. */
export function columnFindings(schema: ColumnSchema, column: ColumnResult): Finding[] {
  const found = [
    ...onlyInOne(schema),
    ...missing(column),
    ...sides.flatMap((side) => cells(column.quality[side], side)),
    ...constants(column, schema),
    ...categories(column),
    ...outOfRange(column),
  ];
  return found.map((finding) => ({ ...finding, column: column.name }));
}

function onlyInOne({ presentIn, name }: ColumnSchema): Finding[] {
  const [only, other] = presentIn;
  if (only === undefined || other !== undefined) return [];
  return [{ kind: 'only-in-one-file', severity: 'high', side: only, text: `“${name}” is only in the ${only} file.` }];
}

function missing({ quality }: ColumnResult): Finding[] {
  const of = (side: Side): number => {
    const { missing: cells = 0, nan = 0, count: rows = 0 } = quality[side] ?? {};
    return rows === 0 ? 0 : (cells + nan) / rows;
  };
  const [before, after] = [of('reference'), of('current')];
  if (quality.reference !== undefined && quality.current !== undefined) {
    const rise = after - before;
    if (rise >= 0.01) {
      const text = `Missing values rose from ${share(before)} to ${share(after)} of rows.`;
      return [{ kind: 'missing', severity: graded(rise, 0.2, 0.05), side: 'current', value: after, text }];
    }
  }
  const worst = Math.max(before, after);
  if (worst < 0.01) return [];
  const text = `${share(worst)} of values are missing.`;
  return [{ kind: 'missing', severity: graded(worst, 0.9, 0.3), value: worst, text }];
}

function cells(quality: ColumnQuality | undefined, side: Side): Finding[] {
  if (quality === undefined) return [];
  const part = (value: number): number => value / Math.max(1, quality.count);
  const found: Finding[] = [];
  if (quality.coerced > 0) {
    const text = `${counted(quality.coerced, 'cell')} in the ${side} file could not be read as the column's type and count as missing.`;
    found.push({
      kind: 'unreadable',
      severity: graded(part(quality.coerced), 0.1, 0.001),
      side,
      value: quality.coerced,
      text,
    });
  }
  if (quality.infinite > 0) {
    const text = `${counted(quality.infinite, 'infinite value')} in the ${side} file.`;
    found.push({
      kind: 'infinite',
      severity: graded(part(quality.infinite), 0.05, 0),
      side,
      value: quality.infinite,
      text,
    });
  }
  return found;
}

function constants({ quality }: ColumnResult, { type, role }: ColumnSchema): Finding[] {
  if (type === 'text' || role === 'id') return [];
  const { reference, current } = quality;
  const value = `“${current?.mostCommon[0]?.value ?? ''}”`;
  if (current?.constant === true && reference?.constant === true) {
    return [{ kind: 'constant', severity: 'low', text: 'It holds one value only, in both files.' }];
  }
  if (current?.constant === true) {
    const text =
      reference === undefined
        ? `It holds one value only: ${value}.`
        : `Every current value is ${value}; in the reference they vary.`;
    return [{ kind: 'constant', severity: reference === undefined ? 'low' : 'high', side: 'current', text }];
  }
  if (current?.almostConstant === true && reference?.almostConstant !== true) {
    const part = (current.mostCommon[0]?.count ?? 0) / Math.max(1, current.count);
    const text = `${share(part)} of current values are ${value}.`;
    return [
      {
        kind: 'almost-constant',
        severity: reference === undefined ? 'low' : 'medium',
        side: 'current',
        value: part,
        text,
      },
    ];
  }
  return [];
}

function categories({ distribution }: ColumnResult): Finding[] {
  if (distribution?.kind !== 'categorical') return [];
  const { appeared, vanished } = distribution;
  const found: Finding[] = [];
  if (appeared.count > 0) {
    const text = `${count(appeared.count)} new ${appeared.count === 1 ? 'category' : 'categories'}: ${named(appeared.names, appeared.count)}.`;
    found.push({ kind: 'new-categories', severity: 'medium', side: 'current', value: appeared.count, text });
  }
  if (vanished.count > 0) {
    const text = `${count(vanished.count)} vanished ${vanished.count === 1 ? 'category' : 'categories'}: ${named(vanished.names, vanished.count)}.`;
    found.push({ kind: 'vanished-categories', severity: 'low', side: 'reference', value: vanished.count, text });
  }
  return found;
}

/** Current extremes beyond the reference's: how far, in reference ranges. */
function outOfRange({ quality, distribution }: ColumnResult): Finding[] {
  const { reference, current } = quality;
  if (distribution?.kind !== 'numeric' || distribution.scale === 'time') return [];
  if (reference?.min == null || reference.max == null || current?.min == null || current.max == null) return [];
  const range = reference.max - reference.min;
  const beyond = Math.max(reference.min - current.min, current.max - reference.max);
  if (beyond <= 0) return [];
  const ratio = range === 0 ? Infinity : beyond / range;
  const text = `Current values reach from ${number(current.min)} to ${number(current.max)}; the reference's from ${number(reference.min)} to ${number(reference.max)}.`;
  const severity = graded(ratio, 1, 0.1);
  return [{ kind: 'out-of-range', severity, side: 'current', text, ...(Number.isFinite(ratio) && { value: ratio }) }];
}

const number = (value: number): string => new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);
