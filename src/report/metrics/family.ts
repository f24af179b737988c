import { words } from '../../words/words.ts';

/*
 * Written so that two readers agree: OpenMetrics 1.0, and the older text format that textfile collectors read. So there are
 * gauges only (the older one knows neither info nor stateset), no time stamps, and no quotes in HELP.
 */

export interface Sample {
  labels: Record<string, string>;
  value: number;
}

export interface Family {
  name: string;
  unit: string;
  help: string;
  samples: Sample[];
}

/** A family that only OpenMetrics has. */
export const gauge = (name: keyof typeof words.metrics.families, samples: Sample[], unit = ''): Family => ({
  ...{ name: `plumbline_${name}${unit && `_${unit}`}`, unit, help: words.metrics.families[name], samples },
});

/** The lines of a family, `common` labels first in each. */
export function familyText({ name, unit, help, samples }: Family, common: Record<string, string>): string {
  const head = [
    `# TYPE ${name} gauge`,
    ...(unit === '' ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
  ];
  const lines = samples.map(({ labels, value }) => `${name}${labelText({ ...common, ...labels })} ${String(value)}`);
  return [...head, ...lines].map((line) => `${line}\n`).join('');
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
