import { ticks } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import { utcTicks } from 'd3-time';
import { elementAt } from '../facts/element-at.ts';
import { clamp } from './geometry.ts';
import type { ScaleKind } from './data.ts';
import { tickLabels, timeLabels } from './tick-labels.ts';
import { fontSize, textWidth } from './text.ts';

export interface Tick {
  value: number;
  /** Pixels along the axis. */
  position: number;
  /** Where the middle of the label stands: at the tick, unless that would leave the picture. */
  labelPosition: number;
  /** Empty for a tick between two powers of ten. */
  label: string;
  /** A second line, for the year of a month or the day of an hour. */
  secondLine?: string;
}

export interface AxisPlan {
  kind: ScaleKind;
  domain: [number, number];
  range: [number, number];
  /** The pixels that labels may use. */
  bounds: [number, number];
  /** Texts for the values of a linear axis; exact decimals unless told. */
  labels?: (values: number[]) => string[];
}

export interface Axis {
  scale: (value: number) => number;
  ticks: Tick[];
}

/** A horizontal axis with as many ticks as stand well apart, at most 8 of them with a label. */
export function horizontalAxis(plan: AxisPlan): Axis {
  const scale = scales[plan.kind](plan.domain, plan.range);
  const place = (labelled: Labelled[]) => labelled.map((tick) => placeTick(tick, scale(tick.value), plan.bounds));
  const make = (count: number) => place(candidates[plan.kind](plan, count));
  const mostTicks = clamp(Math.floor(Math.abs(plan.range[1] - plan.range[0]) / 64), 2, 8);
  for (let count = mostTicks; count > 1; count--) {
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
    ticks: values.map((value, i) => ({
      value,
      position: scale(value),
      labelPosition: scale(value),
      label: elementAt(texts, i),
    })),
  };
}

const scales: Record<ScaleKind, (domain: [number, number], range: [number, number]) => (value: number) => number> = {
  linear: (domain, range) => scaleLinear(domain, range),
  log: (domain, range) => scaleLog(domain, range),
  time: (domain, range) => scaleLinear(domain, range),
};

type Labelled = Pick<Tick, 'value' | 'label' | 'secondLine'>;

const linearTicks = ({ domain: [low, high], labels = tickLabels }: AxisPlan, count: number): Labelled[] => {
  const values = ticks(low, high, count);
  const texts = labels(values);
  return values.map((value, i) => ({ value, label: elementAt(texts, i) }));
};

/** Every multiple of each power of ten, those with a label that the scale's own format writes; linear within one power. */
const logTicks = (plan: AxisPlan, count: number): Labelled[] => {
  const scale = scaleLog(plan.domain, [0, 1]);
  const format = scale.tickFormat(count);
  const made = scale.ticks(count).map((value) => {
    const [label = ''] = format(value) === '' ? [] : tickLabels([value]);
    return { value, label };
  });
  return made.filter(hasLabel).length < 2 ? linearTicks(plan, count) : made;
};

const candidates: Record<ScaleKind, (plan: AxisPlan, count: number) => Labelled[]> = {
  linear: linearTicks,
  log: logTicks,
  time: ({ domain: [low, high] }, count) =>
    timeLabels(utcTicks(new Date(low), new Date(high), count).map((date) => date.getTime())),
};

function placeTick(tick: Labelled, position: number, [low, high]: [number, number]): Tick {
  const halfWidth = labelWidth(tick) / 2;
  return {
    ...tick,
    position,
    labelPosition: clamp(position, low + halfWidth, Math.max(low + halfWidth, high - halfWidth)),
  };
}

const labelWidth = ({ label, secondLine = '' }: Labelled) => Math.max(textWidth(label), textWidth(secondLine));

const touching = (a: Tick, b: Tick) =>
  Math.abs(a.labelPosition - b.labelPosition) < (labelWidth(a) + labelWidth(b)) / 2 + fontSize;

const hasLabel = ({ label }: Labelled) => label !== '';

const crowded = (made: Tick[]) =>
  made.filter(hasLabel).some((tick, i, labelled) => i > 0 && touching(elementAt(labelled, i - 1), tick));

/** Leaves out every tick whose label would touch the one kept before it. */
function uncrowd(made: Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of made) {
    const previous = kept.findLast(hasLabel);
    if (previous === undefined || !hasLabel(tick) || !touching(previous, tick)) kept.push(tick);
  }
  return kept;
}
