import { ticks } from 'd3-array';
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { clamp } from './geometry.ts';
import type { ScaleKind } from './data.ts';
import { tickLabels, timeLabels } from './tick-labels.ts';
import { fontSize, textWidth } from './text.ts';

export interface Tick {
  value: number;
  /** Pixels along the axis. */
  at: number;
  /** Where the middle of the label stands: at the tick, unless that would leave the picture. */
  labelAt: number;
  label: string;
  /** A second line, for the year of a month or the day of an hour. */
  under?: string;
}

export interface AxisPlan {
  kind: ScaleKind;
  domain: [number, number];
  range: [number, number];
  /** The pixels that labels may use. */
  bounds: [number, number];
  locale: string | undefined;
  /** Texts for the values of a linear axis; exact decimals unless told. */
  labels?: (values: number[]) => string[];
}

export interface Axis {
  scale: (value: number) => number;
  ticks: Tick[];
}

/** A horizontal axis with as many ticks as stand well apart, at most 8. */
export function horizontalAxis(plan: AxisPlan): Axis {
  const scale = scales[plan.kind](plan.domain, plan.range);
  const place = (labelled: Labelled[]) => labelled.map((tick) => placeTick(tick, scale(tick.value), plan.bounds));
  const make = (count: number) => place(candidates[plan.kind](plan, count));
  const most = clamp(Math.floor(Math.abs(plan.range[1] - plan.range[0]) / 64), 2, 8);
  for (let count = most; count > 1; count--) {
    const made = make(count);
    if (made.length > 0 && !crowded(made)) return { scale, ticks: made };
  }
  return { scale, ticks: uncrowd(make(2)) };
}

/** A vertical axis that ends where the data end; at most 6 ticks. */
export function verticalAxis(
  domain: [number, number],
  range: [number, number],
  labels: (values: number[]) => string[],
): Axis {
  const count = clamp(Math.round(Math.abs(range[0] - range[1]) / 48), 2, 5);
  const scale = scaleLinear(domain, range);
  const values = scale.ticks(count);
  const texts = labels(values);
  return {
    scale,
    ticks: values.map((value, i) => ({ value, at: scale(value), labelAt: scale(value), label: texts[i] ?? '' })),
  };
}

const scales: Record<ScaleKind, (domain: [number, number], range: [number, number]) => (value: number) => number> = {
  linear: (domain, range) => scaleLinear(domain, range),
  log: (domain, range) => scaleLog(domain, range),
  time: (domain, range) => scaleLinear(domain, range),
};

type Labelled = Pick<Tick, 'value' | 'label' | 'under'>;

const labelled = (values: number[], { locale, labels }: Pick<AxisPlan, 'locale' | 'labels'>): Labelled[] => {
  const texts = labels?.(values) ?? tickLabels(values, locale);
  return values.map((value, i) => ({ value, label: texts[i] ?? '' }));
};

const candidates: Record<ScaleKind, (plan: AxisPlan, count: number) => Labelled[]> = {
  linear: (plan, count) => labelled(ticks(plan.domain[0], plan.domain[1], count), plan),
  log: ({ domain, locale }, count) => logValues(domain, count).flatMap((value) => labelled([value], { locale })),
  time: ({ domain, locale }, count) =>
    timeLabels(
      scaleUtc(domain, [0, 1])
        .ticks(count)
        .map((date) => date.getTime()),
      locale,
    ),
};

/** Powers of ten where there are enough of them, else 1–2–5, else what a linear axis would have. */
function logValues([low, high]: [number, number], count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i));
  if (powers.length > count) return powers.filter((_, i) => i % Math.ceil(powers.length / count) === 0);
  if (powers.length >= 3) return powers;
  const decades = Array.from({ length: powers.length + 1 }, (_, i) => 10 ** (first - 1 + i));
  const steps = decades.flatMap((power) => [power, 2 * power, 5 * power]);
  const fine = steps.filter((value) => value >= low && value <= high);
  if (fine.length >= 2) return fine.length <= count + 1 || powers.length < 2 ? fine : powers;
  return ticks(low, high, count);
}

function placeTick(tick: Labelled, at: number, [low, high]: [number, number]): Tick {
  const half = labelWidth(tick) / 2;
  return { ...tick, at, labelAt: clamp(at, low + half, Math.max(low + half, high - half)) };
}

const labelWidth = ({ label, under = '' }: Labelled) => Math.max(textWidth(label), textWidth(under));

const touching = (a: Tick, b: Tick) => Math.abs(a.labelAt - b.labelAt) < (labelWidth(a) + labelWidth(b)) / 2 + fontSize;

const crowded = (made: Tick[]) => made.some((tick, i) => i > 0 && touching(made[i - 1] as Tick, tick));

/** Leaves out every tick whose label would touch the one kept before it. */
function uncrowd(made: Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of made) {
    const before = kept.at(-1);
    if (before === undefined || !touching(before, tick)) kept.push(tick);
  }
  return kept;
}
