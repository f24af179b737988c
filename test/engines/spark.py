"""Runs the statements that come in, one a line as JSON, in one Spark session."""

import json
import math
import sys
from decimal import Decimal

from pyspark.sql import SparkSession


def plain(cell):
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return float(cell) if isinstance(cell, Decimal) else cell


session = (
    SparkSession.builder.master("local[2]")
    .config("spark.driver.memory", "2g")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "2")
    .getOrCreate()
)
for line in sys.stdin:
    try:
        rows = session.sql(json.loads(line)).collect()
        answer = {"rows": [[plain(cell) for cell in row] for row in rows]}
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
