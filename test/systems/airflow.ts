import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inject } from 'vitest';
import { attempt, type Ended, openFolder, run } from './machine.ts';
import { python } from './python.ts';

/** Of each task of the last run: what became of it, and at which try. */
const STATES = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "select task_id, state, try_number from task_instance where run_id = (select run_id from dag_run order by id desc limit 1)"
)
print(json.dumps({task: [state, tries] for task, state, tries in rows}))
`;

/** The waits of the handbook's DAG, and what a test has time for. */
const WAITS = { 'poke_interval=300': 'poke_interval=3', 'minutes=10': 'seconds=3' };

const LOOKS = `
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("select count(*) from task_reschedule").fetchone()[0])
`;

type States = Record<string, [state: string, tries: number]>;

/** An Airflow with the handbook's DAG, in a folder of its own. */
export class Airflow {
  readonly #programs: string;
  readonly #home: string;
  readonly #env: Record<string, string>;
  /** Where the days' files and reports are. */
  readonly data = openFolder('days');
  /** In the environment of all that a run starts. */
  readonly mark = `TMPDIR=${this.data}`;

  private constructor(programs: string, home: string) {
    this.#programs = programs;
    this.#home = home;
    const path = [join(inject('installed'), 'node_modules', '.bin'), programs, process.env['PATH']].join(delimiter);
    this.#env = {
      ...{ PATH: path, TMPDIR: this.data, AIRFLOW_HOME: home, AIRFLOW__CORE__LOAD_EXAMPLES: 'False' },
      AIRFLOW__CORE__DAGS_FOLDER: join(home, 'dags'),
    };
  }

  static async install(major: string): Promise<Airflow> {
    const airflow = new Airflow(await python(`airflow-${major}`), openFolder(`airflow-${major}`));
    mkdirSync(join(airflow.#home, 'dags'));
    copyFileSync('e2e/fixtures/steel_load_reference.csv', join(airflow.data, 'reference.csv'));
    airflow.placeDag(120);
    await run(join(airflow.#programs, 'airflow'), ['db', 'migrate'], { env: airflow.#env });
    return airflow;
  }

  /** Makes a run of one day, as its schedule would at 06:15. */
  run(day: string): Promise<Ended> {
    return attempt(join(this.#programs, 'airflow'), ['dags', 'test', 'data_check', `${day}T06:15:00+00:00`], {
      env: this.#env,
    });
  }

  async states(): Promise<States> {
    return JSON.parse(await this.#ask(STATES)) as States;
  }

  /** How often the sensor has looked in vain. */
  async looks(): Promise<number> {
    return Number(await this.#ask(LOOKS));
  }

  #ask(program: string): Promise<string> {
    return run(join(this.#programs, 'python'), ['-c', program, join(this.#home, 'airflow.db')]);
  }

  /** Puts the DAG where Airflow looks, with a timeout of its report in seconds. */
  placeDag(timeout: number): void {
    const waits = { ...WAITS, 'hours=1': `seconds=${String(timeout)}` };
    const places = { '"/data"': JSON.stringify(this.data), '"/srv/reports"': JSON.stringify(this.data) };
    let source = readFileSync('docs/airflow_dag.py', 'utf8');
    for (const [documented, here] of Object.entries({ ...waits, ...places })) {
      if (!source.includes(documented)) throw new Error(`The DAG of the handbook has no ${documented}.`);
      source = source.replace(documented, here);
    }
    writeFileSync(join(this.#home, 'dags', 'data_check.py'), source);
  }
}
