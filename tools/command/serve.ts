import open from 'open';
import { commandWords } from '../../src/words/command-words.ts';
import { serveSite } from '../site.ts';

/** Serves the app until it is stopped, and opens it where there is a desktop. */
export async function serve(): Promise<number> {
  const wanted = Number(process.env['PORT'] ?? 4173);
  const { address } = await serveSite(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return serveSite(0);
    throw error;
  });
  console.log(`\n  ${commandWords.served(address)}\n`);
  const desktop = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (desktop && process.env['CI'] === undefined) await open(address);
  return 0;
}
