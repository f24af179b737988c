import { describe, expect, test } from 'vitest';
import type { FirstRows } from '../../src/analysis/client.ts';
import type { Progress } from '../../src/analysis/run/run-result.ts';
import type { Report } from '../../src/facts/document/document.ts';
import { noFiles, type Slots } from '../../src/ui/files/slots.ts';
import type { Source } from '../../src/ui/files/source.ts';
import {
  startState,
  type Action,
  type Answer,
  type RunTask,
  type SessionEvent,
  type SessionState,
} from '../../src/ui/shell/session-state.ts';
import { transition } from '../../src/ui/shell/session-transitions.ts';

const source = (name: string): Source => ({ name, size: 1, files: [new File(['x'], name)] });
const report = (name: string) => ({ verdict: { summary: name } }) as unknown as Report;
const rows = (name: string) => ({ current: { names: [name] } as unknown as FirstRows });
const progress: Progress = { stage: 'reading', done: 1, total: 2, unit: 'bytes' };
const [a, b, c] = [source('a.csv'), source('b.csv'), source('c.csv')];
const pair: Slots = { reference: a, current: b };
const bookmark = { config: null, reference: [], current: ['now.csv'], misspelt: null };
const failure = { message: 'It does not work.' };
const bySetUp = {
  name: 'set-up.yaml',
  renamed: [],
  config: { alpha: 0.01, columns: { x: { type: 'text' as const } } },
};

const after = (...events: readonly SessionEvent[]): SessionState => events.reduce(transition, startState);
const dropped = (...sources: readonly Source[]): Action => ({ type: 'drop', sources, setUp: null });

const empty = startState;
const running = after(dropped(a, b));
const done = after(dropped(a, b), { type: 'report', attempt: 0, report: report('first') });
const failed = after(dropped(a, b), { type: 'attemptFailed', attempt: 0, failure });
const fetching = after({ type: 'open', bookmark });

function taskOf(state: SessionState): RunTask {
  if (state.phase !== 'running' || state.attempt.task.kind !== 'run') throw new Error(`no run: ${state.phase}`);
  return state.attempt.task;
}

const numberOf = (state: SessionState): number => {
  if (state.phase !== 'running') throw new Error(`no attempt: ${state.phase}`);
  return state.attempt.id;
};

describe('files', () => {
  test('one file waits in the free slot, or in the one that its name or the person names', () => {
    expect(after(dropped(a)).content.slots).toEqual({ reference: a, current: null });
    expect(after(dropped(a)).phase).toBe('empty');
    const named = source('current.csv');
    expect(after(dropped(named)).content.slots).toEqual({ reference: null, current: named });
    const aimed = after({ type: 'drop', sources: [a], setUp: null, side: 'current' });
    expect(aimed.content.slots).toEqual({ reference: null, current: a });
  });

  test('two files run at once, told apart by their names', () => {
    expect(taskOf(running).slots).toEqual(pair);
    expect(taskOf(running).newFiles).toBe(true);
    const [now, before] = [source('now.csv'), source('before.csv')];
    expect(taskOf(after(dropped(now, before))).slots).toEqual({ reference: before, current: now });
    expect(taskOf(after(dropped(a), dropped(b))).slots).toEqual(pair);
  });

  test('one file alone runs as the current one', () => {
    expect(taskOf(after(dropped(a), { type: 'start' })).slots).toEqual({ reference: null, current: a });
    expect(after({ type: 'start' })).toBe(startState);
  });

  test('a file in the place of one whose report is shown runs; settings of columns stay with the files', () => {
    const config = { columns: { x: { type: 'text' as const } }, read: { current: { header: false }, reference: {} } };
    const set = transition(transition(done, { type: 'configure', config }), {
      ...{ type: 'report', attempt: 1, report: report('second') },
    });
    const replaced = transition(set, { type: 'drop', sources: [c], setUp: null, side: 'current' });
    expect(taskOf(replaced).slots).toEqual({ reference: a, current: c });
    expect(taskOf(replaced).config.columns).toEqual(config.columns);
    expect(taskOf(replaced).config.read).toEqual({ reference: {} });
    const anew = transition(set, dropped(c, source('d.csv')));
    expect(taskOf(anew).config).toEqual({ columns: {}, read: {} });
  });

  test('swapping runs a pair, and moves a single file', () => {
    expect(taskOf(transition(done, { type: 'swap' })).slots).toEqual({ reference: b, current: a });
    expect(after(dropped(a), { type: 'swap' }).content.slots).toEqual({ reference: null, current: a });
    expect(taskOf(transition(running, { type: 'swap' })).slots).toEqual({ reference: b, current: a });
  });

  test('removing empties a slot, and takes the failure with it', () => {
    const removed = transition(failed, { type: 'remove', side: 'current' });
    expect(removed.phase).toBe('empty');
    expect(removed.content.slots).toEqual({ reference: a, current: null });
    expect(transition(running, { type: 'remove', side: 'current' })).toBe(running);
  });

  test('a saved report stands without files, and ends what runs', () => {
    const shown = transition(running, { type: 'show', report: report('saved') });
    expect(shown.phase).toBe('done');
    expect(shown.content).toMatchObject({ slots: noFiles, config: {}, report: report('saved') });
    expect(transition(shown, { type: 'report', attempt: 0, report: report('late') })).toBe(shown);
  });
});

