"""Prints both statements of the Spark job for the request that comes in, as JSON."""

import json
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import plumbline_summary as job

given = json.load(sys.stdin)
asked = given["request"]
request = job.Request(
    asked["source"]["table"],
    [job.Column(one["name"], one["type"], one["role"], one["declared"], one.get("ofClass")) for one in asked["columns"]],
    *(asked[name] for name in ("time", "segment", "bins", "stretch", "mostLevels", "tellingLevels", "mostProducts")),
)
frozen = job.Frozen(dict(given["edges"]), dict(given["telling"]))
print(json.dumps([job.edges_statement(request), job.counts_statement(request, frozen)]))
