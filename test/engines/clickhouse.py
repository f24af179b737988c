"""Runs the statements that come in, one a line as JSON, in ClickHouse's engine."""

import json
import sys

from chdb.session import Session

session = Session()
session.query("SET output_format_json_quote_denormals = 1, output_format_json_quote_64bit_integers = 0")
for line in sys.stdin:
    try:
        said = session.query(json.loads(line), "JSONCompactEachRow").data()
        answer = {"rows": [json.loads(row) for row in said.splitlines()]}
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
