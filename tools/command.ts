#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };
import { errorText } from '../src/words/error-text.ts';
import { runReport } from './report.ts';
import { serve } from './serve.ts';
import { Stopped } from './stopping.ts';

/*
 * The package's command: see docs/scheduling.md.
 */
const COULD_NOT_RUN = 2;
const USAGE = `plumbline report …   makes a report without a screen: plumbline report --help
plumbline serve      serves the app on this machine and opens it; PORT=4173 sets where
plumbline --version`;

const commands: Record<string, (argv: string[]) => number | Promise<number>> = {
  report: runReport,
  serve,
  '--version': () => {
    console.log(manifest.version);
    return 0;
  },
  '--help': () => {
    console.log(USAGE);
    return 0;
  },
};

async function main([name = '', ...rest]: string[]): Promise<number> {
  const command = new Map(Object.entries(commands)).get(name);
  if (command !== undefined) return await command(rest);
  console.error(name === '' ? USAGE : `${name}: there is no such command.\n\n${USAGE}`);
  return COULD_NOT_RUN;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`Could not run: ${errorText(error)}`);
  process.exitCode = error instanceof Stopped ? error.exitCode : COULD_NOT_RUN;
}
