import { mount } from 'svelte';
import './app.css';
import { paletteCss } from './charts/palette.ts';
import App from './ui/App.svelte';
import { openDoor } from './ui/door.ts';
import { locateHandbook } from './ui/parts/handbook.svelte.ts';
import { startTheRest } from './ui/late.ts';
import { Session } from './ui/session.svelte.ts';
import { Theme } from './ui/theme.svelte.ts';

const palette = document.createElement('style');
palette.textContent = paletteCss;
document.head.prepend(palette);

const session = new Session();
const theme = new Theme();
mount(App, { target: document.getElementById('app') ?? document.body, props: { session, theme } });
const ready = startTheRest();
ready.catch((error: unknown) => session.fail(error));
locateHandbook().catch((error: unknown) => session.fail(error));
window.plumbline = openDoor(session, ready);
