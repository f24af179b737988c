import type { PairStep, TimeStep } from './steps.ts';
import { OPEN_ZONES, PAIRS, ZONES } from './zones.ts';

/** Steps that patterns do. */
export type PatternStep = Exclude<TimeStep, 'months' | 'era'>;

const WEEKDAYS =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?|lun(?:di|es)?|mardi|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|martes|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?|dom(?:ingo)?';

interface Rule {
  /** Whether it can be needed at all: quick. */
  seen: RegExp;
  /** Patterns that JavaScript and RE2 read alike, and what stands in place of a match. */
  replaced: readonly (readonly [pattern: string, by: string])[];
}

const NAMED_DAY = '^([A-Za-z]{3}) +([0-9]{1,2})';
const TIME_OF_DAY = '([0-9]{1,2}:[0-9]{2}:[0-9]{2})';

const zoneRule = (name: string, offset: string): readonly [string, string] => [`[ ]?\\b${name}$`, offset];

/** As an hour: minute 24 of another hour is written with the same letters. */
export const HOUR_24 = '(^|[ T])24:00';
/** In digits alone. */
export const COMPACT_24 = '^([0-9]{8})24';

/** A name of a zone whose meaning another one in the column says; no cell alone needs it. */
const pairRule = ({ open, offset }: (typeof PAIRS)[PairStep]): Rule => ({
  seen: /(?!)/,
  replaced: [zoneRule(open, offset)],
});

/** What each step puts in place of what. */
export const RULES: Readonly<Record<PatternStep, Rule>> = {
  weekday: {
    seen: /^\p{L}{2,11}[., ]/u,
    replaced: [
      [`^(?i:${WEEKDAYS})(?:\\.?,? +)`, ''],
      // As C libraries write it: Jan  2 15:04:05 2006, the year behind the time.
      [`${NAMED_DAY} ${TIME_OF_DAY} ([0-9]{4})$`, '\\1 \\2 \\4 \\3'],
      [`${NAMED_DAY} ${TIME_OF_DAY} ([A-Z]{3,4}) ([0-9]{4})$`, '\\1 \\2 \\5 \\3 \\4'],
    ],
  },
  zone: {
    seen: /[A-Z)\]]$|GMT|UTC| [+-]\d{2}:?\d{2}$|[+-]\d{4}$/,
    replaced: [
      // Behind an offset, which says all: +01:00[Europe/Berlin].
      ['(?:Z|([+-][0-9]{2}:?[0-9]{2}))\\[[A-Za-z_]+(?:/[A-Za-z_]+)*\\]$', '\\1'],
      ['[ ]?(?:GMT|UTC)([+-][0-9]{2}):?([0-9]{2})(?: ?\\(.*\\))?$', '\\1:\\2'],
      ['[ ]?(?:GMT|UTC)([+-])([0-9])$', '\\10\\2:00'],
      ['([+-][0-9]{2}):?([0-9]{2}) ?\\(.*\\)$', '\\1:\\2'],
      ['(:[0-9]{2}(?:[.][0-9]+)?) ?([+-][0-9]{2}):?([0-9]{2})$', '\\1\\2:\\3'],
      ...Object.entries(ZONES)
        .filter(([name]) => name !== 'Z')
        .map(([name, offset]) => zoneRule(name, offset)),
    ],
  },
  'zone-central': pairRule(PAIRS['zone-central']),
  'zone-british': pairRule(PAIRS['zone-british']),
  'zone-atlantic': pairRule(PAIRS['zone-atlantic']),
  'zone-left-out': {
    seen: /[A-Z]{3}$/,
    replaced: [[`(:[0-9]{2}(?:[.,][0-9]+)?(?: ?[AaPp][Mm])?) ?(?:${OPEN_ZONES.join('|')})$`, '\\1']],
  },
  // The engine reads an offset behind seconds alone.
  seconds: {
    seen: /[ T]\d{1,2}:\d{2} ?(?:Z|[+-]\d{2}(?::?\d{2})?)$/,
    replaced: [['([ T][0-9]{1,2}:[0-9]{2}) ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)$', '\\1:00\\2']],
  },
  signs: {
    seen: /[年月日時时点點]/,
    replaced: [
      ['([時时点點])([0-9])分', '\\10\\2分'],
      ['[年月]', '-'],
      ['日 ?', ' '],
      ['[時时点點]', ':'],
      ['分([0-9]+)秒', ':\\1'],
      ['分', ''],
      [' $', ''],
    ],
  },
  // Halves of a day as Spanish writes them: 3:15:00 p. m.
  halves: {
    seen: /\d[^\d]?(?:[ap]\.?[^\d]?m\.?|Uhr)$/i,
    replaced: [
      ['([0-9]) ?Uhr$', '\\1'],
      ['([0-9])[\u00a0\u202f]([AaPp][Mm])$', '\\1 \\2'],
      ['([0-9])[ \u00a0\u202f]?([AaPp])[.][ \u00a0\u202f]?([Mm])[.]?$', '\\1 \\2\\3'],
    ],
  },
  // Without separators, and as SAS and web servers write times.
  joined: {
    seen: /^\d{8}T\d{4}|^\d{1,2}[A-Za-z]{3}\d{4}(?::|$)|^\[?\d{1,2}\/[A-Za-z]{3}\/\d{4}:/,
    replaced: [
      ['^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})', '\\1-\\2-\\3T\\4:\\5:\\6'],
      ['^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})', '\\1-\\2-\\3T\\4:\\5'],
      ['^([0-9]{1,2})([A-Za-z]{3})([0-9]{4})$', '\\1-\\2-\\3'],
      ['^([0-9]{1,2})([A-Za-z]{3})([0-9]{4}):', '\\1-\\2-\\3 '],
      ['^\\[?([0-9]{1,2}/[A-Za-z]{3}/[0-9]{4}):([^\\]]*)\\]?$', '\\1 \\2'],
    ],
  },
  // Hours and minutes with points between them, behind a date.
  points: {
    seen: /[-/.]\d{2,4}[ T]\d{1,2}\.\d{2}/,
    replaced: [
      [
        '([-/.][0-9]{2,4}[ T][0-9]{1,2})[.]([0-9]{2})[.]([0-9]{2})((?:[.,][0-9]+)?(?: ?[AaPp][Mm])?)$',
        '\\1:\\2:\\3\\4',
      ],
      ['([-/.][0-9]{2,4}[ T][0-9]{1,2})[.]([0-9]{2})((?: ?[AaPp][Mm])?)$', '\\1:\\2\\3'],
    ],
  },
  midnight: {
    seen: /(?:^|[ T])24:00/,
    replaced: [
      [HOUR_24, '\\100:00'],
      [COMPACT_24, '\\100'],
    ],
  },
};
