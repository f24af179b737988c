import { removeFromPage } from './channels.ts';
import { refuseDepartures } from './departures.ts';
import { refuseElements } from './elements.ts';

/* The first script of every page, the app's and a saved report's: tools/build/seal.ts puts it there. */
removeFromPage();
refuseElements();
refuseDepartures();
