import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { debian, freePort, openFolder, run, type Started, until } from './machine.ts';

const PROGRAMS = '/usr/lib/postgresql';

/** A PostgreSQL of a test's own, on a port of its own, without a password and without a care for power cuts. */
export class Postgres {
  readonly port: number;
  readonly user: string;

  private constructor(port: number, user: string) {
    this.port = port;
    this.user = user;
  }

  static async start(started: Started, user: string): Promise<Postgres> {
    await debian('postgresql');
    const folder = openFolder('postgres');
    const [version = ''] = (await run('ls', [PROGRAMS])).trim().split('\n').reverse();
    const program = (name: string) => join(PROGRAMS, version, 'bin', name);
    const data = join(folder, 'data');
    mkdirSync(data);
    // It refuses to run as root.
    const isRoot = process.getuid?.() === 0;
    const other = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : ['env'];
    if (isRoot) {
      const id = async (flag: string) => Number(await run('id', [flag, 'postgres']));
      for (const path of [folder, data]) chownSync(path, await id('-u'), await id('-g'));
    }
    const [first = '', ...rest] = other;
    await run(first, [...rest, program('initdb'), '--no-sync', '-A', 'trust', '-U', user, '-E', 'UTF8', '-D', data], {
      cwd: folder,
    });
    const port = await freePort();
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    const given = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    // At SIGTERM it would wait for every client to leave.
    started.start(first, [...rest, program('postgres'), ...given], { cwd: folder, signal: 'SIGINT' });
    const made = new Postgres(port, user);
    await until('PostgreSQL', () => made.query('postgres', 'select 1'));
    return made;
  }

  /** Runs a command, and gives the rows that it selects. */
  query(database: string, command: string): Promise<string> {
    return this.#ask(database, ['--command', command]);
  }

  /** Runs files of commands, one after the other. */
  read(database: string, ...paths: string[]): Promise<string> {
    return this.#ask(
      database,
      paths.flatMap((path) => ['--file', path]),
    );
  }

  #ask(database: string, given: readonly string[]): Promise<string> {
    const where = ['-h', '127.0.0.1', '-p', String(this.port), '-U', this.user, '-d', database];
    return run('psql', ['--no-psqlrc', '-qAt', '-v', 'ON_ERROR_STOP=1', ...where, ...given]);
  }
}
