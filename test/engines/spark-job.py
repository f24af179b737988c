"""Runs the Spark job for each list of arguments that the first file holds, in one session with a table; says how each ended, as JSON, in the second file."""

import contextlib
import io
import json
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import plumbline_summary as job
from pyspark.sql import SparkSession

with open(sys.argv[2], encoding="utf-8") as file:
    given = json.load(file)
session = SparkSession.builder.getOrCreate()
session.sql("CREATE DATABASE plant")
session.sql(f"CREATE VIEW plant.readings AS SELECT *, 1 AS surplus FROM parquet.`{given['parquet']}`")
ends = []
for arguments in given["runs"]:
    said = io.StringIO()
    code = 0
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            job.main(arguments)
        except SystemExit as end:
            code = end.code
    ends.append({"code": code, "said": said.getvalue()})
with open(sys.argv[3], "w", encoding="utf-8") as file:
    json.dump(ends, file)
