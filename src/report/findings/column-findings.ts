import type { RunResult } from '../../analysis/run/run-result.ts';
import type { ColumnQuality, ColumnResult, ColumnSchema, Side } from '../../facts/results.ts';
import type { Finding } from '../../facts/document.ts';
import { sideWords, type SidesWords, type SideWords } from '../side-words.ts';
import { count, counted, named, opening, share, significance } from '../words.ts';

type Severity = Finding['severity'];

const sides = ['reference', 'current'] as const;
const graded = (value: number, high: number, medium: number): Severity =>
  value >= high ? 'high' : value >= medium ? 'medium' : 'low';

/** What is noteworthy about one column's cells and categories; each finding is one sentence with its number. */
export function columnFindings(schema: ColumnSchema, column: ColumnResult, run: RunResult): Finding[] {
  const words = sideWords(run.performance);
  const found = [
    ...onlyInOne(schema, words),
    ...typeChange(schema, words),
    ...missing(column, run.config.alpha),
    ...sides.flatMap((side) => cells(column.quality[side], side, words[side])),
    ...constants(column, schema, words),
    ...categories(column),
    ...outOfRange(column, words),
  ];
  return found.map((finding) => ({ ...finding, column: column.name }));
}

function onlyInOne({ presentIn, name }: ColumnSchema, words: SidesWords): Finding[] {
  const [only, other] = presentIn;
  if (only === undefined || other !== undefined) return [];
  const text = `“${name}” is only in the ${words[only].name} file.`;
  return [{ kind: 'only-in-one-file', severity: 'high', side: only, text }];
}

function typeChange({ readsAs }: ColumnSchema, { reference, current }: SidesWords): Finding[] {
  if (readsAs === undefined) return [];
  const text = `${opening(reference.noun)} holds ${readsAs.reference}, ${current.noun} ${readsAs.current}.`;
  return [{ kind: 'type-change', severity: 'high', side: 'current', text }];
}

function missing({ quality, missing: test }: ColumnResult, alpha: number): Finding[] {
  const of = (side: Side): number => {
    const { missing: cells = 0, nan = 0, count: rows = 0 } = quality[side] ?? {};
    return rows === 0 ? 0 : (cells + nan) / rows;
  };
  const [before, after] = [of('reference'), of('current')];
  if (quality.reference !== undefined && quality.current !== undefined) {
    const rise = after - before;
    const q = test?.qValue;
    if (q !== undefined && q < alpha && rise !== 0) {
      const text = `Missing values ${rise > 0 ? 'rose' : 'fell'} from ${share(before)} to ${share(after)} of rows (${significance('q', q)}).`;
      return [{ kind: 'missing', severity: graded(rise, 0.2, 0.02), side: 'current', value: after, text }];
    }
  }
  const worst = Math.max(before, after);
  if (worst < 0.01) return [];
  const text = `${share(worst)} of values are missing.`;
  return [{ kind: 'missing', severity: graded(worst, 0.9, 0.3), value: worst, text }];
}

function cells(quality: ColumnQuality | undefined, side: Side, { name }: SideWords): Finding[] {
  if (quality === undefined) return [];
  const part = (value: number): number => value / Math.max(1, quality.count);
  const found: Finding[] = [];
  if (quality.coerced > 0) {
    const text = `${counted(quality.coerced, 'cell')} in the ${name} file could not be read as the column's type and count as missing.`;
    found.push({
      kind: 'unreadable',
      severity: graded(part(quality.coerced), 0.1, 0.001),
      side,
      value: quality.coerced,
      text,
    });
  }
  if (quality.infinite > 0) {
    const text = `${counted(quality.infinite, 'infinite value')} in the ${name} file.`;
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

function constants({ quality }: ColumnResult, { type, role }: ColumnSchema, words: SidesWords): Finding[] {
  const { reference, current } = quality;
  if (type === 'text' || role === 'id' || current === undefined) return [];
  if (current.constant) return [constant(current, reference, words)];
  if (!current.almostConstant || reference?.almostConstant === true) return [];
  const part = (current.mostCommon[0]?.count ?? 0) / Math.max(1, current.count);
  const severity = reference === undefined ? 'low' : 'medium';
  const text = `${share(part)} of ${words.current.name} values are ${topValue(current)}.`;
  return [{ kind: 'almost-constant', severity, side: 'current', value: part, text }];
}

const topValue = (quality: ColumnQuality): string => `“${quality.mostCommon[0]?.value ?? ''}”`;

function constant(current: ColumnQuality, reference: ColumnQuality | undefined, words: SidesWords): Finding {
  const kind = 'constant';
  if (reference === undefined) return { kind, severity: 'low', text: `It holds one value only: ${topValue(current)}.` };
  if (reference.constant) return { kind, severity: 'low', text: 'It holds one value only, in both files.' };
  const text = `Every ${words.current.name} value is ${topValue(current)}; in ${words.reference.noun} they vary.`;
  return { kind, severity: 'high', side: 'current', text };
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
function outOfRange({ quality, distribution }: ColumnResult, { reference, current }: SidesWords): Finding[] {
  if (distribution?.kind !== 'numeric' || distribution.scale === 'time') return [];
  const before = rangeOf(quality.reference);
  const after = rangeOf(quality.current);
  if (before === null || after === null) return [];
  const beyond = Math.max(before.min - after.min, after.max - before.max);
  if (beyond <= 0) return [];
  const ratio = before.max === before.min ? Infinity : beyond / (before.max - before.min);
  const text = `${opening(current.name)} values reach from ${rangeText(after)}; ${reference.noun}'s from ${rangeText(before)}.`;
  const severity = graded(ratio, 1, 0.1);
  return [{ kind: 'out-of-range', severity, side: 'current', text, ...(Number.isFinite(ratio) && { value: ratio }) }];
}

interface Range {
  min: number;
  max: number;
}

const rangeOf = (quality: ColumnQuality | undefined): Range | null =>
  quality === undefined || quality.min === null || quality.max === null ? null : { min: quality.min, max: quality.max };

const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const rangeText = ({ min, max }: Range): string => `${precise.format(min)} to ${precise.format(max)}`;
