import manifest from '../../package.json' with { type: 'json' };
import { commandWords } from '../../src/words/command-words.ts';
import { errorText } from '../../src/words/error-text.ts';
import { runReport } from './report.ts';
import { serve } from './serve.ts';
import { Stopped } from './stopping.ts';

const DONE = 0;
const COULD_NOT_RUN = 2;

function print(text: string): number {
  console.log(text);
  return DONE;
}

const commands: Record<string, (argv: string[]) => number | Promise<number>> = {
  report: runReport,
  serve,
  '--version': () => print(manifest.version),
  '--help': () => print(commandWords.usage),
};

async function dispatch([name = '', ...rest]: readonly string[]): Promise<number> {
  const command = new Map(Object.entries(commands)).get(name);
  if (command !== undefined) return await command(rest);
  const { usage, noSuchCommand } = commandWords;
  console.error(name === '' ? usage : `${noSuchCommand(name)}\n\n${usage}`);
  return COULD_NOT_RUN;
}

/** Does what the command line says, and gives what the process ends with. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    console.error(commandWords.couldNotRun(errorText(error)));
    return error instanceof Stopped ? error.exitCode : COULD_NOT_RUN;
  }
}
