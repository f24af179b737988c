import type { Move } from '../../../facts/statements/moves.ts';
import type { Quote } from '../../../facts/statements/statement.ts';
import { beforeAfter, duration, number, share, time as moment } from '../../format.ts';
import { opening } from '../grammar.ts';
import { quoted } from './quotes.ts';

type Told<Way extends Move['way']> = Extract<Move, { way: Way }>;

/** "79.3 → 81": what it was, and what it is now. */
const fromTo = (before: string, after: string): string => `${before} → ${after}`;

const numbers = ({ before, after }: { before: number; after: number }): string => fromTo(...beforeAfter(before, after));
const moments = ({ before, after }: { before: number; after: number }): string => fromTo(moment(before), moment(after));
const shares = ({ before, after }: { before: number; after: number }): string => fromTo(share(before), share(after));

const levelName = (level: Quote): string => (level.quote === null ? 'one category' : quoted(level));

/** "values up to 72 fell from 41% to 26% of rows". */
function upToClause({ value, before, after }: NonNullable<Told<'mean'>['upTo']>): string {
  return `values up to ${number(value)} ${after > before ? 'rose' : 'fell'} from ${share(before)} to ${share(after)} of rows`;
}

const behind = (upTo: Told<'mean'>['upTo']): string => (upTo === null ? '' : `; ${upToClause(upTo)}`);

function meanDirection({ time, before, after }: Told<'mean'>): string {
  if (time) return after > before ? 'later' : 'earlier';
  return after > before ? 'higher' : 'lower';
}

const spreadDirection = ({ before, after }: Told<'spread'>): string => (after > before ? 'wider' : 'narrower');

const headed = (direction: string, rest: string): string => `${opening(direction)}: ${rest}.`;

const mean = (move: Told<'mean'>): string => `mean ${move.time ? moments(move) : numbers(move)}`;
const spread = (move: Told<'spread'>): string =>
  `standard deviation ${move.time ? fromTo(duration(move.before), duration(move.after)) : numbers(move)}`;

/** One sentence, direction first: "Higher: mean 79.3 → 81; values up to 72 fell from 41% to 26% of rows." */
function sentence(move: Move): string {
  switch (move.way) {
    case 'mean':
      return headed(meanDirection(move), `${mean(move)}${behind(move.upTo)}`);
    case 'spread':
      return headed(spreadDirection(move), `${spread(move)}${behind(move.upTo)}`);
    case 'shape':
      return `Another shape: ${upToClause(move.upTo)}.`;
    case 'level':
      return `${levelName(move.level)} ${move.after > move.before ? 'rose' : 'fell'} from ${share(move.before)} to ${share(move.after)} of rows.`;
  }
}

/** Behind "Moved:". */
function clause(move: Move): string {
  switch (move.way) {
    case 'mean':
      return mean(move);
    case 'spread':
      return `${spreadDirection(move)}, ${spread(move)}`;
    case 'shape':
      return upToClause(move.upTo);
    case 'level':
      return `${levelName(move.level)} ${shares(move)} of rows`;
  }
}

/** Behind a column's name in a list: "higher, mean 79.3 → 81". */
function remark(move: Move): string {
  if (move.way === 'mean') return ` ${meanDirection(move)}, ${mean(move)}`;
  return move.way === 'spread' ? ` ${clause(move)}` : `, ${clause(move)}`;
}

/** In which way a column moved. */
export const moves = { sentence, clause, remark };
