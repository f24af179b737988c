SET max_query_size = 100000000, max_ast_elements = 10000000, max_expanded_ast_elements = 100000000;
WITH pl_raw AS (
SELECT CAST(source."`a\"b\\" AS Nullable(Float64)) AS x0,
  CAST(source."__proto__" AS Nullable(Float64)) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS Nullable(String)) AS l2,
  CASE WHEN source."guess\nof it" THEN 'true' WHEN NOT source."guess\nof it" THEN 'false' END AS l3,
  CAST(source."p" AS Nullable(Float64)) AS x4,
  CAST(toUnixTimestamp64Micro(toDateTime64(source."Zeit ⏱", 6, 'UTC')) / 1000 AS Nullable(Float64)) AS x5,
  CAST(source."note" AS Nullable(String)) AS l6,
  CAST(source."line" AS Nullable(String)) AS segment
FROM "plant"."read\"ings`" source
),
pl_names AS (
SELECT t.1 AS c, t.2 AS name FROM (SELECT arrayJoin([tuple(0, '`a"b\\'), tuple(1, '__proto__'), tuple(2, 'x\'; DROP TABLE y; --'), tuple(3, 'guess\nof it'), tuple(4, 'p'), tuple(5, 'Zeit ⏱'), tuple(6, 'note')]) AS t)
),
pl_cells AS (
SELECT u0 AS c, u1 AS x
FROM pl_raw
ARRAY JOIN [0, 1, 4, 5] AS u0, [x0, x1, x4, x5] AS u1
),
pl_values AS (
SELECT c, x FROM pl_cells WHERE x > (-inf) AND x < inf
),
pl_spread AS (
SELECT c, min(x) AS low, max(x) AS high, uniq(x) AS different FROM pl_values GROUP BY c
),
pl_quantiles AS (
SELECT c, arrayJoin(q) AS x FROM (SELECT c, quantilesGK(10000, 0.5)(x) AS q FROM pl_values GROUP BY c)
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
pl_labels AS (
SELECT u0 AS c, u1 AS l
FROM pl_raw
ARRAY JOIN [2, 3] AS u0, [l2, l3] AS u1
),
pl_telling AS (
SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted
)
SELECT * FROM (
SELECT CAST('edge' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(place AS Nullable(Int64)) AS "bin", CAST(NULL AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(x AS Nullable(Float64)) AS "least", CAST(x AS Nullable(Float64)) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST('telling' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(l AS Nullable(String)) AS "label", CAST(place AS Nullable(Int64)) AS "bin", CAST(NULL AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < 2
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment"
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1;

SET max_query_size = 100000000, max_ast_elements = 10000000, max_expanded_ast_elements = 100000000;
WITH pl_raw AS (
SELECT CAST(source."`a\"b\\" AS Nullable(Float64)) AS x0,
  CAST(source."__proto__" AS Nullable(Float64)) AS x1,
  CAST(source."x'; DROP TABLE y; --" AS Nullable(String)) AS l2,
  CASE WHEN source."guess\nof it" THEN 'true' WHEN NOT source."guess\nof it" THEN 'false' END AS l3,
  CAST(source."p" AS Nullable(Float64)) AS x4,
  CAST(toUnixTimestamp64Micro(toDateTime64(source."Zeit ⏱", 6, 'UTC')) / 1000 AS Nullable(Float64)) AS x5,
  CAST(source."note" AS Nullable(String)) AS l6,
  CAST(source."line" AS Nullable(String)) AS segment
FROM "plant"."read\"ings`" source
),
pl_rows AS (
SELECT pl_raw.*,
  CASE WHEN x5 > (-inf) AND x5 < inf THEN CAST(floor(x5 / (86400000e0)) AS Nullable(Int64)) END AS day,
  CASE WHEN x5 > (-inf) AND x5 < inf THEN CAST(floor(x5 / (43200000e0)) - floor(x5 / (86400000e0)) * (2e0) AS Nullable(Int64)) END AS slot,
  CASE WHEN x0 > (-inf) AND x0 < inf THEN CASE WHEN x0 <= (0.1e0) THEN CASE WHEN x0 <= (-1.5e0) THEN 0 ELSE 1 END ELSE CASE WHEN x0 <= (1e21) THEN 2 ELSE 3 END END END AS b0,
  CASE WHEN x0 > (-inf) AND x0 < inf THEN CASE WHEN (x0 - (0.1e0)) > (1e150) THEN inf WHEN (x0 - (0.1e0)) < (-1e150) THEN (-inf) WHEN abs((x0 - (0.1e0))) < (1e-150) THEN (0e0) ELSE (x0 - (0.1e0)) END END AS d0,
  CASE WHEN x1 > (-inf) AND x1 < inf THEN 0 END AS b1,
  CASE WHEN x1 > (-inf) AND x1 < inf THEN CASE WHEN (x1 - (0e0)) > (1e150) THEN inf WHEN (x1 - (0e0)) < (-1e150) THEN (-inf) WHEN abs((x1 - (0e0))) < (1e-150) THEN (0e0) ELSE (x1 - (0e0)) END END AS d1,
  CASE WHEN x4 > (-inf) AND x4 < inf THEN CASE WHEN x4 <= (0.5e0) THEN 0 ELSE 1 END END AS b4,
  CASE WHEN x4 > (-inf) AND x4 < inf THEN CASE WHEN (x4 - (0.5e0)) > (1e150) THEN inf WHEN (x4 - (0.5e0)) < (-1e150) THEN (-inf) WHEN abs((x4 - (0.5e0))) < (1e-150) THEN (0e0) ELSE (x4 - (0.5e0)) END END AS d4,
  CASE WHEN x5 > (-inf) AND x5 < inf THEN CASE WHEN x5 <= (1704067200000e0) THEN 0 ELSE 1 END END AS b5,
  CASE WHEN x5 > (-inf) AND x5 < inf THEN CASE WHEN (x5 - (1704067200000e0)) > (1e150) THEN inf WHEN (x5 - (1704067200000e0)) < (-1e150) THEN (-inf) WHEN abs((x5 - (1704067200000e0))) < (1e-150) THEN (0e0) ELSE (x5 - (1704067200000e0)) END END AS d5
FROM pl_raw
),
pl_names AS (
SELECT t.1 AS c, t.2 AS name FROM (SELECT arrayJoin([tuple(0, '`a"b\\'), tuple(1, '__proto__'), tuple(2, 'x\'; DROP TABLE y; --'), tuple(3, 'guess\nof it'), tuple(4, 'p'), tuple(5, 'Zeit ⏱'), tuple(6, 'note')]) AS t)
),
pl_said AS (
SELECT t.1 AS kind, t.2 AS name, t.3 AS other, t.4 AS label, t.5 AS bin, t.6 AS total FROM (SELECT arrayJoin([tuple('column', '`a"b\\', 'feature', 'number', 0, (0.1e0)), tuple('column', '__proto__', 'feature', 'number', 1, (0e0)), tuple('column', 'x\'; DROP TABLE y; --', 'target', 'category', 2, (0e0)), tuple('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS Nullable(String)), '', 0, CAST(NULL AS Nullable(Float64))), tuple('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS Nullable(String)), 'it\'s\\', 1, CAST(NULL AS Nullable(Float64))), tuple('column', 'guess\nof it', 'prediction', 'boolean', 3, (0e0)), tuple('column', 'p', 'probability', 'number', 4, (0.5e0)), tuple('probability', 'p', CAST(NULL AS Nullable(String)), 'it\'s\\', 0, CAST(NULL AS Nullable(Float64))), tuple('column', 'Zeit ⏱', 'time', 'time', 5, (1704067200000e0)), tuple('column', 'note', 'ignored', 'text', 6, (0e0))]) AS t)
),
pl_edges AS (
SELECT t.1 AS c, t.2 AS bin, t.3 AS x FROM (SELECT arrayJoin([tuple(0, 0, (-1.5e0)), tuple(0, 1, (0.1e0)), tuple(0, 2, (1e21)), tuple(4, 0, (0.5e0)), tuple(5, 0, (1704067200000e0))]) AS t)
),
pl_clock AS (
SELECT t.1 AS slot, t.2 AS clock FROM (SELECT arrayJoin([tuple(0, '00:00:00'), tuple(1, '12:00:00')]) AS t)
),
pl_wide0 AS (
SELECT day,
  slot,
  segment,
  count(*) AS n,
  count(x0) AS v0,
  count(b0) AS f0,
  count(CASE WHEN x0 = inf THEN 1 END) AS p0,
  count(CASE WHEN x0 = (-inf) THEN 1 END) AS m0,
  sum(b0) AS s0,
  count(x1) AS v1,
  count(b1) AS f1,
  count(CASE WHEN x1 = inf THEN 1 END) AS p1,
  count(CASE WHEN x1 = (-inf) THEN 1 END) AS m1,
  sum(b1) AS s1,
  count(x4) AS v4,
  count(b4) AS f4,
  count(CASE WHEN x4 = inf THEN 1 END) AS p4,
  count(CASE WHEN x4 = (-inf) THEN 1 END) AS m4,
  sum(b4) AS s4,
  count(x5) AS v5,
  count(b5) AS f5,
  count(CASE WHEN x5 = inf THEN 1 END) AS p5,
  count(CASE WHEN x5 = (-inf) THEN 1 END) AS m5,
  count(l2) AS v2,
  count(CASE WHEN l2 = '' THEN 1 END) AS t2_0,
  count(CASE WHEN l2 = 'it\'s\\' THEN 1 END) AS t2_1,
  count(l3) AS v3,
  count(l6) AS v6
FROM pl_rows
GROUP BY day, slot, segment
),
pl_long0 AS (
SELECT day, slot, segment, u0 AS kind, u1 AS c, u2 AS label, u3 AS n, u4 AS total, u5 AS squares, u6 AS low, u7 AS high
FROM pl_wide0
ARRAY JOIN ['summary', 'rows', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'stretch', 'missing', 'nan', 'positive-infinity', 'negative-infinity', 'missing', 'stretch', 'level-stretch', 'level-stretch', 'missing', 'stretch', 'missing'] AS u0, [CAST(NULL AS Nullable(Int64)), CAST(NULL AS Nullable(Int64)), CAST(0 AS Nullable(Int64)), CAST(0 AS Nullable(Int64)), CAST(0 AS Nullable(Int64)), CAST(0 AS Nullable(Int64)), CAST(0 AS Nullable(Int64)), CAST(1 AS Nullable(Int64)), CAST(1 AS Nullable(Int64)), CAST(1 AS Nullable(Int64)), CAST(1 AS Nullable(Int64)), CAST(1 AS Nullable(Int64)), CAST(4 AS Nullable(Int64)), CAST(4 AS Nullable(Int64)), CAST(4 AS Nullable(Int64)), CAST(4 AS Nullable(Int64)), CAST(4 AS Nullable(Int64)), CAST(5 AS Nullable(Int64)), CAST(5 AS Nullable(Int64)), CAST(5 AS Nullable(Int64)), CAST(5 AS Nullable(Int64)), CAST(2 AS Nullable(Int64)), CAST(2 AS Nullable(Int64)), CAST(2 AS Nullable(Int64)), CAST(2 AS Nullable(Int64)), CAST(3 AS Nullable(Int64)), CAST(3 AS Nullable(Int64)), CAST(6 AS Nullable(Int64))] AS u1, [CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST('' AS Nullable(String)), CAST('it\'s\\' AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String)), CAST(NULL AS Nullable(String))] AS u2, [CAST(n AS Nullable(Int64)), CAST(n AS Nullable(Int64)), CAST(n - v0 AS Nullable(Int64)), CAST(v0 - f0 - p0 - m0 AS Nullable(Int64)), CAST(p0 AS Nullable(Int64)), CAST(m0 AS Nullable(Int64)), CAST(f0 AS Nullable(Int64)), CAST(n - v1 AS Nullable(Int64)), CAST(v1 - f1 - p1 - m1 AS Nullable(Int64)), CAST(p1 AS Nullable(Int64)), CAST(m1 AS Nullable(Int64)), CAST(f1 AS Nullable(Int64)), CAST(n - v4 AS Nullable(Int64)), CAST(v4 - f4 - p4 - m4 AS Nullable(Int64)), CAST(p4 AS Nullable(Int64)), CAST(m4 AS Nullable(Int64)), CAST(f4 AS Nullable(Int64)), CAST(n - v5 AS Nullable(Int64)), CAST(v5 - f5 - p5 - m5 AS Nullable(Int64)), CAST(p5 AS Nullable(Int64)), CAST(m5 AS Nullable(Int64)), CAST(n - v2 AS Nullable(Int64)), CAST(v2 AS Nullable(Int64)), CAST(t2_0 AS Nullable(Int64)), CAST(t2_1 AS Nullable(Int64)), CAST(n - v3 AS Nullable(Int64)), CAST(v3 AS Nullable(Int64)), CAST(n - v6 AS Nullable(Int64))] AS u3, [CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(s0 AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(s1 AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(s4 AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64))] AS u4, [CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64))] AS u5, [CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64))] AS u6, [CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64)), CAST(NULL AS Nullable(Float64))] AS u7
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
SELECT CAST(NULL AS Nullable(Int64)) AS day, CAST(NULL AS Nullable(Int64)) AS slot, CAST(NULL AS Nullable(String)) AS segment, 'summary' AS kind, CAST(NULL AS Nullable(Int64)) AS c, CAST(NULL AS Nullable(String)) AS label, CAST(0 AS Nullable(Int64)) AS n, CAST(NULL AS Nullable(Float64)) AS total, CAST(NULL AS Nullable(Float64)) AS squares, CAST(NULL AS Nullable(Float64)) AS low, CAST(NULL AS Nullable(Float64)) AS high
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ('stretch', 'level-stretch')
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = 'summary'
),
pl_cells AS (
SELECT day, segment, u0 AS c, u1 AS b, u2 AS x, u3 AS d
FROM pl_rows
ARRAY JOIN [0, 1, 4, 5] AS u0, [b0, b1, b4, b5] AS u1, [x0, x1, x4, x5] AS u2, [d0, d1, d4, d5] AS u3
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
pl_labels AS (
SELECT day, segment, u0 AS c, u1 AS l
FROM pl_rows
ARRAY JOIN [2, 3] AS u0, [l2, l3] AS u1
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
SELECT count(l6) AS v6, uniq(l6) AS n6
FROM pl_raw
),
pl_texts AS (
SELECT u0 AS c, u1 AS n
FROM pl_different
ARRAY JOIN [6] AS u0, [CASE WHEN n6 > v6 THEN v6 ELSE n6 END] AS u1
),
pl_products0 AS (
SELECT count(d0 * d1) AS n0_1, sum(d0 * d1) AS p0_1, count(d0 * d4) AS n0_4, sum(d0 * d4) AS p0_4, count(d1 * d4) AS n1_4, sum(d1 * d4) AS p1_4
FROM pl_rows
),
pl_pairs0 AS (
SELECT u0 AS c, u1 AS o, u2 AS n, u3 AS total
FROM pl_products0
ARRAY JOIN [0, 0, 1] AS u0, [1, 4, 4] AS u1, [n0_1, n0_4, n1_4] AS u2, [p0_1, p0_4, p1_4] AS u3
),
pl_gaps AS (
SELECT d0, d1, d4
FROM pl_rows
WHERE d0 IS NULL OR d1 IS NULL OR d4 IS NULL
),
pl_gap AS (
SELECT d0, d1, d4, u0 AS j, u1 AS present
FROM pl_gaps
ARRAY JOIN [0, 1, 4] AS u0, [CASE WHEN d0 IS NULL THEN 0 ELSE 1 END, CASE WHEN d1 IS NULL THEN 0 ELSE 1 END, CASE WHEN d4 IS NULL THEN 0 ELSE 1 END] AS u1
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
SELECT j, u0 AS c, u1 AS n, u2 AS s, u3 AS q
FROM pl_with
ARRAY JOIN [0, 1, 4] AS u0, [CAST(n0 AS Nullable(Int64)), CAST(n1 AS Nullable(Int64)), CAST(n4 AS Nullable(Int64))] AS u1, [s0, s1, s4] AS u2, [q0, q1, q4] AS u3
),
pl_others AS (
SELECT t.1 AS o FROM (SELECT arrayJoin([tuple(0), tuple(1), tuple(4)]) AS t)
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
pl_probabilities AS (
SELECT day, segment, l2, u0 AS c, u1 AS x
FROM pl_rows
ARRAY JOIN [4] AS u0, [x4] AS u1
),
pl_scored AS (
SELECT day, segment, l2 AS l, c, x, CASE WHEN x >= (1e0) THEN 999 ELSE CAST(floor(x * (1000e0)) AS Nullable(Int64)) END AS b
FROM pl_probabilities
WHERE x >= (0e0) AND x <= (1e0) AND l2 IS NOT NULL
),
pl_scores AS (
SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b
)
SELECT * FROM (
SELECT CAST(pl_said.kind AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(pl_said.name AS Nullable(String)) AS "name", CAST(pl_said.other AS Nullable(String)) AS "other", CAST(pl_said.label AS Nullable(String)) AS "label", CAST(pl_said.bin AS Nullable(Int64)) AS "bin", CAST(NULL AS Nullable(Int64)) AS "n", CAST(pl_said.total AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_said
UNION ALL
SELECT CAST('edge' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(pl_names.name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(bin AS Nullable(Int64)) AS "bin", CAST(NULL AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(x AS Nullable(Float64)) AS "least", CAST(x AS Nullable(Float64)) AS "greatest"
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST(kind AS Nullable(String)) AS "kind", CAST(CASE WHEN pl_sums.slot IS NULL THEN toString(addDays(toDate32('1970-01-01'), pl_sums.day)) ELSE toString(addDays(toDate32('1970-01-01'), pl_sums.day)) || ' ' || clock END AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(CASE WHEN kind = 'summary' THEN 'plumbline-summary-file/1' ELSE CASE WHEN kind = 'error' THEN label ELSE name END END AS Nullable(String)) AS "name", CAST(CASE WHEN kind = 'summary' THEN 'clickhouse' ELSE NULL END AS Nullable(String)) AS "other", CAST(CASE WHEN kind = 'level-stretch' THEN label ELSE NULL END AS Nullable(String)) AS "label", CAST(CASE WHEN kind = 'summary' THEN 2 ELSE NULL END AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(total AS Nullable(Float64)) AS "total", CAST(squares AS Nullable(Float64)) AS "squares", CAST(low AS Nullable(Float64)) AS "least", CAST(high AS Nullable(Float64)) AS "greatest"
FROM pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot
UNION ALL
SELECT CAST('bin' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(b AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(total AS Nullable(Float64)) AS "total", CAST(squares AS Nullable(Float64)) AS "squares", CAST(low AS Nullable(Float64)) AS "least", CAST(high AS Nullable(Float64)) AS "greatest"
FROM pl_whole JOIN pl_names ON pl_names.c = pl_whole.c
UNION ALL
SELECT CAST('day' AS Nullable(String)) AS "kind", CAST(toString(addDays(toDate32('1970-01-01'), pl_days.day)) AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(NULL AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(total AS Nullable(Float64)) AS "total", CAST(squares AS Nullable(Float64)) AS "squares", CAST(low AS Nullable(Float64)) AS "least", CAST(high AS Nullable(Float64)) AS "greatest"
FROM pl_days JOIN pl_names ON pl_names.c = pl_days.c
UNION ALL
SELECT CAST('day-bin' AS Nullable(String)) AS "kind", CAST(toString(addDays(toDate32('1970-01-01'), pl_bins.day)) AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(b AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_bins JOIN pl_names ON pl_names.c = pl_bins.c
UNION ALL
SELECT CAST(CASE WHEN l IS NULL THEN 'rest' ELSE 'level' END AS Nullable(String)) AS "kind", CAST(toString(addDays(toDate32('1970-01-01'), pl_listed.day)) AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(l AS Nullable(String)) AS "label", CAST(CASE WHEN l IS NULL THEN different END AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_listed JOIN pl_names ON pl_names.c = pl_listed.c
UNION ALL
SELECT CAST('distinct' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(NULL AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_texts JOIN pl_names ON pl_names.c = pl_texts.c
UNION ALL
SELECT CAST('product' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(pl_names.name AS Nullable(String)) AS "name", CAST(pl_other.name AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(NULL AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(COALESCE(total, 0) AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_pairs0 JOIN pl_names ON pl_names.c = pl_pairs0.c JOIN pl_names pl_other ON pl_other.c = pl_pairs0.o
UNION ALL
SELECT CAST('paired' AS Nullable(String)) AS "kind", CAST(NULL AS Nullable(String)) AS "period", CAST(NULL AS Nullable(String)) AS "segment", CAST(pl_names.name AS Nullable(String)) AS "name", CAST(pl_other.name AS Nullable(String)) AS "other", CAST(NULL AS Nullable(String)) AS "label", CAST(NULL AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(total AS Nullable(Float64)) AS "total", CAST(squares AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_paired JOIN pl_names ON pl_names.c = pl_paired.c JOIN pl_names pl_other ON pl_other.c = pl_paired.o
UNION ALL
SELECT CAST('confusion' AS Nullable(String)) AS "kind", CAST(toString(addDays(toDate32('1970-01-01'), pl_confusion.day)) AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(NULL AS Nullable(String)) AS "name", CAST(o AS Nullable(String)) AS "other", CAST(l AS Nullable(String)) AS "label", CAST(NULL AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(NULL AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_confusion
UNION ALL
SELECT CAST('score' AS Nullable(String)) AS "kind", CAST(toString(addDays(toDate32('1970-01-01'), pl_scores.day)) AS Nullable(String)) AS "period", CAST(segment AS Nullable(String)) AS "segment", CAST(name AS Nullable(String)) AS "name", CAST(NULL AS Nullable(String)) AS "other", CAST(l AS Nullable(String)) AS "label", CAST(b AS Nullable(Int64)) AS "bin", CAST(n AS Nullable(Int64)) AS "n", CAST(total AS Nullable(Float64)) AS "total", CAST(NULL AS Nullable(Float64)) AS "squares", CAST(NULL AS Nullable(Float64)) AS "least", CAST(NULL AS Nullable(Float64)) AS "greatest"
FROM pl_scores JOIN pl_names ON pl_names.c = pl_scores.c
) pl_all
ORDER BY CASE WHEN "kind" = 'summary' THEN 0 ELSE 1 END, "kind", "name", "label", "bin", "period", "segment"
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1;