describe('set-ups', () => {
  test('waits for files that come, and is applied to those that are here', () => {
    const ready = after({ type: 'useSetUp', setUp: bySetUp });
    expect(ready.phase).toBe('empty');
    expect(ready.content.config).toEqual(bySetUp.config);
    expect(taskOf(transition(ready, dropped(a, b))).config).toMatchObject(bySetUp.config);
    const applied = transition(done, { type: 'useSetUp', setUp: bySetUp });
    expect(taskOf(applied)).toMatchObject({ slots: pair, config: bySetUp.config, newFiles: false });
    expect(applied.content.setUp).toBe(bySetUp);
    expect(taskOf(transition(running, { type: 'useSetUp', setUp: bySetUp })).config).toEqual(bySetUp.config);
  });

  test('taken off, the settings are as they were inferred', () => {
    const off = after({ type: 'useSetUp', setUp: bySetUp }, { type: 'useSetUp', setUp: null });
    expect(off.content).toMatchObject({ setUp: null, config: {} });
    expect(off.phase).toBe('empty');
  });

  test('dropped with tables it is used for them, and alone as if it was chosen', () => {
    const both = after({ type: 'drop', sources: [a, b], setUp: bySetUp });
    expect(taskOf(both).config).toMatchObject(bySetUp.config);
    expect(after({ type: 'drop', sources: [], setUp: bySetUp })).toEqual(after({ type: 'useSetUp', setUp: bySetUp }));
  });

  test('a saved report keeps it for the next files', () => {
    const shown = after({ type: 'show', report: report('saved'), setUp: bySetUp });
    expect(shown.content).toMatchObject({ setUp: bySetUp, config: bySetUp.config });
  });
});

