"""Counts a table in Spark and writes a summary file, which Plumbline opens like any other file.

    spark-submit plumbline_summary.py --table plant.readings --out june.summary.parquet
    spark-submit plumbline_summary.py --table plant.july --out july.summary.parquet --edges june.summary.parquet

Two statements run: edges, on the reference alone, and counts on these edges. `--print` shows them as well.
They are word for word what Plumbline writes for Spark elsewhere. Needs nothing but Spark 3.4 or later.
"""

import argparse
import math
import re
import sys
import uuid
from collections import namedtuple
from decimal import Decimal

VERSION = "plumbline-summary-file/1"
CELLS = {
    **dict.fromkeys(("kind", "period", "segment", "name", "other", "label"), "STRING"),
    **dict.fromkeys(("bin", "n"), "BIGINT"),
    **dict.fromkeys(("total", "squares", "least", "greatest"), "DOUBLE"),
}
DAY = 86_400_000
INFINITE = math.inf

Column = namedtuple("Column", "name type role declared of_class", defaults=(None, None))
Request = namedtuple(
    "Request",
    "table columns time segment bins stretch most_levels telling_levels most_products",
    defaults=(None, None, 200, 3_600_000, 1000, 8, 100),
)
# Edges of columns of numbers and times, and categories that are counted by stretch, by the column's name.
Frozen = namedtuple("Frozen", "edges telling", defaults=({}, {}))
# What a summary file tells of how it was counted: its edges, and its columns by their names.
Reference = namedtuple("Reference", "frozen columns")
Planned = namedtuple("Planned", "at name type role declared of_class edges origin telling")
Part = namedtuple("Part", "name body")
Portion = namedtuple("Portion", "parts rows", defaults=((), ()))

LONG = ("kind", "c", "label", "n", "total", "squares", "low", "high")
SUM_CELLS = dict(n="n", total="total", squares="squares", least="low", greatest="high")
# So many aggregates fit into one SELECT.
MOST_SUMS = 1000
ORDER = ["CASE WHEN `kind` = 'summary' THEN 0 ELSE 1 END", "`kind`", "`name`", "`label`", "`bin`", "`period`", "`segment`"]
BEFOREHAND = {
    "spark.sql.session.timeZone": "UTC",
    # Names may hold ${}.
    "spark.sql.variable.substitute": "false",
    # It follows what is known of each CASE through each part that builds on it: hours for thirty columns.
    "spark.sql.constraintPropagation.enabled": "false",
    # Longer methods are not compiled by the JVM, and slow.
    "spark.sql.codegen.hugeMethodLimit": "8000",
}
NUMBERS = re.compile(r"(tinyint|smallint|int|bigint|decimal|double|float)\b")


class Wrong(Exception):
    """What a user can mend."""


# Spark's SQL


def identifier(name):
    return "`" + name.replace("`", "``") + "`"


def text(value):
    escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"


def number(value):
    """As JavaScript writes a finite number."""
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    if value == 0:
        return "0"
    shown = "".join(map(str, digits))
    point = len(shown) + exponent
    if point > 21 or point <= -6:
        shown = shown[0] + ("." + shown[1:] if len(shown) > 1 else "") + f"e{point - 1:+d}"
    elif point <= 0:
        shown = "0." + "0" * -point + shown
    elif point >= len(shown):
        shown += "0" * (point - len(shown))
    else:
        shown = shown[:point] + "." + shown[point:]
    return ("-" if sign else "") + shown


def double(value):
    if math.isinf(value):
        return f"CAST('{'-' if value < 0 else ''}Infinity' AS DOUBLE)"
    shown = number(float(value))
    return f"({shown.replace('e+', 'e')}D)" if "e" in shown else f"({shown}e0D)"


def constants(columns, rows):
    """A table of literals."""
    return f"SELECT * FROM VALUES {', '.join('(' + ', '.join(row) + ')' for row in rows)} AS v({', '.join(columns)})"


def unpivot(source, keep, columns, rows):
    """Each row of a part taken apart into some."""
    stacked = f"stack({', '.join([str(len(rows)), *(cell for row in rows for cell in row)])}) AS ({', '.join(columns)})"
    return f"SELECT {', '.join([*keep, stacked])}\nFROM {source}"


def cast(expression, kind):
    return f"CAST({expression} AS {kind})"


def text_of(expression):
    return cast(expression, "STRING")


def whole(expression):
    return cast(expression, "BIGINT")


def long_row(source, **cells):
    """A SELECT of rows of the long table: cells that are not given are empty."""
    listed = (f"{cast(cells.get(cell, 'NULL'), kind)} AS {identifier(cell)}" for cell, kind in CELLS.items())
    return f"SELECT {', '.join(listed)}\nFROM {source}"


def when(condition):
    return f"count(CASE WHEN {condition} THEN 1 END)"


def finite(x):
    return f"{x} > {double(-INFINITE)} AND {x} < {double(INFINITE)}"


def clipped(x):
    """A number whose square can be summed: huge ones are infinite, those next to nothing 0."""
    return (
        f"CASE WHEN {x} > {double(1e150)} THEN {double(INFINITE)} WHEN {x} < {double(-1e150)} THEN {double(-INFINITE)} "
        f"WHEN abs({x}) < {double(1e-150)} THEN {double(0.0)} ELSE {x} END"
    )


