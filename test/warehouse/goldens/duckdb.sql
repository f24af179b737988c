WITH pl_raw AS NOT MATERIALIZED (
SELECT CAST(source."`a""b\" AS DOUBLE) AS x0,
  CAST(source."__proto__" AS DOUBLE) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS VARCHAR) AS l2,
  CASE WHEN source."guess
of it" THEN 'true' WHEN NOT source."guess
of it" THEN 'false' END AS l3,
  CAST(source."p" AS DOUBLE) AS x4,
  CAST(epoch_us(source."Zeit ⏱") / 1e3 AS DOUBLE) AS x5,
  CAST(source."note" AS VARCHAR) AS l6,
  CAST(source."line" AS VARCHAR) AS segment
FROM "plant"."read""ings`" source
),
pl_names AS (
SELECT unnest([0, 1, 2, 3, 4, 5, 6]) AS c, unnest(['`a"b\', '__proto__', 'x''; DROP TABLE y; --', 'guess
of it', 'p', 'Zeit ⏱', 'note']) AS name
),
pl_cells AS NOT MATERIALIZED (
SELECT unnest([0, 1, 4, 5]) AS c, unnest([x0, x1, x4, x5]) AS x
FROM pl_raw
),
pl_values AS NOT MATERIALIZED (
SELECT c, x FROM pl_cells WHERE x > CAST('-Infinity' AS DOUBLE) AND x < CAST('Infinity' AS DOUBLE)
),
pl_spread AS (
SELECT c, min(x) AS low, max(x) AS high, approx_count_distinct(x) AS different FROM pl_values GROUP BY c
),
pl_quantiles AS (
SELECT c, unnest(q) AS x FROM (SELECT c, approx_quantile(x, [0.5]) AS q FROM pl_values GROUP BY c)
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
SELECT unnest([2, 3]) AS c, unnest([l2, l3]) AS l
FROM pl_raw
),
pl_telling AS (
SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted
)
SELECT * FROM (
SELECT CAST('edge' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(place AS BIGINT) AS "bin", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(x AS DOUBLE) AS "least", CAST(x AS DOUBLE) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST('telling' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(l AS VARCHAR) AS "label", CAST(place AS BIGINT) AS "bin", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < 2
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment";

WITH pl_raw AS NOT MATERIALIZED (
SELECT CAST(source."`a""b\" AS DOUBLE) AS x0,
  CAST(source."__proto__" AS DOUBLE) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS VARCHAR) AS l2,
  CASE WHEN source."guess
of it" THEN 'true' WHEN NOT source."guess
of it" THEN 'false' END AS l3,
  CAST(source."p" AS DOUBLE) AS x4,
  CAST(epoch_us(source."Zeit ⏱") / 1e3 AS DOUBLE) AS x5,
  CAST(source."note" AS VARCHAR) AS l6,
  CAST(source."line" AS VARCHAR) AS segment
FROM "plant"."read""ings`" source
),
pl_rows AS NOT MATERIALIZED (
SELECT pl_raw.*,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CAST(floor(x5 / (86400000e0)) AS BIGINT) END AS day,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CAST(floor(x5 / (43200000e0)) - floor(x5 / (86400000e0)) * (2e0) AS BIGINT) END AS slot,
  CASE WHEN x0 > CAST('-Infinity' AS DOUBLE) AND x0 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x0 <= (0.1e0) THEN CASE WHEN x0 <= (-1.5e0) THEN 0 ELSE 1 END ELSE CASE WHEN x0 <= (1e21) THEN 2 ELSE 3 END END END AS b0,
  CASE WHEN x0 > CAST('-Infinity' AS DOUBLE) AND x0 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x0 - (0.1e0)) > (1e150) THEN CAST('Infinity' AS DOUBLE) WHEN (x0 - (0.1e0)) < (-1e150) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x0 - (0.1e0))) < (1e-150) THEN (0e0) ELSE (x0 - (0.1e0)) END END AS d0,
  CASE WHEN x1 > CAST('-Infinity' AS DOUBLE) AND x1 < CAST('Infinity' AS DOUBLE) THEN 0 END AS b1,
  CASE WHEN x1 > CAST('-Infinity' AS DOUBLE) AND x1 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x1 - (0e0)) > (1e150) THEN CAST('Infinity' AS DOUBLE) WHEN (x1 - (0e0)) < (-1e150) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x1 - (0e0))) < (1e-150) THEN (0e0) ELSE (x1 - (0e0)) END END AS d1,
  CASE WHEN x4 > CAST('-Infinity' AS DOUBLE) AND x4 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x4 <= (0.5e0) THEN 0 ELSE 1 END END AS b4,
  CASE WHEN x4 > CAST('-Infinity' AS DOUBLE) AND x4 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x4 - (0.5e0)) > (1e150) THEN CAST('Infinity' AS DOUBLE) WHEN (x4 - (0.5e0)) < (-1e150) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x4 - (0.5e0))) < (1e-150) THEN (0e0) ELSE (x4 - (0.5e0)) END END AS d4,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x5 <= (1704067200000e0) THEN 0 ELSE 1 END END AS b5,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x5 - (1704067200000e0)) > (1e150) THEN CAST('Infinity' AS DOUBLE) WHEN (x5 - (1704067200000e0)) < (-1e150) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x5 - (1704067200000e0))) < (1e-150) THEN (0e0) ELSE (x5 - (1704067200000e0)) END END AS d5