describe('an attempt', () => {
  test('shows progress, first rows and what is done so far, then the report', () => {
    const steps: Answer[] = [
      { type: 'progress', attempt: 0, progress },
      { type: 'firstRows', attempt: 0, firstRows: rows('x') },
      { type: 'partial', attempt: 0, report: report('some'), partial: 'first rows' },
      { type: 'partial', attempt: 0, report: report('more'), partial: 'first columns' },
    ];
    const states = steps.map((_, i) => after(dropped(a, b), ...steps.slice(0, i + 1)));
    expect(states[0]).toMatchObject({ progress, partial: null });
    expect(states[1]?.content.firstRows).toEqual(rows('x'));
    expect(states[2]).toMatchObject({ partial: 'first rows', content: { report: report('some') } });
    expect(states[3]).toMatchObject({ partial: 'first columns', content: { report: report('more') } });
    const end = after(dropped(a, b), ...steps, { type: 'report', attempt: 0, report: report('whole') });
    expect(end).toEqual({
      ...{ phase: 'done', attempts: 1, settled: end.content },
      content: { slots: pair, config: end.content.config, setUp: null, report: report('whole'), firstRows: rows('x') },
    });
  });

  test('that fails says why, and leaves the files where they were put', () => {
    expect(failed).toMatchObject({ phase: 'failed', failure, content: { slots: pair, report: null } });
    expect(transition(failed, { type: 'dismiss' }).phase).toBe('empty');
  });

  test('that fails or is cancelled returns to what stood before', () => {
    const tries: SessionEvent[] = [
      dropped(c, source('d.csv')),
      { type: 'firstRows', attempt: 1, firstRows: rows('of c') },
      { type: 'partial', attempt: 1, report: report('of c'), partial: 'first columns' },
    ];
    const before = after(
      dropped(a, b),
      { type: 'firstRows', attempt: 0, firstRows: rows('of a') },
      { type: 'report', attempt: 0, report: report('of a') },
    );
    const tried = tries.reduce(transition, before);
    expect(tried.content.report).toEqual(report('of c'));
    const cancelled = transition(tried, { type: 'cancel' });
    expect(cancelled).toEqual({ ...before, attempts: 2 });
    const broken = transition(tried, { type: 'attemptFailed', attempt: 1, failure });
    expect(broken).toMatchObject({ phase: 'failed', failure, content: before.content });
    expect(transition(broken, { type: 'dismiss' })).toEqual({ ...before, attempts: 2 });
  });

  test('that is cancelled without a report before leaves the files, and nothing of its own', () => {
    const partial: Answer = { type: 'partial', attempt: 0, report: report('some'), partial: 'first rows' };
    const cancelled = after(dropped(a, b), partial, { type: 'cancel' });
    expect(cancelled).toMatchObject({ phase: 'empty', content: { slots: pair, report: null } });
  });

  test('whose report stands keeps it when the search is cancelled or fails, and is whole when it ends', () => {
    const standing = after(dropped(a, b), { type: 'standing', attempt: 0, report: report('without segments') });
    expect(standing).toMatchObject({ phase: 'running', partial: null, searching: true });
    const { content } = standing;
    expect(content.report).toEqual(report('without segments'));
    expect(transition(standing, { type: 'cancel' })).toMatchObject({ phase: 'done', content });
    const broken = transition(standing, { type: 'attemptFailed', attempt: 0, failure });
    expect(broken).toMatchObject({ phase: 'failed', content });
    const whole = transition(standing, { type: 'report', attempt: 0, report: report('whole') });
    expect(whole).toMatchObject({ phase: 'done', content: { report: report('whole') } });
    expect(transition(standing, dropped(c, source('d.csv')))).toMatchObject({ phase: 'running', searching: false });
  });

  test.each<Answer>([
    { type: 'progress', attempt: 0, progress },
    { type: 'standing', attempt: 0, report: report('late') },
    { type: 'firstRows', attempt: 0, firstRows: rows('late') },
    { type: 'partial', attempt: 0, report: report('late'), partial: 'first rows' },
    { type: 'fetched', attempt: 0, setUp: bySetUp, slots: pair },
    { type: 'report', attempt: 0, report: report('late') },
    { type: 'attemptFailed', attempt: 0, failure },
  ])('that is over changes nothing by its late $type', (answer) => {
    const cancelled = transition(running, { type: 'cancel' });
    expect(transition(cancelled, answer)).toBe(cancelled);
    const next = transition(running, dropped(c, source('d.csv')));
    expect(numberOf(next)).toBe(1);
    expect(transition(next, answer)).toBe(next);
  });

  test('on the same files as they are read keeps their first rows; read in another way it does not', () => {
    const shown = after(dropped(a, b), { type: 'firstRows', attempt: 0, firstRows: rows('x') });
    expect(transition(shown, { type: 'configure', config: { alpha: 0.1 } }).content.firstRows).toEqual({});
    const again = transition(shown, { type: 'configure', config: { ...shown.content.config, alpha: 0.1 } });
    expect(again.content.firstRows).toEqual(rows('x'));
    expect(taskOf(again)).toMatchObject({ slots: pair, newFiles: false });
  });
});

