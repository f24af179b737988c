import { SIDES } from '../../facts/document/sides.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import { assign, sideByName } from '../files/assign.ts';
import { readingKey, readingOfKept } from '../files/reading.ts';
import type { SetUp } from '../files/documents/set-up.ts';
import { isEmpty, isPair, noFiles, swapped, type Slots } from '../files/slots.ts';
import type { Failure } from '../run/failure.ts';
import type {
  Answer,
  Content,
  Failed,
  Phase,
  Resting,
  Running,
  RunTask,
  SessionEvent,
  SessionState,
  Task,
} from './session-state.ts';

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;
type StateOf<P extends Phase> = Extract<SessionState, { phase: P }>;

/** What each event leads to; an event that is not there changes nothing. */
type Transitions<State> = {
  [Type in SessionEvent['type']]?: (state: State, event: EventOf<Type>) => SessionState;
};

const withContent = <State extends SessionState>(state: State, change: Partial<Content>): State => ({
  ...state,
  content: { ...state.content, ...change },
});

/** Nothing runs and nothing went wrong. */
const rest = ({ content, settled, attempts }: SessionState): Resting => ({
  ...{ content, settled, attempts },
  phase: content.report ? 'done' : 'empty',
});

/** Says what went wrong; what is on the screen stays, and what runs goes on. */
const refused = (state: SessionState, failure: Failure, retry: RunTask | null = null): SessionState =>
  state.phase === 'running' ? { ...state, failure } : { ...rest(state), phase: 'failed', failure, retry };

/** The same without its failure. */
const withoutFailure = (state: SessionState): SessionState =>
  state.phase === 'running' ? { ...state, failure: null } : rest(state);

const attempt = ({ content, settled, attempts }: SessionState, task: Task): Running => ({
  ...{ content, settled, attempts: attempts + 1 },
  ...{ phase: 'running', attempt: { id: attempts, task }, progress: null, partial: null, searching: false },
  failure: null,
});

function run(state: SessionState, task: Omit<RunTask, 'kind'>): SessionState {
  const { slots, config } = task;
  if (isEmpty(slots)) return state;
  const { content } = state;
  const readAlike = slots === content.slots && readingKey(config) === readingKey(content.config);
  const firstRows = readAlike ? content.firstRows : {};
  return attempt(withContent(state, { slots, config, firstRows }), { kind: 'run', ...task });
}

/** Which rows were chosen belongs to the files; two of them are not split. */
function withRowsOf(
  { filter, split, ...config }: ConfigInput,
  { kept, pair }: { kept: boolean; pair: boolean },
  setUp: SetUp | null,
): ConfigInput {
  const chosen = { filter: kept ? filter : setUp?.config.filter, split: kept ? split : setUp?.config.split };
  return {
    ...config,
    ...(chosen.filter !== undefined && { filter: chosen.filter }),
    ...(chosen.split !== undefined && !(kept && pair) && { split: chosen.split }),
  };
}

/** Runs on these files with what was inferred; settings of single columns belong to the files they were made for. */
function start(state: SessionState, given: Slots): SessionState {
  const slots = given.current === null ? swapped(given) : given;
  const { content } = state;
  const { setUp } = content;
  const kept = Object.values(slots).some((file) => file && Object.values(content.slots).includes(file));
  const config = readingOfKept(content.config, content.slots, slots, setUp?.config);
  const ofFiles = kept ? config : { ...config, columns: setUp?.config.columns ?? {} };
  const configOfFiles = withRowsOf(ofFiles, { kept, pair: isPair(slots) }, setUp);
  return run(state, { slots, config: configOfFiles, newFiles: true });
}

/** Runs again on the same files: what the change does not touch is not computed again. */
const configure = (state: SessionState, config: ConfigInput): SessionState =>
  run(state, { slots: state.content.slots, config, newFiles: false });

const withSetUp = <State extends SessionState>(state: State, setUp: SetUp | null): State =>
  withContent(state, { setUp, config: setUp?.config ?? {} });

/** Applies a set-up to the files that are here, or to the next ones; null takes it off. */
function applySetUp(state: SessionState, setUp: SetUp | null): SessionState {
  const { slots, report } = state.content;
  const runs = state.phase === 'running' && state.attempt.task.kind === 'run';
  const inUse = isPair(slots) || (!isEmpty(slots) && (report !== null || runs));
  return inUse
    ? configure(withContent(state, { setUp }), setUp?.config ?? {})
    : withoutFailure(withSetUp(state, setUp));
}