FROM pl_raw
),
pl_names AS (
SELECT unnest([0, 1, 2, 3, 4, 5, 6]) AS c, unnest(['`a"b\', '__proto__', 'x''; DROP TABLE y; --', 'guess
of it', 'p', 'Zeit ⏱', 'note']) AS name
),
pl_said AS (
SELECT unnest(['column', 'column', 'column', 'telling', 'telling', 'column', 'column', 'probability', 'column', 'column']) AS kind, unnest(['`a"b\', '__proto__', 'x''; DROP TABLE y; --', 'x''; DROP TABLE y; --', 'x''; DROP TABLE y; --', 'guess
of it', 'p', 'p', 'Zeit ⏱', 'note']) AS name, unnest(['feature', 'feature', 'target', CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), 'prediction', 'probability', CAST(NULL AS VARCHAR), 'time', 'ignored']) AS other, unnest(['number', 'number', 'category', '', 'it''s\', 'boolean', 'number', 'it''s\', 'time', 'text']) AS label, unnest([0, 1, 2, 0, 1, 3, 4, 0, 5, 6]) AS bin, unnest([(0.1e0), (0e0), (0e0), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), (0e0), (0.5e0), CAST(NULL AS DOUBLE), (1704067200000e0), (0e0)]) AS total
),
pl_edges AS (
SELECT unnest([0, 0, 0, 4, 5]) AS c, unnest([0, 1, 2, 0, 0]) AS bin, unnest([(-1.5e0), (0.1e0), (1e21), (0.5e0), (1704067200000e0)]) AS x
),
pl_clock AS (
SELECT unnest([0, 1]) AS slot, unnest(['00:00:00', '12:00:00']) AS clock
),
pl_wide0 AS (
SELECT day,
  slot,
  segment,
  count(*) AS n,
  count(x0) AS v0,
  count(b0) AS f0,
  count(CASE WHEN x0 = CAST('Infinity' AS DOUBLE) THEN 1 END) AS p0,
  count(CASE WHEN x0 = CAST('-Infinity' AS DOUBLE) THEN 1 END) AS m0,
  sum(b0) AS s0,
  count(x1) AS v1,
  count(b1) AS f1,
  count(CASE WHEN x1 = CAST('Infinity' AS DOUBLE) THEN 1 END) AS p1,
  count(CASE WHEN x1 = CAST('-Infinity' AS DOUBLE) THEN 1 END) AS m1,
  sum(b1) AS s1,
  count(x4) AS v4,
  count(b4) AS f4,
  count(CASE WHEN x4 = CAST('Infinity' AS DOUBLE) THEN 1 END) AS p4,
  count(CASE WHEN x4 = CAST('-Infinity' AS DOUBLE) THEN 1 END) AS m4,
  sum(b4) AS s4,
  count(x5) AS v5,
  count(b5) AS f5,
  count(CASE WHEN x5 = CAST('Infinity' AS DOUBLE) THEN 1 END) AS p5,
  count(CASE WHEN x5 = CAST('-Infinity' AS DOUBLE) THEN 1 END) AS m5,
  count(l2) AS v2,
  count(CASE WHEN l2 = '' THEN 1 END) AS t2_0,
  count(CASE WHEN l2 = 'it''s\' THEN 1 END) AS t2_1,
  count(l3) AS v3,
  count(l6) AS v6
FROM pl_rows
GROUP BY day, slot, segment
),
pl_long0 AS (
SELECT day, slot, segment, unnest(['summary', 'rows', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'missing', 'stretch', 'level-stretch', 'level-stretch', 'missing', 'stretch', 'missing']) AS kind, unnest([CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(4 AS BIGINT), CAST(4 AS BIGINT), CAST(4 AS BIGINT), CAST(4 AS BIGINT), CAST(4 AS BIGINT), CAST(5 AS BIGINT), CAST(5 AS BIGINT), CAST(5 AS BIGINT), CAST(5 AS BIGINT), CAST(2 AS BIGINT), CAST(2 AS BIGINT), CAST(2 AS BIGINT), CAST(2 AS BIGINT), CAST(3 AS BIGINT), CAST(3 AS BIGINT), CAST(6 AS BIGINT)]) AS c, unnest([CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST('' AS VARCHAR), CAST('it''s\' AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)]) AS label, unnest([CAST(n AS BIGINT), CAST(n AS BIGINT), CAST(n - v0 AS BIGINT), CAST(v0 - f0 - p0 - m0 AS BIGINT), CAST(p0 AS BIGINT), CAST(m0 AS BIGINT), CAST(f0 AS BIGINT), CAST(n - v1 AS BIGINT), CAST(v1 - f1 - p1 - m1 AS BIGINT), CAST(p1 AS BIGINT), CAST(m1 AS BIGINT), CAST(f1 AS BIGINT), CAST(n - v4 AS BIGINT), CAST(v4 - f4 - p4 - m4 AS BIGINT), CAST(p4 AS BIGINT), CAST(m4 AS BIGINT), CAST(f4 AS BIGINT), CAST(n - v5 AS BIGINT), CAST(v5 - f5 - p5 - m5 AS BIGINT), CAST(p5 AS BIGINT), CAST(m5 AS BIGINT), CAST(n - v2 AS BIGINT), CAST(v2 AS BIGINT), CAST(t2_0 AS BIGINT), CAST(t2_1 AS BIGINT), CAST(n - v3 AS BIGINT), CAST(v3 AS BIGINT), CAST(n - v6 AS BIGINT)]) AS n, unnest([CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(s0 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(s1 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(s4 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)]) AS total, unnest([CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)]) AS squares, unnest([CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)]) AS low, unnest([CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)]) AS high
FROM pl_wide0
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
SELECT CAST(NULL AS BIGINT) AS day, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS VARCHAR) AS segment, 'summary' AS kind, CAST(NULL AS BIGINT) AS c, CAST(NULL AS VARCHAR) AS label, CAST(0 AS BIGINT) AS n, CAST(NULL AS DOUBLE) AS total, CAST(NULL AS DOUBLE) AS squares, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ('stretch', 'level-stretch')
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = 'summary'
),
pl_cells AS NOT MATERIALIZED (
SELECT day, segment, unnest([0, 1, 4, 5]) AS c, unnest([b0, b1, b4, b5]) AS b, unnest([x0, x1, x4, x5]) AS x, unnest([d0, d1, d4, d5]) AS d
FROM pl_rows
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
SELECT day, segment, unnest([2, 3]) AS c, unnest([l2, l3]) AS l
FROM pl_rows
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
SELECT count(l6) AS v6, approx_count_distinct(l6) AS n6
FROM pl_raw
),
pl_texts AS (
SELECT unnest([6]) AS c, unnest([CASE WHEN n6 > v6 THEN v6 ELSE n6 END]) AS n
FROM pl_different
),
pl_products0 AS (
SELECT count(d0 * d1) AS n0_1, sum(d0 * d1) AS p0_1, count(d0 * d4) AS n0_4, sum(d0 * d4) AS p0_4, count(d1 * d4) AS n1_4, sum(d1 * d4) AS p1_4
FROM pl_rows
),
pl_pairs0 AS (
SELECT unnest([0, 0, 1]) AS c, unnest([1, 4, 4]) AS o, unnest([n0_1, n0_4, n1_4]) AS n, unnest([p0_1, p0_4, p1_4]) AS total
FROM pl_products0
),
pl_gaps AS NOT MATERIALIZED (
SELECT d0, d1, d4
FROM pl_rows
WHERE d0 IS NULL OR d1 IS NULL OR d4 IS NULL
),
pl_gap AS NOT MATERIALIZED (
SELECT d0, d1, d4, unnest([0, 1, 4]) AS j, unnest([CASE WHEN d0 IS NULL THEN 0 ELSE 1 END, CASE WHEN d1 IS NULL THEN 0 ELSE 1 END, CASE WHEN d4 IS NULL THEN 0 ELSE 1 END]) AS present
FROM pl_gaps
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
SELECT j, unnest([0, 1, 4]) AS c, unnest([CAST(n0 AS BIGINT), CAST(n1 AS BIGINT), CAST(n4 AS BIGINT)]) AS n, unnest([s0, s1, s4]) AS s, unnest([q0, q1, q4]) AS q
FROM pl_with
),
pl_others AS (
SELECT unnest([0, 1, 4]) AS o
),
pl_paired AS (
SELECT c, o, sum(n) AS n, COALESCE(sum(s), (0e0)) AS total, COALESCE(sum(q), (0e0)) AS squares
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
SELECT day, segment, l2, unnest([4]) AS c, unnest([x4]) AS x
FROM pl_rows
),
pl_scored AS NOT MATERIALIZED (
SELECT day, segment, l2 AS l, c, x, CASE WHEN x >= (1e0) THEN 999 ELSE CAST(floor(x * (1000e0)) AS BIGINT) END AS b
FROM pl_probabilities
WHERE x >= (0e0) AND x <= (1e0) AND l2 IS NOT NULL
),
pl_scores AS (
SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b
)
SELECT * FROM (
SELECT CAST(pl_said.kind AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(pl_said.name AS VARCHAR) AS "name", CAST(pl_said.other AS VARCHAR) AS "other", CAST(pl_said.label AS VARCHAR) AS "label", CAST(pl_said.bin AS BIGINT) AS "bin", CAST(NULL AS BIGINT) AS "n", CAST(pl_said.total AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_said
UNION ALL
SELECT CAST('edge' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(pl_names.name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(bin AS BIGINT) AS "bin", CAST(NULL AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(x AS DOUBLE) AS "least", CAST(x AS DOUBLE) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST(kind AS VARCHAR) AS "kind", CAST(CASE WHEN pl_sums.slot IS NULL THEN CAST(DATE '1970-01-01' + CAST(pl_sums.day AS INTEGER) AS VARCHAR) ELSE CAST(DATE '1970-01-01' + CAST(pl_sums.day AS INTEGER) AS VARCHAR) || ' ' || clock END AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(CASE WHEN kind = 'summary' THEN 'plumbline-summary-file/1' ELSE CASE WHEN kind = 'error' THEN label ELSE name END END AS VARCHAR) AS "name", CAST(CASE WHEN kind = 'summary' THEN 'duckdb' ELSE NULL END AS VARCHAR) AS "other", CAST(CASE WHEN kind = 'level-stretch' THEN label ELSE NULL END AS VARCHAR) AS "label", CAST(CASE WHEN kind = 'summary' THEN 2 ELSE NULL END AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(total AS DOUBLE) AS "total", CAST(squares AS DOUBLE) AS "squares", CAST(low AS DOUBLE) AS "least", CAST(high AS DOUBLE) AS "greatest"
FROM pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot
UNION ALL
SELECT CAST('bin' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(b AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(total AS DOUBLE) AS "total", CAST(squares AS DOUBLE) AS "squares", CAST(low AS DOUBLE) AS "least", CAST(high AS DOUBLE) AS "greatest"
FROM pl_whole JOIN pl_names ON pl_names.c = pl_whole.c
UNION ALL
SELECT CAST('day' AS VARCHAR) AS "kind", CAST(CAST(DATE '1970-01-01' + CAST(pl_days.day AS INTEGER) AS VARCHAR) AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(NULL AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(total AS DOUBLE) AS "total", CAST(squares AS DOUBLE) AS "squares", CAST(low AS DOUBLE) AS "least", CAST(high AS DOUBLE) AS "greatest"
FROM pl_days JOIN pl_names ON pl_names.c = pl_days.c
UNION ALL
SELECT CAST('day-bin' AS VARCHAR) AS "kind", CAST(CAST(DATE '1970-01-01' + CAST(pl_bins.day AS INTEGER) AS VARCHAR) AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(b AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_bins JOIN pl_names ON pl_names.c = pl_bins.c
UNION ALL
SELECT CAST(CASE WHEN l IS NULL THEN 'rest' ELSE 'level' END AS VARCHAR) AS "kind", CAST(CAST(DATE '1970-01-01' + CAST(pl_listed.day AS INTEGER) AS VARCHAR) AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(l AS VARCHAR) AS "label", CAST(CASE WHEN l IS NULL THEN different END AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_listed JOIN pl_names ON pl_names.c = pl_listed.c
UNION ALL
SELECT CAST('distinct' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(NULL AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_texts JOIN pl_names ON pl_names.c = pl_texts.c
UNION ALL
SELECT CAST('product' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(pl_names.name AS VARCHAR) AS "name", CAST(pl_other.name AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(NULL AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(COALESCE(total, 0) AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_pairs0 JOIN pl_names ON pl_names.c = pl_pairs0.c JOIN pl_names pl_other ON pl_other.c = pl_pairs0.o
UNION ALL
SELECT CAST('paired' AS VARCHAR) AS "kind", CAST(NULL AS VARCHAR) AS "period", CAST(NULL AS VARCHAR) AS "segment", CAST(pl_names.name AS VARCHAR) AS "name", CAST(pl_other.name AS VARCHAR) AS "other", CAST(NULL AS VARCHAR) AS "label", CAST(NULL AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(total AS DOUBLE) AS "total", CAST(squares AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_paired JOIN pl_names ON pl_names.c = pl_paired.c JOIN pl_names pl_other ON pl_other.c = pl_paired.o
UNION ALL
SELECT CAST('confusion' AS VARCHAR) AS "kind", CAST(CAST(DATE '1970-01-01' + CAST(pl_confusion.day AS INTEGER) AS VARCHAR) AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(NULL AS VARCHAR) AS "name", CAST(o AS VARCHAR) AS "other", CAST(l AS VARCHAR) AS "label", CAST(NULL AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(NULL AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_confusion
UNION ALL
SELECT CAST('score' AS VARCHAR) AS "kind", CAST(CAST(DATE '1970-01-01' + CAST(pl_scores.day AS INTEGER) AS VARCHAR) AS VARCHAR) AS "period", CAST(segment AS VARCHAR) AS "segment", CAST(name AS VARCHAR) AS "name", CAST(NULL AS VARCHAR) AS "other", CAST(l AS VARCHAR) AS "label", CAST(b AS BIGINT) AS "bin", CAST(n AS BIGINT) AS "n", CAST(total AS DOUBLE) AS "total", CAST(NULL AS DOUBLE) AS "squares", CAST(NULL AS DOUBLE) AS "least", CAST(NULL AS DOUBLE) AS "greatest"
FROM pl_scores JOIN pl_names ON pl_names.c = pl_scores.c
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment";
