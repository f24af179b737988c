"""Waits for each day's file, holds it against the reference, and goes on unless the data have changed or the model got worse.

For Airflow 2.9 and later, and for Airflow 3. The command is installed on the worker (npm install --global plumbline-0.1.0.tgz),
which has Node and a Chromium. Adapt the paths and the times.
"""

from datetime import datetime, timedelta
from pathlib import Path

try:
    from airflow.sdk import dag, task
except ImportError:  # Airflow 2
    from airflow.decorators import dag, task

DATA = Path("/data")
REPORTS = Path("/srv/reports")
# The day of the run. Airflow 2 and 3 differ in what they call the date of a run, but not in where its interval ends.
DAY = "{{ data_interval_end | ds }}"


@dag(schedule="15 6 * * *", start_date=datetime(2026, 1, 1), catchup=False, tags=["plumbline"])
def data_check():
    # Between two looks it takes no place on the worker.
    @task.sensor(poke_interval=300, timeout=6 * 3600, mode="reschedule")
    def file_has_come(data_interval_end=None):
        return (DATA / f"{data_interval_end:%Y-%m-%d}.csv").exists()

    # The command runs in a process group of its own, which Airflow ends at the timeout, or when the task is stopped by hand.
    # 1 says that the data have changed, the model got worse or a condition is not met: what follows is skipped.
    # 2 says that there is no report: it is tried again.
    @task.bash(retries=2, retry_delay=timedelta(minutes=10), execution_timeout=timedelta(hours=1), skip_on_exit_code=1)
    def report():
        return (
            f"plumbline report --reference '{DATA}/reference.csv' --current '{DATA}/{DAY}.csv'"
            f" --out '{REPORTS}/{DAY}' --fail-on changed,model,conditions"
        )

    @task
    def use_the_data():
        print("On with the data.")

    file_has_come() >> report() >> use_the_data()


data_check()
