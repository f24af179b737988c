import { createContext } from 'svelte';
import type { Session } from './shell/session.svelte.ts';
import type { View } from './view.svelte.ts';

/** What the parts of a report ask of the place where it stands: the app, or a file of its own. */
export type ReportHost = Pick<Session, 'report' | 'fail'> &
  /** Where the data are there and can be read in another way. */
  Partial<Pick<Session, 'config' | 'configure' | 'hasData' | 'rows' | 'running' | 'searching' | 'summaries'>>;

export const [getSession, setSession] = createContext<ReportHost>();
export const [getView, setView] = createContext<View>();
