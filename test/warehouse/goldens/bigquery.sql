WITH pl_raw AS (
SELECT CAST(source.`\`a"b\\` AS FLOAT64) AS x0,
  CAST(source.`__proto__` AS FLOAT64) AS x1,
  CAST(source.`x'; DROP TABLE y; --` AS STRING) AS l2,
  CASE WHEN source.`guess\nof it` THEN 'true' WHEN NOT source.`guess\nof it` THEN 'false' END AS l3,
  CAST(source.`p` AS FLOAT64) AS x4,
  CAST(UNIX_MICROS(TIMESTAMP(source.`Zeit ⏱`)) / 1000 AS FLOAT64) AS x5,
  CAST(source.`note` AS STRING) AS l6,
  CAST(source.`line` AS STRING) AS segment
FROM `plant`.`read"ings\`` source
),
pl_names AS (
SELECT * FROM UNNEST([STRUCT(0 AS c, '`a"b\\' AS name), STRUCT(1, '__proto__'), STRUCT(2, 'x\'; DROP TABLE y; --'), STRUCT(3, 'guess\nof it'), STRUCT(4, 'p'), STRUCT(5, 'Zeit ⏱'), STRUCT(6, 'note')])
),
pl_cells AS (
SELECT u.c, u.x
FROM pl_raw CROSS JOIN UNNEST([STRUCT(0 AS c, x0 AS x), STRUCT(1, x1), STRUCT(4, x4), STRUCT(5, x5)]) AS u
),
pl_values AS (
SELECT c, x FROM pl_cells WHERE x > CAST('-inf' AS FLOAT64) AND x < CAST('inf' AS FLOAT64)
),
pl_spread AS (
SELECT c, min(x) AS low, max(x) AS high, APPROX_COUNT_DISTINCT(x) AS different FROM pl_values GROUP BY c
),
pl_quantiles AS (
SELECT c, x FROM (SELECT c, APPROX_QUANTILES(x, 2) AS q FROM pl_values GROUP BY c) pl_lists CROSS JOIN UNNEST(q) AS x
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
SELECT u.c, u.l
FROM pl_raw CROSS JOIN UNNEST([STRUCT(2 AS c, l2 AS l), STRUCT(3, l3)]) AS u
),
pl_telling AS (
SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted
)
SELECT * FROM (
SELECT CAST('edge' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(place AS INT64) AS `bin`, CAST(NULL AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(x AS FLOAT64) AS `least`, CAST(x AS FLOAT64) AS `greatest`
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST('telling' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(place AS INT64) AS `bin`, CAST(NULL AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < 2
) pl_all
ORDER BY CASE WHEN `kind` = 'summary' THEN 0 ELSE 1 END, `kind`, `name`, `label`, `bin`, `period`, `segment`;

WITH pl_raw AS (
SELECT CAST(source.`\`a"b\\` AS FLOAT64) AS x0,
  CAST(source.`__proto__` AS FLOAT64) AS x1,
  CAST(source.`x'; DROP TABLE y; --` AS STRING) AS l2,
  CASE WHEN source.`guess\nof it` THEN 'true' WHEN NOT source.`guess\nof it` THEN 'false' END AS l3,
  CAST(source.`p` AS FLOAT64) AS x4,
  CAST(UNIX_MICROS(TIMESTAMP(source.`Zeit ⏱`)) / 1000 AS FLOAT64) AS x5,
  CAST(source.`note` AS STRING) AS l6,
  CAST(source.`line` AS STRING) AS segment
FROM `plant`.`read"ings\`` source
),
pl_rows AS (
SELECT pl_raw.*,
  CASE WHEN x5 > CAST('-inf' AS FLOAT64) AND x5 < CAST('inf' AS FLOAT64) THEN CAST(floor(x5 / (86400000e0)) AS INT64) END AS day,
  CASE WHEN x5 > CAST('-inf' AS FLOAT64) AND x5 < CAST('inf' AS FLOAT64) THEN CAST(floor(x5 / (43200000e0)) - floor(x5 / (86400000e0)) * (2e0) AS INT64) END AS slot,
  CASE WHEN x0 > CAST('-inf' AS FLOAT64) AND x0 < CAST('inf' AS FLOAT64) THEN CASE WHEN x0 <= (0.1e0) THEN CASE WHEN x0 <= (-1.5e0) THEN 0 ELSE 1 END ELSE CASE WHEN x0 <= (1e21) THEN 2 ELSE 3 END END END AS b0,
  CASE WHEN x0 > CAST('-inf' AS FLOAT64) AND x0 < CAST('inf' AS FLOAT64) THEN CASE WHEN (x0 - (0.1e0)) > (1e150) THEN CAST('inf' AS FLOAT64) WHEN (x0 - (0.1e0)) < (-1e150) THEN CAST('-inf' AS FLOAT64) WHEN abs((x0 - (0.1e0))) < (1e-150) THEN (0e0) ELSE (x0 - (0.1e0)) END END AS d0,
  CASE WHEN x1 > CAST('-inf' AS FLOAT64) AND x1 < CAST('inf' AS FLOAT64) THEN 0 END AS b1,
  CASE WHEN x1 > CAST('-inf' AS FLOAT64) AND x1 < CAST('inf' AS FLOAT64) THEN CASE WHEN (x1 - (0e0)) > (1e150) THEN CAST('inf' AS FLOAT64) WHEN (x1 - (0e0)) < (-1e150) THEN CAST('-inf' AS FLOAT64) WHEN abs((x1 - (0e0))) < (1e-150) THEN (0e0) ELSE (x1 - (0e0)) END END AS d1,
  CASE WHEN x4 > CAST('-inf' AS FLOAT64) AND x4 < CAST('inf' AS FLOAT64) THEN CASE WHEN x4 <= (0.5e0) THEN 0 ELSE 1 END END AS b4,
  CASE WHEN x4 > CAST('-inf' AS FLOAT64) AND x4 < CAST('inf' AS FLOAT64) THEN CASE WHEN (x4 - (0.5e0)) > (1e150) THEN CAST('inf' AS FLOAT64) WHEN (x4 - (0.5e0)) < (-1e150) THEN CAST('-inf' AS FLOAT64) WHEN abs((x4 - (0.5e0))) < (1e-150) THEN (0e0) ELSE (x4 - (0.5e0)) END END AS d4,
  CASE WHEN x5 > CAST('-inf' AS FLOAT64) AND x5 < CAST('inf' AS FLOAT64) THEN CASE WHEN x5 <= (1704067200000e0) THEN 0 ELSE 1 END END AS b5,
  CASE WHEN x5 > CAST('-inf' AS FLOAT64) AND x5 < CAST('inf' AS FLOAT64) THEN CASE WHEN (x5 - (1704067200000e0)) > (1e150) THEN CAST('inf' AS FLOAT64) WHEN (x5 - (1704067200000e0)) < (-1e150) THEN CAST('-inf' AS FLOAT64) WHEN abs((x5 - (1704067200000e0))) < (1e-150) THEN (0e0) ELSE (x5 - (1704067200000e0)) END END AS d5
FROM pl_raw
),
pl_names AS (
SELECT * FROM UNNEST([STRUCT(0 AS c, '`a"b\\' AS name), STRUCT(1, '__proto__'), STRUCT(2, 'x\'; DROP TABLE y; --'), STRUCT(3, 'guess\nof it'), STRUCT(4, 'p'), STRUCT(5, 'Zeit ⏱'), STRUCT(6, 'note')])
),
pl_said AS (
SELECT * FROM UNNEST([STRUCT('column' AS kind, '`a"b\\' AS name, 'feature' AS other, 'number' AS label, 0 AS bin, (0.1e0) AS total), STRUCT('column', '__proto__', 'feature', 'number', 1, (0e0)), STRUCT('column', 'x\'; DROP TABLE y; --', 'target', 'category', 2, (0e0)), STRUCT('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS STRING), '', 0, CAST(NULL AS FLOAT64)), STRUCT('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS STRING), 'it\'s\\', 1, CAST(NULL AS FLOAT64)), STRUCT('column', 'guess\nof it', 'prediction', 'boolean', 3, (0e0)), STRUCT('column', 'p', 'probability', 'number', 4, (0.5e0)), STRUCT('probability', 'p', CAST(NULL AS STRING), 'it\'s\\', 0, CAST(NULL AS FLOAT64)), STRUCT('column', 'Zeit ⏱', 'time', 'time', 5, (1704067200000e0)), STRUCT('column', 'note', 'ignored', 'text', 6, (0e0))])
),
pl_edges AS (
SELECT * FROM UNNEST([STRUCT(0 AS c, 0 AS bin, (-1.5e0) AS x), STRUCT(0, 1, (0.1e0)), STRUCT(0, 2, (1e21)), STRUCT(4, 0, (0.5e0)), STRUCT(5, 0, (1704067200000e0))])
),
pl_clock AS (
SELECT * FROM UNNEST([STRUCT(0 AS slot, '00:00:00' AS clock), STRUCT(1, '12:00:00')])
),
pl_wide0 AS (
SELECT day,
  slot,
  segment,
  count(*) AS n,
  count(x0) AS v0,
  count(b0) AS f0,
  count(CASE WHEN x0 = CAST('inf' AS FLOAT64) THEN 1 END) AS p0,
  count(CASE WHEN x0 = CAST('-inf' AS FLOAT64) THEN 1 END) AS m0,
  sum(b0) AS s0,
  count(x1) AS v1,
  count(b1) AS f1,
  count(CASE WHEN x1 = CAST('inf' AS FLOAT64) THEN 1 END) AS p1,
  count(CASE WHEN x1 = CAST('-inf' AS FLOAT64) THEN 1 END) AS m1,
  sum(b1) AS s1,
  count(x4) AS v4,
  count(b4) AS f4,
  count(CASE WHEN x4 = CAST('inf' AS FLOAT64) THEN 1 END) AS p4,
  count(CASE WHEN x4 = CAST('-inf' AS FLOAT64) THEN 1 END) AS m4,
  sum(b4) AS s4,
  count(x5) AS v5,
  count(b5) AS f5,
  count(CASE WHEN x5 = CAST('inf' AS FLOAT64) THEN 1 END) AS p5,
  count(CASE WHEN x5 = CAST('-inf' AS FLOAT64) THEN 1 END) AS m5,
  count(l2) AS v2,
  count(CASE WHEN l2 = '' THEN 1 END) AS t2_0,
  count(CASE WHEN l2 = 'it\'s\\' THEN 1 END) AS t2_1,
  count(l3) AS v3,
  count(l6) AS v6
FROM pl_rows
GROUP BY day, slot, segment
),
pl_long0 AS (
SELECT day, slot, segment, u.kind, u.c, u.label, u.n, u.total, u.squares, u.low, u.high
FROM pl_wide0 CROSS JOIN UNNEST([STRUCT('summary' AS kind, CAST(NULL AS INT64) AS c, CAST(NULL AS STRING) AS label, CAST(n AS INT64) AS n, CAST(NULL AS FLOAT64) AS total, CAST(NULL AS FLOAT64) AS squares, CAST(NULL AS FLOAT64) AS low, CAST(NULL AS FLOAT64) AS high), STRUCT('rows', CAST(NULL AS INT64), CAST(NULL AS STRING), CAST(n AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(0 AS INT64), CAST(NULL AS STRING), CAST(n - v0 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('nan', CAST(0 AS INT64), CAST(NULL AS STRING), CAST(v0 - f0 - p0 - m0 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('positive-infinity', CAST(0 AS INT64), CAST(NULL AS STRING), CAST(p0 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('negative-infinity', CAST(0 AS INT64), CAST(NULL AS STRING), CAST(m0 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('stretch', CAST(0 AS INT64), CAST(NULL AS STRING), CAST(f0 AS INT64), CAST(s0 AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(1 AS INT64), CAST(NULL AS STRING), CAST(n - v1 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('nan', CAST(1 AS INT64), CAST(NULL AS STRING), CAST(v1 - f1 - p1 - m1 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('positive-infinity', CAST(1 AS INT64), CAST(NULL AS STRING), CAST(p1 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('negative-infinity', CAST(1 AS INT64), CAST(NULL AS STRING), CAST(m1 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('stretch', CAST(1 AS INT64), CAST(NULL AS STRING), CAST(f1 AS INT64), CAST(s1 AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(4 AS INT64), CAST(NULL AS STRING), CAST(n - v4 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('nan', CAST(4 AS INT64), CAST(NULL AS STRING), CAST(v4 - f4 - p4 - m4 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('positive-infinity', CAST(4 AS INT64), CAST(NULL AS STRING), CAST(p4 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('negative-infinity', CAST(4 AS INT64), CAST(NULL AS STRING), CAST(m4 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('stretch', CAST(4 AS INT64), CAST(NULL AS STRING), CAST(f4 AS INT64), CAST(s4 AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(5 AS INT64), CAST(NULL AS STRING), CAST(n - v5 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('nan', CAST(5 AS INT64), CAST(NULL AS STRING), CAST(v5 - f5 - p5 - m5 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('positive-infinity', CAST(5 AS INT64), CAST(NULL AS STRING), CAST(p5 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('negative-infinity', CAST(5 AS INT64), CAST(NULL AS STRING), CAST(m5 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(2 AS INT64), CAST(NULL AS STRING), CAST(n - v2 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('stretch', CAST(2 AS INT64), CAST(NULL AS STRING), CAST(v2 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('level-stretch', CAST(2 AS INT64), CAST('' AS STRING), CAST(t2_0 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('level-stretch', CAST(2 AS INT64), CAST('it\'s\\' AS STRING), CAST(t2_1 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(3 AS INT64), CAST(NULL AS STRING), CAST(n - v3 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('stretch', CAST(3 AS INT64), CAST(NULL AS STRING), CAST(v3 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64)), STRUCT('missing', CAST(6 AS INT64), CAST(NULL AS STRING), CAST(n - v6 AS INT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64), CAST(NULL AS FLOAT64))]) AS u
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
SELECT CAST(NULL AS INT64) AS day, CAST(NULL AS INT64) AS slot, CAST(NULL AS STRING) AS segment, 'summary' AS kind, CAST(NULL AS INT64) AS c, CAST(NULL AS STRING) AS label, CAST(0 AS INT64) AS n, CAST(NULL AS FLOAT64) AS total, CAST(NULL AS FLOAT64) AS squares, CAST(NULL AS FLOAT64) AS low, CAST(NULL AS FLOAT64) AS high
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ('stretch', 'level-stretch')
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = 'summary'
),
pl_cells AS (
SELECT day, segment, u.c, u.b, u.x, u.d
FROM pl_rows CROSS JOIN UNNEST([STRUCT(0 AS c, b0 AS b, x0 AS x, d0 AS d), STRUCT(1, b1, x1, d1), STRUCT(4, b4, x4, d4), STRUCT(5, b5, x5, d5)]) AS u
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
SELECT day, segment, u.c, u.l
FROM pl_rows CROSS JOIN UNNEST([STRUCT(2 AS c, l2 AS l), STRUCT(3, l3)]) AS u
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
SELECT count(l6) AS v6, APPROX_COUNT_DISTINCT(l6) AS n6
FROM pl_raw
),
pl_texts AS (
SELECT u.c, u.n
FROM pl_different CROSS JOIN UNNEST([STRUCT(6 AS c, CASE WHEN n6 > v6 THEN v6 ELSE n6 END AS n)]) AS u
),
pl_products0 AS (
SELECT count(d0 * d1) AS n0_1, sum(d0 * d1) AS p0_1, count(d0 * d4) AS n0_4, sum(d0 * d4) AS p0_4, count(d1 * d4) AS n1_4, sum(d1 * d4) AS p1_4
FROM pl_rows
),
pl_pairs0 AS (
SELECT u.c, u.o, u.n, u.total
FROM pl_products0 CROSS JOIN UNNEST([STRUCT(0 AS c, 1 AS o, n0_1 AS n, p0_1 AS total), STRUCT(0, 4, n0_4, p0_4), STRUCT(1, 4, n1_4, p1_4)]) AS u
),
pl_gaps AS (
SELECT d0, d1, d4
FROM pl_rows
WHERE d0 IS NULL OR d1 IS NULL OR d4 IS NULL
),
pl_gap AS (
SELECT d0, d1, d4, u.j, u.present
FROM pl_gaps CROSS JOIN UNNEST([STRUCT(0 AS j, CASE WHEN d0 IS NULL THEN 0 ELSE 1 END AS present), STRUCT(1, CASE WHEN d1 IS NULL THEN 0 ELSE 1 END), STRUCT(4, CASE WHEN d4 IS NULL THEN 0 ELSE 1 END)]) AS u
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
SELECT j, u.c, u.n, u.s, u.q
FROM pl_with CROSS JOIN UNNEST([STRUCT(0 AS c, CAST(n0 AS INT64) AS n, s0 AS s, q0 AS q), STRUCT(1, CAST(n1 AS INT64), s1, q1), STRUCT(4, CAST(n4 AS INT64), s4, q4)]) AS u
),
pl_others AS (
SELECT * FROM UNNEST([STRUCT(0 AS o), STRUCT(1), STRUCT(4)])
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
SELECT day, segment, l2, u.c, u.x
FROM pl_rows CROSS JOIN UNNEST([STRUCT(4 AS c, x4 AS x)]) AS u
),
pl_scored AS (
SELECT day, segment, l2 AS l, c, x, CASE WHEN x >= (1e0) THEN 999 ELSE CAST(floor(x * (1000e0)) AS INT64) END AS b
FROM pl_probabilities
WHERE x >= (0e0) AND x <= (1e0) AND l2 IS NOT NULL
),
pl_scores AS (
SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b
)
SELECT * FROM (
SELECT CAST(pl_said.kind AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_said.name AS STRING) AS `name`, CAST(pl_said.other AS STRING) AS `other`, CAST(pl_said.label AS STRING) AS `label`, CAST(pl_said.bin AS INT64) AS `bin`, CAST(NULL AS INT64) AS `n`, CAST(pl_said.total AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_said
UNION ALL
SELECT CAST('edge' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(bin AS INT64) AS `bin`, CAST(NULL AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(x AS FLOAT64) AS `least`, CAST(x AS FLOAT64) AS `greatest`
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST(kind AS STRING) AS `kind`, CAST(CASE WHEN pl_sums.slot IS NULL THEN CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_sums.day DAY) AS STRING) ELSE CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_sums.day DAY) AS STRING) || ' ' || clock END AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(CASE WHEN kind = 'summary' THEN 'plumbline-summary-file/1' ELSE CASE WHEN kind = 'error' THEN label ELSE name END END AS STRING) AS `name`, CAST(CASE WHEN kind = 'summary' THEN 'bigquery' ELSE NULL END AS STRING) AS `other`, CAST(CASE WHEN kind = 'level-stretch' THEN label ELSE NULL END AS STRING) AS `label`, CAST(CASE WHEN kind = 'summary' THEN 2 ELSE NULL END AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(total AS FLOAT64) AS `total`, CAST(squares AS FLOAT64) AS `squares`, CAST(low AS FLOAT64) AS `least`, CAST(high AS FLOAT64) AS `greatest`
FROM pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot
UNION ALL
SELECT CAST('bin' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(b AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(total AS FLOAT64) AS `total`, CAST(squares AS FLOAT64) AS `squares`, CAST(low AS FLOAT64) AS `least`, CAST(high AS FLOAT64) AS `greatest`
FROM pl_whole JOIN pl_names ON pl_names.c = pl_whole.c
UNION ALL
SELECT CAST('day' AS STRING) AS `kind`, CAST(CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_days.day DAY) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(total AS FLOAT64) AS `total`, CAST(squares AS FLOAT64) AS `squares`, CAST(low AS FLOAT64) AS `least`, CAST(high AS FLOAT64) AS `greatest`
FROM pl_days JOIN pl_names ON pl_names.c = pl_days.c
UNION ALL
SELECT CAST('day-bin' AS STRING) AS `kind`, CAST(CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_bins.day DAY) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(b AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_bins JOIN pl_names ON pl_names.c = pl_bins.c
UNION ALL
SELECT CAST(CASE WHEN l IS NULL THEN 'rest' ELSE 'level' END AS STRING) AS `kind`, CAST(CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_listed.day DAY) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(CASE WHEN l IS NULL THEN different END AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_listed JOIN pl_names ON pl_names.c = pl_listed.c
UNION ALL
SELECT CAST('distinct' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_texts JOIN pl_names ON pl_names.c = pl_texts.c
UNION ALL
SELECT CAST('product' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(pl_other.name AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(COALESCE(total, 0) AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_pairs0 JOIN pl_names ON pl_names.c = pl_pairs0.c JOIN pl_names pl_other ON pl_other.c = pl_pairs0.o
UNION ALL
SELECT CAST('paired' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(pl_other.name AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(total AS FLOAT64) AS `total`, CAST(squares AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_paired JOIN pl_names ON pl_names.c = pl_paired.c JOIN pl_names pl_other ON pl_other.c = pl_paired.o
UNION ALL
SELECT CAST('confusion' AS STRING) AS `kind`, CAST(CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_confusion.day DAY) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(NULL AS STRING) AS `name`, CAST(o AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(NULL AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(NULL AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_confusion
UNION ALL
SELECT CAST('score' AS STRING) AS `kind`, CAST(CAST(DATE_ADD(DATE '1970-01-01', INTERVAL pl_scores.day DAY) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(b AS INT64) AS `bin`, CAST(n AS INT64) AS `n`, CAST(total AS FLOAT64) AS `total`, CAST(NULL AS FLOAT64) AS `squares`, CAST(NULL AS FLOAT64) AS `least`, CAST(NULL AS FLOAT64) AS `greatest`
FROM pl_scores JOIN pl_names ON pl_names.c = pl_scores.c
) pl_all
ORDER BY CASE WHEN `kind` = 'summary' THEN 0 ELSE 1 END, `kind`, `name`, `label`, `bin`, `period`, `segment`;
