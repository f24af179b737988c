import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';
import type { View } from './view.svelte.ts';

export const [getSession, setSession] = createContext<Session>();
export const [getView, setView] = createContext<View>();
