"""Reads a dashboard from standard input with Grafana's own SDK and prints, as JSON, the places that the SDK does not know."""

import json
import sys

from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models.dashboard import Dashboard


def lost(given, kept, path="$"):
    """Where the second value, which the SDK made of the first, does not hold what the first one does."""
    if isinstance(given, dict) and isinstance(kept, dict):
        for name, value in given.items():
            yield from lost(value, kept[name], f"{path}.{name}") if name in kept else [f"{path}.{name}"]
    elif isinstance(given, list) and isinstance(kept, list) and len(given) == len(kept):
        for at, (one, other) in enumerate(zip(given, kept)):
            yield from lost(one, other, f"{path}[{at}]")
    elif given != kept:
        yield path


register_default_plugins()
document = json.load(sys.stdin)
read = json.loads(JSONEncoder().encode(Dashboard.from_json(document)))
print(json.dumps(list(lost(document, read))))
