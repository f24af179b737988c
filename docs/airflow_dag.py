"""Holds each day's file against the reference, and goes on where nothing has changed for sure.

Plumbline is checked out at PLUMBLINE and built (npm ci && npm run build); Node and Chromium are on the worker.
"""

import logging
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowFailException, AirflowSkipException
from airflow.operators.empty import EmptyOperator

PLUMBLINE = "/opt/plumbline"


@dag(schedule="15 6 * * *", start_date=datetime(2026, 1, 1), catchup=False, tags=["plumbline"])
def data_check():
    @task(retries=2, retry_delay=timedelta(minutes=10), execution_timeout=timedelta(hours=1))
    def report(ds: str | None = None) -> None:
        done = subprocess.run(
            [
                "npm", "run", "--silent", "report", "--",
                "--reference", "/data/reference.parquet",
                "--current", f"/data/{ds}.csv",
                "--config", "/etc/plumbline/plumbline.yaml",
                "--out", f"/srv/reports/{ds}",
            ],
            cwd=PLUMBLINE,
            capture_output=True,
            text=True,
        )
        print(done.stdout, done.stderr, sep="\n")
        if done.returncode == 1:
            raise AirflowSkipException("The data have changed, or the model got worse: see the report.")
        if done.returncode == 3:
            logging.warning("The data have moved, perhaps by chance: see the report.")
        elif done.returncode != 0:
            raise AirflowFailException("The report could not be made.")

    report() >> EmptyOperator(task_id="use_the_data")


data_check()
