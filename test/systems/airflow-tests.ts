import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Airflow } from './airflow.ts';
import { until } from './machine.ts';
import { browserOf, runningWith } from './processes.ts';

/** What the handbook says of Airflow, with a version of it. */
export const airflowTests = (major: '2' | '3'): void => {
  let airflow: Airflow;

  beforeAll(async () => {
    airflow = await Airflow.install(major);
  });

  /** Sends a signal to the browser of a run as soon as there is one. */
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    const { pid } = await until('a browser', () => Promise.resolve(browserOf(runningWith(airflow.mark))));
    process.kill(pid, name);
  };

  test('a run waits for its file, and is tried again when the browser dies', async () => {
    const ended = airflow.run('2026-03-01');
    await until('a sensor that waits', async () => (await airflow.looks()) > 0);
    copyFileSync(join(airflow.data, 'reference.csv'), join(airflow.data, '2026-03-01.csv'));
    await signal('SIGKILL');
    const { code, stdout, stderr } = await ended;
    expect([code, await airflow.states()], `${stdout}\n${stderr}`).toEqual([
      0,
      { file_has_come: ['success', 1], report: ['success', 2], use_the_data: ['success', 1] },
    ]);
    expect(existsSync(join(airflow.data, '2026-03-01.html'))).toBe(true);
    expect(runningWith(airflow.mark)).toEqual([]);
  });

  test('what follows is skipped where the data have changed', async () => {
    const text = readFileSync(join(airflow.data, 'reference.csv'), 'utf8');
    writeFileSync(join(airflow.data, '2026-03-02.csv'), text.replaceAll(/,(Saturday|Sunday),/g, ',Holiday,'));
    const { stdout, stderr } = await airflow.run('2026-03-02');
    expect(await airflow.states(), `${stdout}\n${stderr}`).toEqual({
      ...{ file_has_come: ['success', 1], report: ['skipped', 1] },
      use_the_data: ['skipped', expect.any(Number)],
    });
    expect(existsSync(join(airflow.data, '2026-03-02.html'))).toBe(true);
  });

  test('at the timeout a run whose browser hangs is ended, and no process stays', async () => {
    airflow.placeDag(30);
    copyFileSync(join(airflow.data, 'reference.csv'), join(airflow.data, '2026-03-03.csv'));
    const ended = airflow.run('2026-03-03');
    await signal('SIGSTOP');
    const { stdout, stderr } = await ended;
    expect(stdout + stderr).toContain('Sending SIGTERM signal to process group');
    await until('no process', () => {
      const left = runningWith(airflow.mark).map(({ command }) => command.join(' '));
      return left.length === 0 ? Promise.resolve(true) : Promise.reject(new Error(left.join('\n')));
    });
    expect(stdout + stderr).toContain('timed out');
  });
};
