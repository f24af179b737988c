/*
 * A strict reader of OpenMetrics 1.0 text, after the ABNF and the rules beside it in the specification
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/), as far as gauges go. It throws on the first line that breaks a rule.
 */

export interface Family {
  type: string;
  unit: string;
  help: string;
  samples: { labels: Record<string, string>; value: number }[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const ESCAPED = String.raw`(?:[^\n"\\]|\\["\\n])*`;
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="${ESCAPED}"`;
const NUMBER = String.raw`[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?[Ii]nf(?:inity)?|[Nn]a[Nn]`;
const DESCRIPTOR = new RegExp(`^# (TYPE|UNIT|HELP) (${NAME}) (${ESCAPED})$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{((?:${LABEL}(?:,${LABEL})*)?)\\})? (${NUMBER})$`);

const unescaped = (text: string): string =>
  text.replace(/\\(["\\n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));

function labelsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(new RegExp(`([a-zA-Z_][a-zA-Z0-9_]*)="(${ESCAPED})"`, 'g'))];
  const names = pairs.map(([, name]) => name);
  if (new Set(names).size < names.length) throw new Error(`a label stands twice: ${text}`);
  return Object.fromEntries(pairs.map(([, name = '', value = '']): [string, string] => [name, unescaped(value)]));
}

/** The families of an exposition by name. */
export function readOpenMetrics(text: string): Map<string, Family> {
  if (!text.endsWith('# EOF\n')) throw new Error('the text does not end with # EOF');
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let now = '';
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const [, kind, name = '', said = ''] = DESCRIPTOR.exec(line) ?? [];
    if (kind !== undefined) {
      now = describe(families, { now, kind, name, said });
      continue;
    }
    const [, of = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    if (of === '') throw new Error(`neither a descriptor nor a sample: ${line}`);
    if (of !== now) throw new Error(`a sample outside its family: ${line}`);
    const sample = { labels: labelsOf(labels), value: Number(value) };
    const series = JSON.stringify([of, Object.entries(sample.labels).sort()]);
    if (seen.has(series)) throw new Error(`a series stands twice: ${line}`);
    seen.add(series);
    families.get(of)?.samples.push(sample);
  }
  return families;
}

function describe(
  families: Map<string, Family>,
  { now, kind, name, said }: { now: string; kind: string; name: string; said: string },
): string {
  if (name !== now && families.has(name)) throw new Error(`a family in two places: ${name}`);
  const family = families.get(name) ?? { type: 'unknown', unit: '', help: '', samples: [] };
  families.set(name, family);
  if (family.samples.length > 0) throw new Error(`a descriptor after samples: ${name}`);
  if (kind === 'UNIT' && said !== '' && !name.endsWith(`_${said}`)) throw new Error(`${name} does not end in ${said}`);
  Object.assign(family, { [kind.toLowerCase()]: unescaped(said) });
  return name;
}