# What is counted


class Plan:
    """The columns of a request by what is counted of them."""

    def __init__(self, request, frozen):
        self.request = request
        self.columns = [
            Planned(at, *column, frozen.edges.get(column.name, []), origin(frozen.edges.get(column.name, [])), frozen.telling.get(column.name, []))
            for at, column in enumerate(request.columns)
        ]
        self.numbers = self.of("number", "time")
        self.levels = self.of("category", "boolean")
        self.texts = self.of("text")

    def of(self, *types):
        return [column for column in self.columns if column.type in types]

    def with_role(self, role, *types):
        return next((column for column in self.of(*types) if column.role == role), None)

    @property
    def timed(self):
        return self.request.time is not None

    def day_of(self, part):
        day = f"CAST(date_add(DATE '1970-01-01', CAST({part}.day AS INT)) AS STRING)"
        return day if self.timed else "NULL"


def origin(edges):
    """The middle edge; 0 where that is too large to be taken off anything."""
    middle = edges[len(edges) // 2] if edges else 0.0
    return middle if abs(middle) < 1e150 else 0.0


def cell_of(column):
    """A cell as what is counted of it: x of numbers and times (doubles), l of everything else (texts)."""
    cell = f"source.{identifier(column.name)}"
    if column.type == "number":
        return f"{cast(cell, 'DOUBLE')} AS x{column.at}"
    if column.type == "time":
        return f"{cast(cell if NUMBERS.match(column.declared or '') else f'unix_micros(CAST({cell} AS TIMESTAMP)) / 1000D', 'DOUBLE')} AS x{column.at}"
    if column.type == "boolean":
        return f"CASE WHEN {cell} THEN {text('true')} WHEN NOT {cell} THEN {text('false')} END AS l{column.at}"
    return f"{text_of(cell)} AS l{column.at}"


def raw_part(plan):
    """The table's columns by their places in the request, and the segment of each row."""
    segment = "NULL" if plan.request.segment is None else f"source.{identifier(plan.request.segment)}"
    cells = [*map(cell_of, plan.columns), f"{text_of(segment)} AS segment"]
    table = ".".join(map(identifier, plan.request.table))
    return Part("pl_raw", "SELECT " + ",\n  ".join(cells) + f"\nFROM {table} source")


def time_of(plan):
    """The day of a row and its place in the day, as whole numbers; empty without a time."""
    axis = next((column for column in plan.columns if column.name == plan.request.time), None)
    if axis is None:
        return [f"{whole('NULL')} AS day", f"{whole('NULL')} AS slot"]
    x, stretch = f"x{axis.at}", plan.request.stretch
    day = f"floor({x} / {double(DAY)})"
    in_day = f"floor({x} / {double(stretch)}) - {day} * {double(DAY / stretch)}"
    return [f"CASE WHEN {finite(x)} THEN {whole(one)} END AS {name}" for one, name in ((day, "day"), (in_day, "slot"))]


def bin_tree(x, edges, first, last):
    """The bin of a finite value, as a balanced tree of comparisons: bin i holds edge[i - 1] < x <= edge[i]."""
    if first == last:
        return str(first)
    middle = (first + last) // 2
    low, high = bin_tree(x, edges, first, middle), bin_tree(x, edges, middle + 1, last)
    return f"CASE WHEN {x} <= {double(edges[middle])} THEN {low} ELSE {high} END"


def rows_part(plan):
    """Every row with the day and the bins that it is in, b; and d, x - origin, of finite values."""
    binned = []
    for column in plan.numbers:
        x = f"x{column.at}"
        tree = bin_tree(x, column.edges, 0, len(column.edges))
        difference = clipped(f"({x} - {double(column.origin)})")
        binned.append(f"CASE WHEN {finite(x)} THEN {tree} END AS b{column.at}")
        binned.append(f"CASE WHEN {finite(x)} THEN {difference} END AS d{column.at}")
    cells = ["pl_raw.*", *time_of(plan), *binned]
    return Part("pl_rows", "SELECT " + ",\n  ".join(cells) + "\nFROM pl_raw")


def names_part(plan):
    """What the keys of columns stand for."""
    return Part("pl_names", constants(("c", "name"), [(str(one.at), text(one.name)) for one in plan.columns]))


def clock_part(plan):
    """The time of the day at which each stretch of it begins."""
    seconds = plan.request.stretch // 1000
    starts = [slot * seconds for slot in range(86_400 // seconds)]
    clock = [f"{start // 3600:02}:{start // 60 % 60:02}:{start % 60:02}" for start in starts]
    return Part("pl_clock", constants(("slot", "clock"), [(str(at), text(one)) for at, one in enumerate(clock)]))


def said_portion(plan):
    """Kinds `column` and `probability`, and `telling` again: what was said in the request and by the edges."""
    rows = []
    for column in plan.columns:
        def row(kind, other, label, place, total=cast("NULL", "DOUBLE")):
            rows.append((text(kind), text(column.name), other, text(label), str(place), total))

        row("column", text(column.role), column.type, column.at, double(column.origin))
        if column.of_class is not None:
            row("probability", text_of("NULL"), column.of_class, 0)
        for place, label in enumerate(column.telling):
            row("telling", text_of("NULL"), label, place)
    into = ("kind", "name", "other", "label", "bin", "total")
    cells = {name: f"pl_said.{name}" for name in into}
    return Portion([Part("pl_said", constants(into, rows))], [long_row("pl_said", **cells)])


def edge_portion(plan):
    """Kind `edge` again."""
    rows = [(str(one.at), str(at), double(edge)) for one in plan.numbers for at, edge in enumerate(one.edges)]
    if not rows:
        return Portion()
    cells = dict(kind=text("edge"), name="pl_names.name", bin="bin", least="x", greatest="x")
    row = long_row("pl_edges JOIN pl_names ON pl_names.c = pl_edges.c", **cells)
    return Portion([Part("pl_edges", constants(("c", "bin", "x"), rows))], [row])


def of_number(column):
    """Sums over a stretch, by name, and the rows that are made of them: kind, column, label, n, total, squares, least, greatest."""
    at, ordered = column.at, column.type == "number"
    x, b, some, known, up, down = (f"{letter}{at}" for letter in "xbvfpm")
    sums = [
        (some, f"count({x})"),
        (known, f"count({b})"),
        (up, when(f"{x} = {double(INFINITE)}")),
        (down, when(f"{x} = {double(-INFINITE)}")),
    ]
    made = [
        made_row("missing", f"n - {some}", at),
        made_row("nan", f"{some} - {known} - {up} - {down}", at),
        made_row("positive-infinity", up, at),
        made_row("negative-infinity", down, at),
    ]
    if ordered:
        sums.append((f"s{at}", f"sum({b})"))
        made.append(made_row("stretch", known, at, sums=[f"s{at}"]))
    return sums, made


def of_levels(column):
    at, some = column.at, f"v{column.at}"
    each = [(text(label), f"t{at}_{place}") for place, label in enumerate(column.telling)]
    sums = [(some, f"count(l{at})"), *((n, when(f"l{at} = {label}")) for label, n in each)]
    made = [
        made_row("missing", f"n - {some}", at),
        made_row("stretch", some, at),
        *(made_row("level-stretch", n, at, label) for label, n in each),
    ]
    return sums, made


def of_text(column):
    return [(f"v{column.at}", f"count(l{column.at})")], [made_row("missing", f"n - v{column.at}", column.at)]


def model_keys(plan):
    both = plan.with_role("target", "number"), plan.with_role("prediction", "number")
    return None if None in both else [column.at for column in both]


def errors_of_row():
    """Each error of a row, from its `target` and `prediction`, both finite."""
    absolute, size = "abs(prediction - target)", "(abs(target) + abs(prediction))"
    relative = clipped(f"({absolute} / abs(target))")
    return {
        "error": clipped("(prediction - target)"),
        "absolute error": clipped(absolute),
        "target": "target",
        "absolute target": "abs(target)",
        "prediction": "prediction",
        "relative error": f"CASE WHEN target <> {double(0)} THEN {relative} END",
        "symmetric error": f"CASE WHEN {size} > {double(0)} THEN {double(2)} * {absolute} / {size} ELSE target END",
    }


def error_parts(plan):
    """Parts that add to each row the errors of its prediction; none without a regression."""
    keys = model_keys(plan)
    if keys is None:
        return []
    both = " AND ".join(f"b{key} IS NOT NULL" for key in keys)
    target, prediction = (f"CASE WHEN {both} THEN {clipped(f'x{key}')} END" for key in keys)
    model = f"SELECT pl_rows.*,\n  {target} AS target,\n  {prediction} AS prediction\nFROM pl_rows"
    errors = ",\n  ".join(f"{error} AS e{at}" for at, error in enumerate(errors_of_row().values()))
    return [Part("pl_model", model), Part("pl_errors", f"SELECT pl_model.*,\n  {errors}\nFROM pl_model")]


def of_errors(plan):
    sums, made = [], []
    for at, name in enumerate(errors_of_row() if model_keys(plan) else ()):
        e = f"e{at}"
        sums += [(f"en{at}", f"count({e})"), (f"es{at}", f"sum({e})"), (f"eq{at}", f"sum({e} * {e})")]
        sums += [(f"el{at}", f"min({e})"), (f"eg{at}", f"max({e})")]
        made.append(made_row("error", f"en{at}", label=text(name), sums=[f"e{one}{at}" for one in "sqlg"]))
    return sums, made


def made_row(kind, n, at="NULL", label="NULL", sums=()):
    doubles = [*sums, *["NULL"] * (4 - len(sums))]
    return (text(kind), whole(at), text_of(label), whole(n), *(cast(one, "DOUBLE") for one in doubles))


def chunked(counted, most):
    """Counted columns in so many groups that each fits into one SELECT."""
    chunks = []
    for sums, made in counted:
        if not chunks or len(chunks[-1][0]) + len(sums) > most:
            chunks.append(([], []))
        chunks[-1][0].extend(sums)
        chunks[-1][1].extend(made)
    return chunks


def stretch_portion(plan):
    """Kinds `summary`, `rows`, `missing`, `nan`, the infinities, `stretch`, `level-stretch` and `error`: one scan by stretch."""
    counted = [([], [made_row("summary", "n"), made_row("rows", "n")]), of_errors(plan)]
    counted += [*map(of_number, plan.numbers), *map(of_levels, plan.levels), *map(of_text, plan.texts)]
    chunks, errors = chunked(counted, MOST_SUMS), error_parts(plan)
    parts = ([clock_part(plan)] if plan.timed else []) + errors
    for at, (sums, made) in enumerate(chunks):
        listed = ",\n  ".join(["day", "slot", "segment", "count(*) AS n", *(f"{one} AS {name}" for name, one in sums)])
        source = errors[-1].name if errors else "pl_rows"
        parts.append(Part(f"pl_wide{at}", f"SELECT {listed}\nFROM {source}\nGROUP BY day, slot, segment"))
        parts.append(Part(f"pl_long{at}", unpivot(f"pl_wide{at}", ("day", "slot", "segment"), LONG, made)))
    parts.append(sums_part(len(chunks)))
    day = plan.day_of("pl_sums")
    clock = " LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot" if plan.timed else ""
    row = long_row(
        f"pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c{clock}",
        kind="kind",
        period=f"CASE WHEN pl_sums.slot IS NULL THEN {day} ELSE {day} || ' ' || clock END" if plan.timed else "NULL",
        segment="segment",
        name=if_kind("summary", text(VERSION), if_kind("error", "label", "name")),
        other=if_kind("summary", text("spark"), "NULL"),
        label=if_kind("level-stretch", "label", "NULL"),
        bin=if_kind("summary", str(plan.request.bins), "NULL"),
        **SUM_CELLS,
    )
    return Portion(parts, [row])


def if_kind(kind, value, fallback):
    return f"CASE WHEN kind = {text(kind)} THEN {value} ELSE {fallback} END"


def sums_part(chunks):
    """Rows of the long parts by day or by stretch, each as its kind is kept."""
    zero = [f"{cell} AS {name}" for cell, name in zip(made_row("summary", "0"), LONG)]
    none = [f"{whole('NULL')} AS day", f"{whole('NULL')} AS slot", f"{text_of('NULL')} AS segment", *zero]
    tables = [f"SELECT day, slot, segment, {', '.join(LONG)} FROM pl_long{at}" for at in range(chunks)]
    tables = "\nUNION ALL\n".join([*tables, f"SELECT {', '.join(none)}"])
    by_stretch = [text(kind) for kind in ("stretch", "level-stretch", "error")]
    summary = f"kind = {text('summary')}"
    return Part(
        "pl_sums",
        f"""SELECT kind, day, slot, segment, c, label, sum(n) AS n,
  sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high
FROM (
  SELECT kind, c, label, n, total, squares, low, high,
    CASE WHEN {summary} THEN NULL ELSE day END AS day,
    CASE WHEN kind IN ({', '.join(by_stretch)}) THEN slot END AS slot,
    CASE WHEN {summary} THEN NULL ELSE segment END AS segment
  FROM (
{tables}
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ({', '.join(by_stretch[:2])})
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR {summary}""",
    )


def named(part):
    return f"{part} JOIN pl_names ON pl_names.c = {part}.c"


def bin_portion(plan):
    """Kinds `bin`, `day-bin` and `day`: numbers and times below each other, counted by day, segment, column and bin."""
    if not plan.numbers:
        return Portion()
    rows = [(str(one.at), *(f"{cell}{one.at}" for cell in "bxd")) for one in plan.numbers]
    sums = "sum(n) AS n, sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high"
    counted = (
        "SELECT day, segment, c, b, count(*) AS n, sum(d) AS total, sum(d * d) AS squares, min(x) AS low, max(x) AS high\n"
        "FROM pl_cells\nWHERE b IS NOT NULL\nGROUP BY day, segment, c, b"
    )
    by_day = dict(segment="segment", name="name")
    return Portion(
        [
            Part("pl_cells", unpivot("pl_rows", ("day", "segment"), ("c", "b", "x", "d"), rows)),
            Part("pl_bins", counted),
            Part("pl_whole", f"SELECT c, b, {sums}\nFROM pl_bins\nGROUP BY c, b"),
            Part("pl_days", f"SELECT day, segment, c, {sums}\nFROM pl_bins\nGROUP BY day, segment, c"),
        ],
        [
            long_row(named("pl_whole"), kind=text("bin"), bin="b", name="name", **SUM_CELLS),
            long_row(named("pl_days"), kind=text("day"), period=plan.day_of("pl_days"), **by_day, **SUM_CELLS),
            long_row(named("pl_bins"), kind=text("day-bin"), period=plan.day_of("pl_bins"), **by_day, bin="b", n="n"),
        ],
    )


def level_portion(plan):
    """Kinds `level` and `rest`: the most frequent categories by day, and how many others there are."""
    if not plan.levels:
        return Portion()
    rows = [(str(one.at), f"l{one.at}") for one in plan.levels]
    ranked = f"""SELECT day, segment, c, n, different, CASE WHEN place <= {plan.request.most_levels} THEN l END AS l
FROM (
  SELECT day, segment, c, l, n, 1 AS different, dense_rank() OVER (PARTITION BY c ORDER BY everywhere DESC, l) AS place
  FROM (SELECT day, segment, c, l, n, sum(n) OVER (PARTITION BY c, l) AS everywhere FROM pl_levels) pl_weighed
) pl_placed"""
    row = long_row(
        named("pl_listed"),
        kind=f"CASE WHEN l IS NULL THEN {text('rest')} ELSE {text('level')} END",
        period=plan.day_of("pl_listed"),
        segment="segment",
        name="name",
        label="l",
        bin="CASE WHEN l IS NULL THEN different END",
        n="n",
    )
    group = "GROUP BY day, segment, c, l"
    counted = f"SELECT day, segment, c, l, count(*) AS n\nFROM pl_labels\nWHERE l IS NOT NULL\n{group}"
    listed = f"SELECT day, segment, c, l, sum(n) AS n, sum(different) AS different\nFROM pl_ranked\n{group}"
    parts = [
        Part("pl_labels", unpivot("pl_rows", ("day", "segment"), ("c", "l"), rows)),
        Part("pl_levels", counted),
        Part("pl_ranked", ranked),
        Part("pl_listed", listed),
    ]
    return Portion(parts, [row])


def distinct_portion(plan):
    """Kind `distinct`: how many different texts, as exact as Spark counts cheaply."""
    if not plan.texts:
        return Portion()
    keys = [one.at for one in plan.texts]
    listed = ", ".join(f"count(l{at}) AS v{at}, approx_count_distinct(l{at}) AS n{at}" for at in keys)
    rows = [(str(at), f"CASE WHEN n{at} > v{at} THEN v{at} ELSE n{at} END") for at in keys]
    parts = [
        Part("pl_different", f"SELECT {listed}\nFROM pl_raw"),
        Part("pl_texts", unpivot("pl_different", (), ("c", "n"), rows)),
    ]
    return Portion(parts, [long_row(named("pl_texts"), kind=text("distinct"), name="name", n="n")])


def multiplied(plan):
    roles = ("feature", "target", "prediction", "probability")
    return [one.at for one in plan.of("number") if one.role in roles][: plan.request.most_products]


def with_names(part):
    return f"{named(part)} JOIN pl_names pl_other ON pl_other.c = {part}.o"


def product_portion(plan):
    """Kind `product`: for so many pairs one scan, their sums side by side, then below each other."""
    keys, parts, rows = multiplied(plan), [], []
    pairs = [(x, y) for at, x in enumerate(keys) for y in keys[at + 1 :]]
    for at, start in enumerate(range(0, len(pairs), MOST_SUMS // 2)):
        chunk = pairs[start : start + MOST_SUMS // 2]
        sums = ", ".join(f"count(d{x} * d{y}) AS n{x}_{y}, sum(d{x} * d{y}) AS p{x}_{y}" for x, y in chunk)
        listed = [(str(x), str(y), f"n{x}_{y}", f"p{x}_{y}") for x, y in chunk]
        parts.append(Part(f"pl_products{at}", f"SELECT {sums}\nFROM pl_rows"))
        parts.append(Part(f"pl_pairs{at}", unpivot(f"pl_products{at}", (), ("c", "o", "n", "total"), listed)))
        cells = dict(kind=text("product"), name="pl_names.name", other="pl_other.name", n="n", total="COALESCE(total, 0)")
        rows.append(long_row(with_names(f"pl_pairs{at}"), **cells))
    return Portion(parts, rows)


def paired_portion(plan):
    """Kind `paired`: rows without a gap are summed once for all others, those with one by the columns that they have."""
    keys = multiplied(plan)
    if len(keys) < 2:
        return Portion()
    values = [f"d{key}" for key in keys]
    sums = ", ".join(f"count(d{at}) AS n{at}, sum(d{at}) AS s{at}, sum(d{at} * d{at}) AS q{at}" for at in keys)
    gaps = f"SELECT {', '.join(values)}\nFROM pl_rows\nWHERE {' OR '.join(f'{d} IS NULL' for d in values)}"
    present = [(str(at), f"CASE WHEN d{at} IS NULL THEN 0 ELSE 1 END") for at in keys]
    complete = f"SELECT -1 AS j, {sums}\nFROM pl_rows\nWHERE {' AND '.join(f'{d} IS NOT NULL' for d in values)}"
    some = f"SELECT j, {sums}\nFROM pl_gap\nWHERE present = 1\nGROUP BY j"
    lists = [(str(at), whole(f"n{at}"), f"s{at}", f"q{at}") for at in keys]
    totals = f"COALESCE(sum(s), {double(0)}) AS total, COALESCE(sum(q), {double(0)}) AS squares"
    paired = (
        f"SELECT c, o, sum(n) AS n, {totals}\nFROM pl_lists CROSS JOIN pl_others\n"
        "WHERE c <> o AND (j < 0 OR j = o)\nGROUP BY c, o"
    )
    parts = [
        Part("pl_gaps", gaps),
        Part("pl_gap", unpivot("pl_gaps", values, ("j", "present"), present)),
        Part("pl_with", f"{complete}\nUNION ALL\n{some}"),
        Part("pl_lists", unpivot("pl_with", ("j",), ("c", "n", "s", "q"), lists)),
        Part("pl_others", constants(("o",), [(str(at),) for at in keys])),
        Part("pl_paired", paired),
    ]
    cells = dict(name="pl_names.name", other="pl_other.name", n="n", total="total", squares="squares")
    return Portion(parts, [long_row(with_names("pl_paired"), kind=text("paired"), **cells)])


def confusion_portion(plan):
    """Kind `confusion`: where target and prediction are both classes."""
    both = plan.with_role("target", "category", "boolean"), plan.with_role("prediction", "category", "boolean")
    if None in both:
        return Portion()
    label, predicted = (f"l{one.at}" for one in both)
    body = (
        f"SELECT day, segment, {label} AS l, {predicted} AS o, count(*) AS n\nFROM pl_rows\n"
        f"WHERE {label} IS NOT NULL AND {predicted} IS NOT NULL\nGROUP BY day, segment, {label}, {predicted}"
    )
    cells = dict(period=plan.day_of("pl_confusion"), segment="segment", label="l", other="o", n="n")
    return Portion([Part("pl_confusion", body)], [long_row("pl_confusion", kind=text("confusion"), **cells)])


def score_portion(plan):
    """Kind `score`: probabilities by the target's class, those that are probabilities."""
    target = plan.with_role("target", "category", "boolean")
    # Scores of no class that is known are of no use.
    scored = [one.at for one in plan.of("number") if one.role == "probability" and one.of_class is not None]
    if target is None or not scored:
        return Portion()
    label = f"l{target.at}"
    place = whole(f"floor(x * {double(1000)})")
    in_bins = (
        f"SELECT day, segment, {label} AS l, c, x, CASE WHEN x >= {double(1)} THEN 999 ELSE {place} END AS b\n"
        f"FROM pl_probabilities\nWHERE x >= {double(0)} AND x <= {double(1)} AND {label} IS NOT NULL"
    )
    group = "day, segment, l, c, b"
    rows = [(str(at), f"x{at}") for at in scored]
    parts = [
        Part("pl_probabilities", unpivot("pl_rows", ("day", "segment", label), ("c", "x"), rows)),
        Part("pl_scored", in_bins),
        Part("pl_scores", f"SELECT {group}, count(*) AS n, sum(x) AS total\nFROM pl_scored\nGROUP BY {group}"),
    ]
    cells = dict(segment="segment", name="name", label="l", bin="b", n="n", total="total")
    return Portion(parts, [long_row(named("pl_scores"), kind=text("score"), period=plan.day_of("pl_scores"), **cells)])


# The statements


def statement(portions):
    """One statement of all portions; the row that says the version comes first, and like rows stand together."""
    parts = ",\n".join(f"{part.name} AS (\n{part.body}\n)" for portion in portions for part in portion.parts)
    rows = "\nUNION ALL\n".join(row for portion in portions for row in portion.rows)
    return f"WITH {parts}\nSELECT * FROM (\n{rows}\n) pl_all\nORDER BY {', '.join(ORDER)}"


def counts_statement(request, frozen):
    """The second statement: its result is a summary file, counted on edges that stay as they are."""
    plan = Plan(request, frozen)
    makers = (said_portion, edge_portion, stretch_portion, bin_portion, level_portion, distinct_portion)
    makers += (product_portion, paired_portion, confusion_portion, score_portion)
    first = Portion([raw_part(plan), rows_part(plan), names_part(plan)])
    return statement([first, *(make(plan) for make in makers)])


def edges_statement(request):
    """The first statement: edges of the reference, which stay as they are for all that is counted later."""
    plan = Plan(request, Frozen())
    none = [] if plan.numbers or plan.levels else [long_row("pl_names WHERE c < 0", kind=text("edge"))]
    return statement([Portion([raw_part(plan), names_part(plan)], none), quantile_portion(plan), telling_portion(plan)])


def quantile_portion(plan):
    """Kind `edge`: the least and the greatest value and quantiles between; of columns with few different values, all of them."""
    if not plan.numbers:
        return Portion()
    bins = plan.request.bins
    few = math.ceil(bins * 1.25)
    fractions = ", ".join(number((at + 1) / bins) for at in range(bins - 1))
    edges = [
        "SELECT c, low AS x FROM pl_spread",
        "SELECT c, high AS x FROM pl_spread",
        f"SELECT pl_quantiles.c, x FROM pl_quantiles JOIN pl_spread ON pl_spread.c = pl_quantiles.c WHERE different > {few}",
        f"SELECT pl_values.c, x FROM pl_values JOIN pl_spread ON pl_spread.c = pl_values.c WHERE different <= {few} GROUP BY pl_values.c, x",
    ]
    united = "\nUNION ALL\n".join(edges)
    approximate = f"percentile_approx(x, array({fractions}), 10000) AS q FROM pl_values GROUP BY c"
    rows = [(str(one.at), f"x{one.at}") for one in plan.numbers]
    parts = [
        Part("pl_cells", unpivot("pl_raw", (), ("c", "x"), rows)),
        Part("pl_values", f"SELECT c, x FROM pl_cells WHERE {finite('x')}"),
        Part("pl_spread", "SELECT c, min(x) AS low, max(x) AS high, approx_count_distinct(x) AS different FROM pl_values GROUP BY c"),
        Part("pl_quantiles", f"SELECT c, explode(q) AS x FROM (SELECT c, {approximate}) pl_lists"),
        Part("pl_different", f"SELECT c, x FROM (\n{united}\n) pl_all_edges GROUP BY c, x"),
        Part("pl_edges", "SELECT c, x, row_number() OVER (PARTITION BY c ORDER BY x) - 1 AS place FROM pl_different"),
    ]
    cells = dict(name="name", bin="place", least="x", greatest="x")
    return Portion(parts, [long_row(named("pl_edges"), kind=text("edge"), **cells)])


def telling_portion(plan):
    """Kind `telling`: the most frequent categories."""
    if not plan.levels:
        return Portion()
    rows = [(str(one.at), f"l{one.at}") for one in plan.levels]
    counted = (
        "SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place\n"
        "FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted"
    )
    parts = [Part("pl_labels", unpivot("pl_raw", (), ("c", "l"), rows)), Part("pl_telling", counted)]
    source = f"{named('pl_telling')} WHERE place < {plan.request.telling_levels}"
    return Portion(parts, [long_row(source, kind=text("telling"), name="name", label="l", bin="place")])


# The job


def arguments(argv):
    parser = argparse.ArgumentParser(prog="plumbline_summary.py", description="Makes a Plumbline summary file in Spark.")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--table", help="the table's name, as plant.readings")
    source.add_argument("--parquet", help="a path that Spark reads as Parquet, instead of a table")
    parser.add_argument("--out", required=True, help="the summary file to write, Parquet")
    parser.add_argument("--edges", help="the summary file of the reference: what is counted on its edges can be compared")
    for name in ("time", "segment", "target", "prediction"):
        parser.add_argument(f"--{name}", metavar="COLUMN")
    parser.add_argument("--probability", metavar="COLUMN=CLASS", action="append", default=[])
    parser.add_argument("--category", metavar="COLUMN", action="append", default=[], help="read as categories")
    parser.add_argument("--text", metavar="COLUMN", action="append", default=[], help="only different texts are counted")
    parser.add_argument("--ignore", metavar="COLUMN", action="append", default=[], help="left out")
    parser.add_argument("--bins", type=int, default=200)
    parser.add_argument("--stretch", type=int, default=3600, help="seconds that are counted together")
    parser.add_argument("--print", action="store_true", help="show the statements as well")
    return parser.parse_args(argv)


TYPES = {
    **dict.fromkeys(("timestamp", "timestamp_ntz", "date"), "time"),
    **dict.fromkeys(("string", "char", "varchar"), "category"),
    "boolean": "boolean",
}


def requested(given, schema, table, reference=None):
    """What the options ask of columns whose names and types are given; of all else, what was counted of the reference."""
    probabilities = {}
    for written in given.probability:
        name, sign, of_class = written.rpartition("=")
        if not sign or not name:
            raise Wrong(f"--probability {written}: write COLUMN=CLASS.")
        probabilities[name] = of_class
    roles = {**dict.fromkeys(probabilities, "probability")}
    for role in ("time", "target", "prediction"):
        name = getattr(given, role)
        if name in roles:
            raise Wrong(f"“{name}” cannot be {roles[name]} and {role}.")
        if name is not None:
            roles[name] = role
    counted = {} if reference is None else reference.columns
    # A column that has the role in the reference gives way to the one that is asked for.
    taken = set(roles.values())
    counted = {name: one._replace(role="feature") if one.role in taken - {"probability"} else one for name, one in counted.items()}
    asked = [*roles, *given.category, *given.text, *given.ignore, *([given.segment] if given.segment else [])]
    for name in asked:
        if name not in dict(schema):
            raise Wrong(f"There is no column “{name}”. There are: {', '.join(name for name, _ in schema)}.")
    columns, left_out = [], []
    for name, declared in schema:
        if reference is not None and name not in counted and name not in asked:
            left_out.append(name)
            continue
        kind = "number" if NUMBERS.match(declared) else TYPES.get(re.split(r"[(<]", declared)[0])
        same = counted.get(name)
        kind = kind if same is None else same.type
        kind = "category" if name in given.category else "text" if name in given.text else kind
        if name in given.ignore:
            continue
        if kind is None:
            print(f"“{name}” is left out: {declared} is no single value.", file=sys.stderr)
            continue
        role = roles.get(name, "feature" if same is None else same.role)
        of_class = probabilities.get(name, None if same is None else same.of_class)
        columns.append(Column(name, kind, role, declared, of_class if role == "probability" else None))
        if name == given.time and kind != "time":
            raise Wrong(f"--time: “{name}” is {declared}, not a time.")
    if left_out:
        print(f"Not counted in {given.edges}, so left out: {', '.join(left_out)}.", file=sys.stderr)
    if not columns:
        raise Wrong("There is no column to count.")
    time = next((one.name for one in columns if one.role == "time" and one.type == "time"), None)
    if given.time not in (None, time):
        raise Wrong(f"--time: “{given.time}” is not among the columns that are counted.")
    return Request(table, columns, time, given.segment, given.bins, given.stretch * 1000)


def frozen_edges(rows):
    """Edges and telling categories from rows of a summary file, or of the first statement's result."""
    edges, telling = {}, {}
    for row in sorted((row for row in rows if row.kind in ("edge", "telling")), key=lambda row: row.bin or 0):
        if row.kind == "telling":
            telling.setdefault(row.name, []).append(row.label)
        elif row.name is not None:
            edges.setdefault(row.name, []).append(row.least + 0.0)
    broken = [name for name, own in edges.items() if any(not a < b for a, b in zip(own, own[1:]))]
    if broken:
        raise Wrong(f"The edges of {', '.join(broken)} do not ascend.")
    return Frozen(edges, telling)


def parquet(session, path):
    """A path as a table; a file that is not there says so itself."""
    try:
        return session.read.parquet(path)
    except Exception as error:
        if is_of_spark(error):
            raise
        raise Wrong(f"{path} could not be read as Parquet.") from error


def reference_in(session, path):
    """What a summary file tells of how it was counted."""
    rows = parquet(session, path)
    if not {"kind", "name", "other", "label", "bin", "least"} <= set(rows.columns):
        raise Wrong(f"{path} is no summary file.")
    rows = rows.where("kind IN ('summary', 'column', 'probability', 'edge', 'telling')").collect()
    versions = [row.name for row in rows if row.kind == "summary"]
    if versions != [VERSION]:
        raise Wrong(f"{path} is no summary file of this version: {', '.join(versions) or 'none'} instead of {VERSION}.")
    classes = {row.name: row.label for row in rows if row.kind == "probability"}
    columns = {
        row.name: Column(row.name, row.label, row.other, None, classes.get(row.name)) for row in rows if row.kind == "column"
    }
    return Reference(frozen_edges(rows), columns)


def warn_of_lacking(request, frozen):
    lacking = [one.name for one in request.columns if one.type in ("number", "time") and one.name not in frozen.edges]
    if lacking:
        print(f"Without edges, so counted in one bin: {', '.join(lacking)}.", file=sys.stderr)


def write_whole(session, statement, path):
    """Writes the result as one Parquet file, which is there whole or not at all; the place is tried before anything is counted."""
    from pyspark.sql.functions import expr

    folder = f"{path}.{uuid.uuid4().hex}"
    paths = session.sparkContext._jvm.org.apache.hadoop.fs.Path
    files = paths(path).getFileSystem(session.sparkContext._jsc.hadoopConfiguration())
    try:
        is_made = files.mkdirs(paths(folder))
    except Exception as error:
        raise Wrong(f"{path} cannot be written.") from error
    if not is_made:
        raise Wrong(f"{path} cannot be written.")
    try:
        rows = session.sql(statement).repartition(1).sortWithinPartitions(*map(expr, ORDER))
        rows.write.mode("overwrite").parquet(folder)
        [part] = [one.getPath() for one in files.listStatus(paths(folder)) if one.getPath().getName().startswith("part-")]
        files.delete(paths(path), False)
        if not files.rename(part, paths(path)):
            raise Wrong(f"{path} could not be written.")
    finally:
        files.delete(paths(folder), True)


def table_parts(name):
    """The parts of a table's name, as it is written in SQL."""
    part = r"`(?:[^`]|``)+`|[^.`]+"
    if not re.fullmatch(rf"(?:{part})(?:\.(?:{part}))*", name):
        raise Wrong(f"--table: “{name}” is no name of a table: plant.readings, or plant.`odd name`.")
    return [one[1:-1].replace("``", "`") if one[0] == "`" else one for one in re.findall(part, name)]


def refuse_impossible(given):
    """What cannot be whatever the table is, before Spark starts."""
    if given.bins < 2:
        raise Wrong(f"--bins: {given.bins} is not possible.")
    if given.stretch < 1 or 86_400 % given.stretch:
        raise Wrong(f"--stretch: {given.stretch} s is not possible: whole seconds, of which a day is a multiple.")


def run(given):
    refuse_impossible(given)
    table = ["plumbline_rows"] if given.parquet is not None else table_parts(given.table)
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName("Plumbline summary").getOrCreate()
    for name, value in BEFOREHAND.items():
        session.conf.set(name, value)
    if given.parquet is not None:
        parquet(session, given.parquet).createOrReplaceTempView(table[0])
    schema = session.table(".".join(map(identifier, table))).dtypes
    reference = None if given.edges is None else reference_in(session, given.edges)
    request = requested(given, schema, table, reference)
    if reference is None:
        first = edges_statement(request)
        if given.print:
            print(f"{first};\n")
        frozen = frozen_edges(session.sql(first).collect())
    else:
        frozen = reference.frozen
        warn_of_lacking(request, frozen)
    second = counts_statement(request, frozen)
    if given.print:
        print(f"{second};")
    write_whole(session, second, given.out)
    print(f"{given.out} is written: open it in Plumbline.", file=sys.stderr)


def is_of_spark(error):
    """Whether Spark itself says what is wrong: a table or a file that is not there."""
    return any(kind.__name__ == "AnalysisException" for kind in type(error).__mro__)


def main(argv):
    """Ends with 2 where a user can mend what is wrong."""
    try:
        run(arguments(argv))
    except Exception as error:
        if not isinstance(error, Wrong) and not is_of_spark(error):
            raise
        [said, *_] = [line for line in str(error).splitlines() if line.strip()]
        print(f"plumbline_summary: {said}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
