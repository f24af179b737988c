#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { languageNamed, speak } from '../../src/words/language.ts';

/*
 * The package's command: see docs/scheduling.md. Its language is chosen here, before anything that has words is loaded.
 */
const argv = process.argv.slice(2);
const { lang } = parseArgs({ args: argv, strict: false, options: { lang: { type: 'string' } } }).values;
speak(languageNamed(String(lang)) ?? 'en');

const { runCommand } = await import('./commands.ts');
process.exitCode = await runCommand(argv);
