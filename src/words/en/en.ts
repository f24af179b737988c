import { advice } from './statements/advice.ts';
import { amounts } from './statements/amounts.ts';
import { exports } from './app/exports.ts';
import { files } from './app/files.ts';
import { pictures } from './app/pictures.ts';
import { run } from './app/run.ts';
import { saving } from './app/saving.ts';
import { app } from './app/app.ts';
import { chosenByAll, chosenRows, exploratory } from './statements/chosen-rows.ts';
import { columns } from './columns.ts';
import { conditions } from './statements/conditions.ts';
import { errors } from './errors.ts';
import { figures } from './figures/figures.ts';
import { findings } from './statements/findings.ts';
import { evidentlyMethods, methodChoices, methods } from './methods.ts';
import { metrics } from './metrics.ts';
import { model } from './model.ts';
import { reading } from './reading.ts';
import { reasons } from './statements/reasons.ts';
import { sections } from './sections/sections.ts';
import { settings } from './app/settings.ts';
import { sides } from './sides.ts';
import { statistics } from './statements/statistics.ts';
import { verdict } from './statements/verdict.ts';

/** All English texts, by what they are about. Values come as facts; numbers are written by `../format.ts` alone. */
export const en = {
  ...{ app, columns, exports, files, pictures, run, saving },
  ...{ sections, settings, figures },
  ...{ verdict, findings, reasons, model, conditions, metrics, amounts, sides },
  ...{ chosenRows, exploratory, chosenBy: chosenByAll, advice },
  ...{ methods, evidentlyMethods, methodChoices },
  ...{ reading, errors, statistics },
};
