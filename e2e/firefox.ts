import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WebSocket } from 'ws';
import { requireFirefox } from '../tools/browsers/firefox.ts';

/** Whatever is not on this machine goes to a proxy that is not there. */
const preferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1',
  'network.proxy.allow_hijacking_localhost': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
};

interface Message {
  id?: number;
  type: 'success' | 'error' | 'event';
  method?: string;
  params?: { request?: { url: string }; level?: string; text?: string };
  result?: Record<string, unknown>;
  message?: string;
}

/** A value as WebDriver BiDi writes it. */
interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    program.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    program.once('exit', () => {
      failed(new Error(`Firefox ended: ${said}`));
    });
  });
}

/** One page of this machine's Firefox, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/). */
export class Firefox {
  readonly requests: string[] = [];
  readonly errors: string[] = [];
  readonly #socket: WebSocket;
  readonly #end: () => Promise<void>;
  readonly #waiting = new Map<
    number,
    { done: (result: Record<string, unknown>) => void; failed: (e: Error) => void }
  >();
  #last = 0;
  #page = '';

  private constructor(socket: WebSocket, end: () => Promise<void>) {
    this.#socket = socket;
    this.#end = end;
    socket.on('message', (data: Buffer) => {
      this.#take(JSON.parse(data.toString()) as Message);
    });
  }

  static async start(): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'plumbline-firefox-'));
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
    const program = spawn(requireFirefox(), options, { stdio: ['ignore', 'ignore', 'pipe'] });
    const socket = new WebSocket(`${await addressOf(program)}/session`);
    await new Promise((open, failed) => socket.once('open', open).once('error', failed));
    const firefox = new Firefox(socket, async () => {
      const ended = new Promise((resolve) => program.once('exit', resolve));
      program.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    });
    await firefox.#prepare();
    return firefox;
  }

  async #prepare(): Promise<void> {
    await this.#send('session.new', { capabilities: {} });
    await this.#send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
    const { contexts } = await this.#send('browsingContext.getTree', {});
    this.#page = (contexts as { context: string }[])[0]?.context ?? '';
  }

  #take({ id, type, method, params, result, message }: Message): void {
    if (type === 'event') {
      const url = params?.request?.url;
      if (method === 'network.beforeRequestSent' && url !== undefined && !/^(blob|data):/.test(url))
        this.requests.push(url);
      if (method === 'log.entryAdded' && params?.level === 'error') this.errors.push(params.text ?? '');
      return;
    }
    const waiting = this.#waiting.get(id ?? -1);
    if (type === 'error') waiting?.failed(new Error(message));
    else waiting?.done(result ?? {});
  }

  #send(method: string, params: object): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async goto(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: this.#page, url, wait: 'complete' });
  }

  /** The value of an expression in the page, as text; promises are waited for. */
  async text(expression: string): Promise<string> {
    return String((await this.#evaluate(`(async () => String(await (${expression})))()`)).value);
  }

  async #evaluate(expression: string): Promise<RemoteValue> {
    const answer = await this.#send('script.evaluate', {
      expression,
      target: { context: this.#page },
      awaitPromise: true,
    });
    if (answer['type'] === 'success') return answer['result'] as RemoteValue;
    throw new Error(JSON.stringify(answer['exceptionDetails']));
  }

  /** Chooses files in a file field, as a person does. */
  async choose(selector: string, ...paths: string[]): Promise<void> {
    const { sharedId } = await this.#evaluate(`document.querySelector(${JSON.stringify(selector)})`);
    const files = paths.map((path) => resolve(path));
    await this.#send('input.setFiles', { context: this.#page, element: { sharedId }, files });
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#end();
  }
}