describe('a choice of rows', () => {
  const filter = [{ column: 'x', test: 'missing' as const }];
  const split = { column: 'x', at: 3 };
  const chosen = transition(done, { type: 'configure', config: { filter } });

  test('runs again on the same files, and is undone by settings without it', () => {
    expect(taskOf(chosen)).toMatchObject({ slots: pair, config: { filter }, newFiles: false });
    expect(taskOf(transition(chosen, { type: 'configure', config: {} })).config).not.toHaveProperty('filter');
  });

  test('belongs to the files: it stays with one that stays, and goes with both', () => {
    expect(taskOf(transition(chosen, dropped(source('current.csv')))).config).toMatchObject({ filter });
    const others = taskOf(transition(chosen, dropped(c, source('d.csv'))));
    expect(others.config).not.toHaveProperty('filter');
    const setUp = { ...bySetUp, config: { filter } };
    const byBoth = taskOf(transition(chosen, { type: 'drop', sources: [c, source('d.csv')], setUp }));
    expect(byBoth.config).toMatchObject({ filter });
  });

  test('two files are not split in two', () => {
    const one = transition(after(dropped(a)), { type: 'start' });
    const halved = transition(one, { type: 'configure', config: { split } });
    expect(taskOf(halved).config).toMatchObject({ split });
    expect(taskOf(transition(halved, dropped(b))).config).not.toHaveProperty('split');
  });
});

describe('failure', () => {
  test('of a drop leaves the report on the screen', () => {
    const refused = transition(done, { type: 'fail', failure });
    expect(refused).toMatchObject({ phase: 'failed', failure, content: done.content });
    expect(transition(refused, { type: 'dismiss' })).toEqual(done);
    expect(taskOf(transition(refused, { type: 'configure', config: { alpha: 0.1 } })).slots).toEqual(pair);
  });

  test('while something runs does not end it', () => {
    const refused = transition(running, { type: 'fail', failure });
    expect(refused).toEqual({ ...running, failure });
    expect(transition(refused, { type: 'dismiss' })).toEqual(running);
    expect(transition(refused, { type: 'report', attempt: 0, report: report('x') }).phase).toBe('done');
  });

  test('of too many rows is tried again with a sample of them', () => {
    const again = transition(failed, { type: 'retryWithSample', share: 0.1 });
    const sample = { method: 'random', share: 0.1 };
    expect(taskOf(again)).toMatchObject({
      slots: pair,
      config: { read: { reference: { sample }, current: { sample } } },
    });
    const refused = transition(done, { type: 'fail', failure });
    expect(transition(refused, { type: 'retryWithSample', share: 0.1 })).toBe(refused);
  });
});

describe('an address', () => {
  test('is fetched, and what it names runs', () => {
    expect(fetching).toMatchObject({ phase: 'running', attempt: { id: 0, task: { kind: 'fetch', bookmark } } });
    const fetched = transition(fetching, { type: 'fetched', attempt: 0, setUp: bySetUp, slots: pair });
    expect(taskOf(fetched)).toMatchObject({ slots: pair, config: bySetUp.config });
    expect(numberOf(fetched)).toBe(1);
  });

  test('that names a set-up alone has it ready', () => {
    const fetched = transition(fetching, { type: 'fetched', attempt: 0, setUp: bySetUp, slots: noFiles });
    expect(fetched).toMatchObject({ phase: 'empty', content: { setUp: bySetUp, config: bySetUp.config } });
  });

  test('that cannot be fetched says so', () => {
    const none = transition(fetching, { type: 'attemptFailed', attempt: 0, failure });
    expect(none).toMatchObject({ phase: 'failed', failure, retry: null, content: empty.content });
  });
});

test.each<[string, SessionState, SessionEvent['type'][]]>([
  ['empty', empty, ['cancel', 'dismiss', 'retryWithSample']],
  ['done', done, ['cancel', 'dismiss', 'retryWithSample']],
  ['failed', failed, ['cancel']],
  ['running', running, ['remove', 'start', 'retryWithSample']],
])('%s has no place for some events', (_, state, types) => {
  for (const type of types) expect(transition(state, { type, side: 'current' } as SessionEvent), type).toBe(state);
});

test('files that are not there cannot run', () => {
  expect(transition(empty, { type: 'configure', config: {} })).toBe(empty);
  expect(transition(empty, { type: 'drop', sources: [], setUp: null })).toBe(empty);
});
