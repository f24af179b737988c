import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { debian, freePort, openFolder, type Started, until } from './machine.ts';
import { Postgres } from './postgres.ts';

const PHP = ['bcmath', 'cli', 'gd', 'mbstring', 'pgsql', 'xml'];
const TABLES = '/usr/share/zabbix-server-pgsql';
const FRONTEND = '/usr/share/zabbix';
/** The server takes none above 32767. */
const PORTS = Array.from({ length: 100 }, (_, at) => 31_051 + at);
const SETTINGS = '/etc/zabbix/zabbix.conf.php';

/** A Zabbix server with its database and the frontend that answers for its API. */
export class Zabbix {
  readonly #address: string;
  #session: string | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  static async start(started: Started): Promise<Zabbix> {
    await debian('zabbix-server-pgsql', 'zabbix-frontend-php', 'postgresql', ...PHP.map((name) => `php-${name}`));
    const database = await Postgres.start(started, 'zabbix');
    await database.query('postgres', 'create database zabbix');
    const folder = openFolder('zabbix');
    const tables = ['schema', 'images', 'data'].map((name) => {
      const path = join(folder, `${name}.sql`);
      writeFileSync(path, gunzipSync(readFileSync(`${TABLES}/${name}.sql.gz`)));
      return path;
    });
    await database.read('zabbix', ...tables);
    await startServer(started, folder, database);
    return await startFrontend(started, folder, database);
  }

  /** Calls the API and gives its result. */
  async call<T>(method: string, params: unknown): Promise<T> {
    const response = await fetch(`${this.#address}/api_jsonrpc.php`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json-rpc' },
      body: JSON.stringify({ jsonrpc: '2.0', method, params, id: 1, auth: this.#session }),
    });
    const { result, error } = (await response.json()) as { result: T; error?: { data: string } };
    if (error) throw new Error(`${method}: ${error.data}`);
    return result;
  }

  /** As the account that comes with every new Zabbix. */
  async logIn(): Promise<true> {
    this.#session = await this.call<string>('user.login', { username: 'Admin', password: 'zabbix' });
    return true;
  }
}

async function startServer(started: Started, folder: string, database: Postgres): Promise<void> {
  const port = await freePort(PORTS);
  const settings = {
    ...{ DBHost: '127.0.0.1', DBPort: database.port, DBName: 'zabbix', DBUser: database.user },
    ...{ ListenIP: '127.0.0.1', ListenPort: port, PidFile: join(folder, 'pid'), SocketDir: folder },
    ...{ LogType: 'console', AllowRoot: 1, CacheUpdateFrequency: 1 },
    ...{ StartPollers: 1, StartTrappers: 1, StartPingers: 0, StartDiscoverers: 0, StartHTTPPollers: 0 },
  };
  const path = join(folder, 'zabbix_server.conf');
  writeFileSync(
    path,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${String(value)}\n`)
      .join(''),
  );
  const { said } = started.start('zabbix_server', ['--foreground', '--config', path]);
  await until('the Zabbix server', () =>
    said().includes('[main process]') ? Promise.resolve(true) : Promise.reject(new Error(said())),
  );
}

async function startFrontend(started: Started, folder: string, database: Postgres): Promise<Zabbix> {
  const site = join(folder, 'frontend');
  cpSync(FRONTEND, site, { recursive: true, dereference: true });
  const php = `<?php
    $DB = ['TYPE' => 'POSTGRESQL', 'SERVER' => '127.0.0.1', 'PORT' => '${String(database.port)}', 'DATABASE' => 'zabbix',
      'USER' => '${database.user}', 'PASSWORD' => '', 'SCHEMA' => '', 'ENCRYPTION' => false, 'VAULT_URL' => '', 'DOUBLE_IEEE754' => true];`;
  const settings = join(folder, 'zabbix.conf.php');
  writeFileSync(settings, php);
  // Debian's frontend reads its settings from one place of the system; this copy reads those of the test.
  const reader = join(site, 'include/classes/core/CConfigFile.php');
  writeFileSync(reader, readFileSync(reader, 'utf8').replace(SETTINGS, settings));
  const port = await freePort();
  started.start('php', ['-S', `127.0.0.1:${String(port)}`, '-t', site]);
  const zabbix = new Zabbix(`http://127.0.0.1:${String(port)}`);
  await until('Zabbix', () => zabbix.logIn());
  return zabbix;
}
