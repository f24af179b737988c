SET jit = off;
WITH pl_raw AS NOT MATERIALIZED (
SELECT CAST(source."`a""b\" AS double precision) AS x0,
  CAST(source."__proto__" AS double precision) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS text) AS l2,
  CASE WHEN source."guess
of it" THEN 'true' WHEN NOT source."guess
of it" THEN 'false' END AS l3,
  CAST(source."p" AS double precision) AS x4,
  CAST(extract(epoch FROM source."Zeit ⏱") * 1000 AS double precision) AS x5,
  CAST(source."note" AS text) AS l6,
  CAST(source."line" AS text) AS segment
FROM "plant"."read""ings`" source
),
pl_names AS (
SELECT * FROM (VALUES (0, E'`a"b\\'), (1, '__proto__'), (2, 'x''; DROP TABLE y; --'), (3, 'guess
of it'), (4, 'p'), (5, 'Zeit ⏱'), (6, 'note')) AS v(c, name)
),
pl_cells AS NOT MATERIALIZED (
SELECT u.*
FROM pl_raw CROSS JOIN LATERAL (VALUES (0, x0), (1, x1), (4, x4), (5, x5)) AS u(c, x)
),
pl_values AS NOT MATERIALIZED (
SELECT c, x FROM pl_cells WHERE x > CAST('-Infinity' AS double precision) AND x < CAST('Infinity' AS double precision)
),
pl_spread AS (
SELECT c, min(x) AS low, max(x) AS high, count(DISTINCT x) AS different FROM pl_values GROUP BY c
),
pl_quantiles AS (
SELECT c, unnest(q) AS x FROM (SELECT c, percentile_disc(CAST(ARRAY[0.5] AS double precision[])) WITHIN GROUP (ORDER BY x) AS q FROM pl_values GROUP BY c) pl_lists
),
pl_different AS (
SELECT c, x FROM (
SELECT c, low AS x FROM pl_spread
UNION ALL
SELECT c, high AS x FROM pl_spread
UNION ALL
SELECT pl_quantiles.c, x FROM pl_quantiles JOIN pl_spread ON pl_spread.c = pl_quantiles.c WHERE different > 3
UNION ALL
SELECT pl_values.c, x FROM pl_values JOIN pl_spread ON pl_spread.c = pl_values.c WHERE different <= 3 GROUP BY pl_values.c, x
) pl_all_edges GROUP BY c, x
),
pl_edges AS (
SELECT c, x, row_number() OVER (PARTITION BY c ORDER BY x) - 1 AS place FROM pl_different
),
pl_labels AS NOT MATERIALIZED (
SELECT u.*
FROM pl_raw CROSS JOIN LATERAL (VALUES (2, l2), (3, l3)) AS u(c, l)
),
pl_telling AS (
SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted
)
SELECT * FROM (
SELECT CAST('edge' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(place AS bigint) AS "bin", CAST(NULL AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(x AS double precision) AS "least", CAST(x AS double precision) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST('telling' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(l AS text) AS "label", CAST(place AS bigint) AS "bin", CAST(NULL AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < 2
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment";

SET jit = off;
WITH pl_raw AS NOT MATERIALIZED (
SELECT CAST(source."`a""b\" AS double precision) AS x0,
  CAST(source."__proto__" AS double precision) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS text) AS l2,
  CASE WHEN source."guess
of it" THEN 'true' WHEN NOT source."guess
of it" THEN 'false' END AS l3,
  CAST(source."p" AS double precision) AS x4,
  CAST(extract(epoch FROM source."Zeit ⏱") * 1000 AS double precision) AS x5,
  CAST(source."note" AS text) AS l6,
  CAST(source."line" AS text) AS segment
FROM "plant"."read""ings`" source
),
pl_rows AS NOT MATERIALIZED (
SELECT pl_raw.*,
  CASE WHEN x5 > CAST('-Infinity' AS double precision) AND x5 < CAST('Infinity' AS double precision) THEN CAST(floor(x5 / CAST('86400000e0' AS double precision)) AS bigint) END AS day,
  CASE WHEN x5 > CAST('-Infinity' AS double precision) AND x5 < CAST('Infinity' AS double precision) THEN CAST(floor(x5 / CAST('43200000e0' AS double precision)) - floor(x5 / CAST('86400000e0' AS double precision)) * CAST('2e0' AS double precision) AS bigint) END AS slot,
  CASE WHEN x0 > CAST('-Infinity' AS double precision) AND x0 < CAST('Infinity' AS double precision) THEN CASE WHEN x0 <= CAST('0.1e0' AS double precision) THEN CASE WHEN x0 <= CAST('-1.5e0' AS double precision) THEN 0 ELSE 1 END ELSE CASE WHEN x0 <= CAST('1e21' AS double precision) THEN 2 ELSE 3 END END END AS b0,
  CASE WHEN x0 > CAST('-Infinity' AS double precision) AND x0 < CAST('Infinity' AS double precision) THEN CASE WHEN (x0 - CAST('0.1e0' AS double precision)) > CAST('1e150' AS double precision) THEN CAST('Infinity' AS double precision) WHEN (x0 - CAST('0.1e0' AS double precision)) < CAST('-1e150' AS double precision) THEN CAST('-Infinity' AS double precision) WHEN abs((x0 - CAST('0.1e0' AS double precision))) < CAST('1e-150' AS double precision) THEN CAST('0e0' AS double precision) ELSE (x0 - CAST('0.1e0' AS double precision)) END END AS d0,
  CASE WHEN x1 > CAST('-Infinity' AS double precision) AND x1 < CAST('Infinity' AS double precision) THEN 0 END AS b1,
  CASE WHEN x1 > CAST('-Infinity' AS double precision) AND x1 < CAST('Infinity' AS double precision) THEN CASE WHEN (x1 - CAST('0e0' AS double precision)) > CAST('1e150' AS double precision) THEN CAST('Infinity' AS double precision) WHEN (x1 - CAST('0e0' AS double precision)) < CAST('-1e150' AS double precision) THEN CAST('-Infinity' AS double precision) WHEN abs((x1 - CAST('0e0' AS double precision))) < CAST('1e-150' AS double precision) THEN CAST('0e0' AS double precision) ELSE (x1 - CAST('0e0' AS double precision)) END END AS d1,
  CASE WHEN x4 > CAST('-Infinity' AS double precision) AND x4 < CAST('Infinity' AS double precision) THEN CASE WHEN x4 <= CAST('0.5e0' AS double precision) THEN 0 ELSE 1 END END AS b4,
  CASE WHEN x4 > CAST('-Infinity' AS double precision) AND x4 < CAST('Infinity' AS double precision) THEN CASE WHEN (x4 - CAST('0.5e0' AS double precision)) > CAST('1e150' AS double precision) THEN CAST('Infinity' AS double precision) WHEN (x4 - CAST('0.5e0' AS double precision)) < CAST('-1e150' AS double precision) THEN CAST('-Infinity' AS double precision) WHEN abs((x4 - CAST('0.5e0' AS double precision))) < CAST('1e-150' AS double precision) THEN CAST('0e0' AS double precision) ELSE (x4 - CAST('0.5e0' AS double precision)) END END AS d4,
  CASE WHEN x5 > CAST('-Infinity' AS double precision) AND x5 < CAST('Infinity' AS double precision) THEN CASE WHEN x5 <= CAST('1704067200000e0' AS double precision) THEN 0 ELSE 1 END END AS b5,
  CASE WHEN x5 > CAST('-Infinity' AS double precision) AND x5 < CAST('Infinity' AS double precision) THEN CASE WHEN (x5 - CAST('1704067200000e0' AS double precision)) > CAST('1e150' AS double precision) THEN CAST('Infinity' AS double precision) WHEN (x5 - CAST('1704067200000e0' AS double precision)) < CAST('-1e150' AS double precision) THEN CAST('-Infinity' AS double precision) WHEN abs((x5 - CAST('1704067200000e0' AS double precision))) < CAST('1e-150' AS double precision) THEN CAST('0e0' AS double precision) ELSE (x5 - CAST('1704067200000e0' AS double precision)) END END AS d5
FROM pl_raw
),
pl_names AS (
SELECT * FROM (VALUES (0, E'`a"b\\'), (1, '__proto__'), (2, 'x''; DROP TABLE y; --'), (3, 'guess
of it'), (4, 'p'), (5, 'Zeit ⏱'), (6, 'note')) AS v(c, name)
),
pl_said AS (
SELECT * FROM (VALUES ('column', E'`a"b\\', 'feature', 'number', 0, CAST('0.1e0' AS double precision)), ('column', '__proto__', 'feature', 'number', 1, CAST('0e0' AS double precision)), ('column', 'x''; DROP TABLE y; --', 'target', 'category', 2, CAST('0e0' AS double precision)), ('telling', 'x''; DROP TABLE y; --', CAST(NULL AS text), '', 0, CAST(NULL AS double precision)), ('telling', 'x''; DROP TABLE y; --', CAST(NULL AS text), E'it\'s\\', 1, CAST(NULL AS double precision)), ('column', 'guess
of it', 'prediction', 'boolean', 3, CAST('0e0' AS double precision)), ('column', 'p', 'probability', 'number', 4, CAST('0.5e0' AS double precision)), ('probability', 'p', CAST(NULL AS text), E'it\'s\\', 0, CAST(NULL AS double precision)), ('column', 'Zeit ⏱', 'time', 'time', 5, CAST('1704067200000e0' AS double precision)), ('column', 'note', 'ignored', 'text', 6, CAST('0e0' AS double precision))) AS v(kind, name, other, label, bin, total)
),
pl_edges AS (
SELECT * FROM (VALUES (0, 0, CAST('-1.5e0' AS double precision)), (0, 1, CAST('0.1e0' AS double precision)), (0, 2, CAST('1e21' AS double precision)), (4, 0, CAST('0.5e0' AS double precision)), (5, 0, CAST('1704067200000e0' AS double precision))) AS v(c, bin, x)
),
pl_clock AS (
SELECT * FROM (VALUES (0, '00:00:00'), (1, '12:00:00')) AS v(slot, clock)
),
pl_wide0 AS (
SELECT day,
  slot,
  segment,
  count(*) AS n,
  count(x0) AS v0,
  count(b0) AS f0,
  count(CASE WHEN x0 = CAST('Infinity' AS double precision) THEN 1 END) AS p0,
  count(CASE WHEN x0 = CAST('-Infinity' AS double precision) THEN 1 END) AS m0,
  sum(b0) AS s0,
  count(x1) AS v1,
  count(b1) AS f1,
  count(CASE WHEN x1 = CAST('Infinity' AS double precision) THEN 1 END) AS p1,
  count(CASE WHEN x1 = CAST('-Infinity' AS double precision) THEN 1 END) AS m1,
  sum(b1) AS s1,
  count(x4) AS v4,
  count(b4) AS f4,
  count(CASE WHEN x4 = CAST('Infinity' AS double precision) THEN 1 END) AS p4,
  count(CASE WHEN x4 = CAST('-Infinity' AS double precision) THEN 1 END) AS m4,
  sum(b4) AS s4,
  count(x5) AS v5,
  count(b5) AS f5,
  count(CASE WHEN x5 = CAST('Infinity' AS double precision) THEN 1 END) AS p5,
  count(CASE WHEN x5 = CAST('-Infinity' AS double precision) THEN 1 END) AS m5,
  count(l2) AS v2,
  count(CASE WHEN l2 = '' THEN 1 END) AS t2_0,
  count(CASE WHEN l2 = E'it\'s\\' THEN 1 END) AS t2_1,
  count(l3) AS v3,
  count(l6) AS v6
FROM pl_rows
GROUP BY day, slot, segment
),
pl_long0 AS (
SELECT day, slot, segment, u.*
FROM pl_wide0 CROSS JOIN LATERAL (VALUES ('summary', CAST(NULL AS bigint), CAST(NULL AS text), CAST(n AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('rows', CAST(NULL AS bigint), CAST(NULL AS text), CAST(n AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(0 AS bigint), CAST(NULL AS text), CAST(n - v0 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('nan', CAST(0 AS bigint), CAST(NULL AS text), CAST(v0 - f0 - p0 - m0 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('positive-infinity', CAST(0 AS bigint), CAST(NULL AS text), CAST(p0 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('negative-infinity', CAST(0 AS bigint), CAST(NULL AS text), CAST(m0 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('stretch', CAST(0 AS bigint), CAST(NULL AS text), CAST(f0 AS bigint), CAST(s0 AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(1 AS bigint), CAST(NULL AS text), CAST(n - v1 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('nan', CAST(1 AS bigint), CAST(NULL AS text), CAST(v1 - f1 - p1 - m1 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('positive-infinity', CAST(1 AS bigint), CAST(NULL AS text), CAST(p1 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('negative-infinity', CAST(1 AS bigint), CAST(NULL AS text), CAST(m1 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('stretch', CAST(1 AS bigint), CAST(NULL AS text), CAST(f1 AS bigint), CAST(s1 AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(4 AS bigint), CAST(NULL AS text), CAST(n - v4 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('nan', CAST(4 AS bigint), CAST(NULL AS text), CAST(v4 - f4 - p4 - m4 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('positive-infinity', CAST(4 AS bigint), CAST(NULL AS text), CAST(p4 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('negative-infinity', CAST(4 AS bigint), CAST(NULL AS text), CAST(m4 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('stretch', CAST(4 AS bigint), CAST(NULL AS text), CAST(f4 AS bigint), CAST(s4 AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(5 AS bigint), CAST(NULL AS text), CAST(n - v5 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('nan', CAST(5 AS bigint), CAST(NULL AS text), CAST(v5 - f5 - p5 - m5 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('positive-infinity', CAST(5 AS bigint), CAST(NULL AS text), CAST(p5 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('negative-infinity', CAST(5 AS bigint), CAST(NULL AS text), CAST(m5 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(2 AS bigint), CAST(NULL AS text), CAST(n - v2 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('stretch', CAST(2 AS bigint), CAST(NULL AS text), CAST(v2 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('level-stretch', CAST(2 AS bigint), CAST('' AS text), CAST(t2_0 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('level-stretch', CAST(2 AS bigint), CAST(E'it\'s\\' AS text), CAST(t2_1 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(3 AS bigint), CAST(NULL AS text), CAST(n - v3 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('stretch', CAST(3 AS bigint), CAST(NULL AS text), CAST(v3 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision)), ('missing', CAST(6 AS bigint), CAST(NULL AS text), CAST(n - v6 AS bigint), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision), CAST(NULL AS double precision))) AS u(kind, c, label, n, total, squares, low, high)
),
pl_sums AS (
SELECT kind, day, slot, segment, c, label, sum(n) AS n,
  sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high
FROM (
  SELECT kind, c, label, n, total, squares, low, high,
    CASE WHEN kind = 'summary' THEN NULL ELSE day END AS day,
    CASE WHEN kind IN ('stretch', 'level-stretch', 'error') THEN slot END AS slot,
    CASE WHEN kind = 'summary' THEN NULL ELSE segment END AS segment
  FROM (
SELECT day, slot, segment, kind, c, label, n, total, squares, low, high FROM pl_long0
UNION ALL
SELECT CAST(NULL AS bigint) AS day, CAST(NULL AS bigint) AS slot, CAST(NULL AS text) AS segment, 'summary' AS kind, CAST(NULL AS bigint) AS c, CAST(NULL AS text) AS label, CAST(0 AS bigint) AS n, CAST(NULL AS double precision) AS total, CAST(NULL AS double precision) AS squares, CAST(NULL AS double precision) AS low, CAST(NULL AS double precision) AS high
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ('stretch', 'level-stretch')
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = 'summary'
),
pl_cells AS NOT MATERIALIZED (
SELECT day, segment, u.*
FROM pl_rows CROSS JOIN LATERAL (VALUES (0, b0, x0, d0), (1, b1, x1, d1), (4, b4, x4, d4), (5, b5, x5, d5)) AS u(c, b, x, d)
),
pl_bins AS (
SELECT day, segment, c, b, count(*) AS n, sum(d) AS total, sum(d * d) AS squares, min(x) AS low, max(x) AS high
FROM pl_cells
WHERE b IS NOT NULL
GROUP BY day, segment, c, b
),
pl_whole AS (
SELECT c, b, sum(n) AS n, sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high
FROM pl_bins
GROUP BY c, b
),
pl_days AS (
SELECT day, segment, c, sum(n) AS n, sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high
FROM pl_bins
GROUP BY day, segment, c
),
pl_labels AS NOT MATERIALIZED (
SELECT day, segment, u.*
FROM pl_rows CROSS JOIN LATERAL (VALUES (2, l2), (3, l3)) AS u(c, l)
),
pl_levels AS (
SELECT day, segment, c, l, count(*) AS n
FROM pl_labels
WHERE l IS NOT NULL
GROUP BY day, segment, c, l
),
pl_ranked AS (
SELECT day, segment, c, n, different, CASE WHEN place <= 3 THEN l END AS l
FROM (
  SELECT day, segment, c, l, n, 1 AS different, dense_rank() OVER (PARTITION BY c ORDER BY everywhere DESC, l) AS place
  FROM (SELECT day, segment, c, l, n, sum(n) OVER (PARTITION BY c, l) AS everywhere FROM pl_levels) pl_weighed
) pl_placed
),
pl_listed AS (
SELECT day, segment, c, l, sum(n) AS n, sum(different) AS different
FROM pl_ranked
GROUP BY day, segment, c, l
),
pl_different AS (
SELECT count(l6) AS v6, count(DISTINCT l6) AS n6
FROM pl_raw
),
pl_texts AS (
SELECT u.*
FROM pl_different CROSS JOIN LATERAL (VALUES (6, CASE WHEN n6 > v6 THEN v6 ELSE n6 END)) AS u(c, n)
),
pl_products0 AS (
SELECT count(d0 * d1) AS n0_1, sum(d0 * d1) AS p0_1, count(d0 * d4) AS n0_4, sum(d0 * d4) AS p0_4, count(d1 * d4) AS n1_4, sum(d1 * d4) AS p1_4
FROM pl_rows
),
pl_pairs0 AS (
SELECT u.*
FROM pl_products0 CROSS JOIN LATERAL (VALUES (0, 1, n0_1, p0_1), (0, 4, n0_4, p0_4), (1, 4, n1_4, p1_4)) AS u(c, o, n, total)
),
pl_gaps AS NOT MATERIALIZED (
SELECT d0, d1, d4
FROM pl_rows
WHERE d0 IS NULL OR d1 IS NULL OR d4 IS NULL
),
pl_gap AS NOT MATERIALIZED (
SELECT d0, d1, d4, u.*
FROM pl_gaps CROSS JOIN LATERAL (VALUES (0, CASE WHEN d0 IS NULL THEN 0 ELSE 1 END), (1, CASE WHEN d1 IS NULL THEN 0 ELSE 1 END), (4, CASE WHEN d4 IS NULL THEN 0 ELSE 1 END)) AS u(j, present)
),
pl_with AS (
SELECT -1 AS j, count(d0) AS n0, sum(d0) AS s0, sum(d0 * d0) AS q0, count(d1) AS n1, sum(d1) AS s1, sum(d1 * d1) AS q1, count(d4) AS n4, sum(d4) AS s4, sum(d4 * d4) AS q4
FROM pl_rows
WHERE d0 IS NOT NULL AND d1 IS NOT NULL AND d4 IS NOT NULL
UNION ALL
SELECT j, count(d0) AS n0, sum(d0) AS s0, sum(d0 * d0) AS q0, count(d1) AS n1, sum(d1) AS s1, sum(d1 * d1) AS q1, count(d4) AS n4, sum(d4) AS s4, sum(d4 * d4) AS q4
FROM pl_gap
WHERE present = 1
GROUP BY j
),
pl_lists AS (
SELECT j, u.*
FROM pl_with CROSS JOIN LATERAL (VALUES (0, CAST(n0 AS bigint), s0, q0), (1, CAST(n1 AS bigint), s1, q1), (4, CAST(n4 AS bigint), s4, q4)) AS u(c, n, s, q)
),
pl_others AS (
SELECT * FROM (VALUES (0), (1), (4)) AS v(o)
),
pl_paired AS (
SELECT c, o, sum(n) AS n, COALESCE(sum(s), CAST('0e0' AS double precision)) AS total, COALESCE(sum(q), CAST('0e0' AS double precision)) AS squares
FROM pl_lists CROSS JOIN pl_others
WHERE c <> o AND (j < 0 OR j = o)
GROUP BY c, o
),
pl_confusion AS (
SELECT day, segment, l2 AS l, l3 AS o, count(*) AS n
FROM pl_rows
WHERE l2 IS NOT NULL AND l3 IS NOT NULL
GROUP BY day, segment, l2, l3
),
pl_probabilities AS NOT MATERIALIZED (
SELECT day, segment, l2, u.*
FROM pl_rows CROSS JOIN LATERAL (VALUES (4, x4)) AS u(c, x)
),
pl_scored AS NOT MATERIALIZED (
SELECT day, segment, l2 AS l, c, x, CASE WHEN x >= CAST('1e0' AS double precision) THEN 999 ELSE CAST(floor(x * CAST('1000e0' AS double precision)) AS bigint) END AS b
FROM pl_probabilities
WHERE x >= CAST('0e0' AS double precision) AND x <= CAST('1e0' AS double precision) AND l2 IS NOT NULL
),
pl_scores AS (
SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b
)
SELECT * FROM (
SELECT CAST(pl_said.kind AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(pl_said.name AS text) AS "name", CAST(pl_said.other AS text) AS "other", CAST(pl_said.label AS text) AS "label", CAST(pl_said.bin AS bigint) AS "bin", CAST(NULL AS bigint) AS "n", CAST(pl_said.total AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_said
UNION ALL
SELECT CAST('edge' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(pl_names.name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(bin AS bigint) AS "bin", CAST(NULL AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(x AS double precision) AS "least", CAST(x AS double precision) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST(kind AS text) AS "kind", CAST(CASE WHEN pl_sums.slot IS NULL THEN to_char(DATE '1970-01-01' + CAST(pl_sums.day AS integer), 'YYYY-MM-DD') ELSE to_char(DATE '1970-01-01' + CAST(pl_sums.day AS integer), 'YYYY-MM-DD') || ' ' || clock END AS text) AS "period", CAST(segment AS text) AS "segment", CAST(CASE WHEN kind = 'summary' THEN 'plumbline-summary-file/1' ELSE CASE WHEN kind = 'error' THEN label ELSE name END END AS text) AS "name", CAST(CASE WHEN kind = 'summary' THEN 'postgres' ELSE NULL END AS text) AS "other", CAST(CASE WHEN kind = 'level-stretch' THEN label ELSE NULL END AS text) AS "label", CAST(CASE WHEN kind = 'summary' THEN 2 ELSE NULL END AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(total AS double precision) AS "total", CAST(squares AS double precision) AS "squares", CAST(low AS double precision) AS "least", CAST(high AS double precision) AS "greatest"
FROM pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot
UNION ALL
SELECT CAST('bin' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(b AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(total AS double precision) AS "total", CAST(squares AS double precision) AS "squares", CAST(low AS double precision) AS "least", CAST(high AS double precision) AS "greatest"
FROM pl_whole JOIN pl_names ON pl_names.c = pl_whole.c
UNION ALL
SELECT CAST('day' AS text) AS "kind", CAST(to_char(DATE '1970-01-01' + CAST(pl_days.day AS integer), 'YYYY-MM-DD') AS text) AS "period", CAST(segment AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(NULL AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(total AS double precision) AS "total", CAST(squares AS double precision) AS "squares", CAST(low AS double precision) AS "least", CAST(high AS double precision) AS "greatest"
FROM pl_days JOIN pl_names ON pl_names.c = pl_days.c
UNION ALL
SELECT CAST('day-bin' AS text) AS "kind", CAST(to_char(DATE '1970-01-01' + CAST(pl_bins.day AS integer), 'YYYY-MM-DD') AS text) AS "period", CAST(segment AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(b AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_bins JOIN pl_names ON pl_names.c = pl_bins.c
UNION ALL
SELECT CAST(CASE WHEN l IS NULL THEN 'rest' ELSE 'level' END AS text) AS "kind", CAST(to_char(DATE '1970-01-01' + CAST(pl_listed.day AS integer), 'YYYY-MM-DD') AS text) AS "period", CAST(segment AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(l AS text) AS "label", CAST(CASE WHEN l IS NULL THEN different END AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_listed JOIN pl_names ON pl_names.c = pl_listed.c
UNION ALL
SELECT CAST('distinct' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(NULL AS text) AS "label", CAST(NULL AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_texts JOIN pl_names ON pl_names.c = pl_texts.c
UNION ALL
SELECT CAST('product' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(pl_names.name AS text) AS "name", CAST(pl_other.name AS text) AS "other", CAST(NULL AS text) AS "label", CAST(NULL AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(COALESCE(total, 0) AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_pairs0 JOIN pl_names ON pl_names.c = pl_pairs0.c JOIN pl_names pl_other ON pl_other.c = pl_pairs0.o
UNION ALL
SELECT CAST('paired' AS text) AS "kind", CAST(NULL AS text) AS "period", CAST(NULL AS text) AS "segment", CAST(pl_names.name AS text) AS "name", CAST(pl_other.name AS text) AS "other", CAST(NULL AS text) AS "label", CAST(NULL AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(total AS double precision) AS "total", CAST(squares AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_paired JOIN pl_names ON pl_names.c = pl_paired.c JOIN pl_names pl_other ON pl_other.c = pl_paired.o
UNION ALL
SELECT CAST('confusion' AS text) AS "kind", CAST(to_char(DATE '1970-01-01' + CAST(pl_confusion.day AS integer), 'YYYY-MM-DD') AS text) AS "period", CAST(segment AS text) AS "segment", CAST(NULL AS text) AS "name", CAST(o AS text) AS "other", CAST(l AS text) AS "label", CAST(NULL AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(NULL AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_confusion
UNION ALL
SELECT CAST('score' AS text) AS "kind", CAST(to_char(DATE '1970-01-01' + CAST(pl_scores.day AS integer), 'YYYY-MM-DD') AS text) AS "period", CAST(segment AS text) AS "segment", CAST(name AS text) AS "name", CAST(NULL AS text) AS "other", CAST(l AS text) AS "label", CAST(b AS bigint) AS "bin", CAST(n AS bigint) AS "n", CAST(total AS double precision) AS "total", CAST(NULL AS double precision) AS "squares", CAST(NULL AS double precision) AS "least", CAST(NULL AS double precision) AS "greatest"
FROM pl_scores JOIN pl_names ON pl_names.c = pl_scores.c
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment";