/** One source goes where it was aimed at, else where its name points, else into the free slot. */
function place(state: SessionState, { sources: [source], side }: EventOf<'drop'>): SessionState {
  if (source === undefined) return state;
  const { slots: current, report } = state.content;
  const free = current.reference === null ? 'reference' : 'current';
  const target = side ?? sideByName(source.name) ?? free;
  const slots = { ...current, [target]: source };
  // A file that takes the place of one whose report is on the screen is looked at in the same way.
  if (isPair(slots) || (report && current[target])) return start(state, slots);
  return withoutFailure(withContent(state, { slots }));
}

function drop(state: SessionState, event: EventOf<'drop'>): SessionState {
  const { sources, setUp } = event;
  const [first, second] = sources;
  if (setUp && first === undefined) return applySetUp(state, setUp);
  const ready = setUp ? withSetUp(state, setUp) : state;
  return first && second ? start(ready, assign(first, second)) : place(ready, event);
}

function swap(state: SessionState): SessionState {
  const slots = swapped(state.content.slots);
  return isPair(slots) || state.phase === 'running' ? start(state, slots) : withContent(state, { slots });
}

const settle = (state: SessionState, content: Content): SessionState => rest({ ...state, content, settled: content });

/** Puts a document on the screen; whatever was running ends. */
function show(state: SessionState, { report, setUp: given }: EventOf<'show'>): SessionState {
  const setUp = given ?? state.content.setUp;
  return settle(state, { slots: noFiles, config: setUp?.config ?? {}, setUp, report, firstRows: {} });
}

/** Back to the last report; without one the files stay where they were put. */
const fallBack = (state: Running): Resting =>
  rest({ ...state, content: state.settled ?? { ...state.content, report: null } });

/** Tries again what was too large, with a random sample of each file that has as large a share of its rows. */
function retryWithSample(state: Failed, { share }: EventOf<'retryWithSample'>): SessionState {
  if (state.retry === null) return state;
  const { slots, config } = state.retry;
  const read = Object.fromEntries(
    SIDES.map((side) => [side, { ...config.read?.[side], sample: { method: 'random' as const, share } }]),
  );
  return run(state, { slots, config: { ...config, read }, newFiles: false });
}

const inEveryPhase: Transitions<SessionState> = {
  drop,
  swap,
  show,
  useSetUp: (state, { setUp }) => applySetUp(state, setUp),
  open: (state, { bookmark }) => attempt(state, { kind: 'fetch', bookmark }),
  configure: (state, { config }) => configure(state, config),
  fail: (state, { failure }) => refused(state, failure),
};

const resting: Transitions<Resting> = {
  ...inEveryPhase,
  start: (state, { slots = state.content.slots }) => start(state, slots),
  remove: (state, { side }) => rest(withContent(state, { slots: { ...state.content.slots, [side]: null } })),
};

/** An answer of an attempt that is over changes nothing. */
const ofCurrentAttempt =
  <Event extends Answer>(take: (state: Running, event: Event) => SessionState) =>
  (state: Running, event: Event): SessionState =>
    event.attempt === state.attempt.id ? take(state, event) : state;

const running: Transitions<Running> = {
  ...inEveryPhase,
  start: (state, { slots }) => (slots === undefined ? state : start(state, slots)),
  cancel: fallBack,
  dismiss: withoutFailure,
  progress: ofCurrentAttempt((state, { progress }) => ({ ...state, progress })),
  firstRows: ofCurrentAttempt((state, { firstRows }) => withContent(state, { firstRows })),
  partial: ofCurrentAttempt((state, { report, partial }) => ({ ...withContent(state, { report }), partial })),
  standing: ofCurrentAttempt((state, { report }) => {
    const content = { ...state.content, report };
    return { ...state, content, settled: content, partial: null, searching: true };
  }),
  report: ofCurrentAttempt((state, { report }) => settle(state, { ...state.content, report })),
  fetched: ofCurrentAttempt((state, { setUp, slots }) => {
    const ready = setUp ? withSetUp(state, setUp) : state;
    return isEmpty(slots) ? rest(ready) : start(ready, slots);
  }),
  attemptFailed: ofCurrentAttempt((state, { failure }) => {
    const { task } = state.attempt;
    return refused(fallBack(state), failure, task.kind === 'run' ? task : null);
  }),
};

const transitions: { [P in Phase]: Transitions<StateOf<P>> } = {
  empty: resting,
  done: resting,
  failed: { ...resting, dismiss: withoutFailure, retryWithSample },
  running,
};

/** The state that an event leads to; the same one where it has no place in it. */
export function transition(state: SessionState, event: SessionEvent): SessionState {
  // The compiler cannot see that the handler found by phase and type takes just this state and event.
  const handler = transitions[state.phase][event.type] as
    ((state: SessionState, event: SessionEvent) => SessionState) | undefined;
  return handler?.(state, event) ?? state;
}
