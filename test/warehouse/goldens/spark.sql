SET spark.sql.session.timeZone = UTC;
SET spark.sql.variable.substitute = false;
SET spark.sql.constraintPropagation.enabled = false;
SET spark.sql.codegen.hugeMethodLimit = 8000;
WITH pl_raw AS (
SELECT CAST(source.```a"b\` AS DOUBLE) AS x0,
  CAST(source.`__proto__` AS DOUBLE) AS x1,
  CAST(source.`x'; DROP TABLE y; --` AS STRING) AS l2,
  CASE WHEN source.`guess
of it` THEN 'true' WHEN NOT source.`guess
of it` THEN 'false' END AS l3,
  CAST(source.`p` AS DOUBLE) AS x4,
  CAST(unix_micros(CAST(source.`Zeit ⏱` AS TIMESTAMP)) / 1000D AS DOUBLE) AS x5,
  CAST(source.`note` AS STRING) AS l6,
  CAST(source.`line` AS STRING) AS segment
FROM `plant`.`read"ings``` source
),
pl_names AS (
SELECT * FROM VALUES (0, '`a"b\\'), (1, '__proto__'), (2, 'x\'; DROP TABLE y; --'), (3, 'guess\nof it'), (4, 'p'), (5, 'Zeit ⏱'), (6, 'note') AS v(c, name)
),
pl_cells AS (
SELECT stack(4, 0, x0, 1, x1, 4, x4, 5, x5) AS (c, x)
FROM pl_raw
),
pl_values AS (
SELECT c, x FROM pl_cells WHERE x > CAST('-Infinity' AS DOUBLE) AND x < CAST('Infinity' AS DOUBLE)
),
pl_spread AS (
SELECT c, min(x) AS low, max(x) AS high, approx_count_distinct(x) AS different FROM pl_values GROUP BY c
),
pl_quantiles AS (
SELECT c, explode(q) AS x FROM (SELECT c, percentile_approx(x, array(0.5), 10000) AS q FROM pl_values GROUP BY c) pl_lists
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
SELECT stack(2, 2, l2, 3, l3) AS (c, l)
FROM pl_raw
),
pl_telling AS (
SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted
)
SELECT * FROM (
SELECT CAST('edge' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(place AS BIGINT) AS `bin`, CAST(NULL AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(x AS DOUBLE) AS `least`, CAST(x AS DOUBLE) AS `greatest`
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST('telling' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(place AS BIGINT) AS `bin`, CAST(NULL AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < 2
) pl_all
ORDER BY CASE WHEN `kind` = 'summary' THEN 0 ELSE 1 END, `kind`, `name`, `label`, `bin`, `period`, `segment`;

SET spark.sql.session.timeZone = UTC;
SET spark.sql.variable.substitute = false;
SET spark.sql.constraintPropagation.enabled = false;
SET spark.sql.codegen.hugeMethodLimit = 8000;
WITH pl_raw AS (
SELECT CAST(source.```a"b\` AS DOUBLE) AS x0,
  CAST(source.`__proto__` AS DOUBLE) AS x1,
  CAST(source.`x'; DROP TABLE y; --` AS STRING) AS l2,
  CASE WHEN source.`guess
of it` THEN 'true' WHEN NOT source.`guess
of it` THEN 'false' END AS l3,
  CAST(source.`p` AS DOUBLE) AS x4,
  CAST(unix_micros(CAST(source.`Zeit ⏱` AS TIMESTAMP)) / 1000D AS DOUBLE) AS x5,
  CAST(source.`note` AS STRING) AS l6,
  CAST(source.`line` AS STRING) AS segment
FROM `plant`.`read"ings``` source
),
pl_rows AS (
SELECT pl_raw.*,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CAST(floor(x5 / (86400000e0D)) AS BIGINT) END AS day,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CAST(floor(x5 / (43200000e0D)) - floor(x5 / (86400000e0D)) * (2e0D) AS BIGINT) END AS slot,
  CASE WHEN x0 > CAST('-Infinity' AS DOUBLE) AND x0 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x0 <= (0.1e0D) THEN CASE WHEN x0 <= (-1.5e0D) THEN 0 ELSE 1 END ELSE CASE WHEN x0 <= (1e21D) THEN 2 ELSE 3 END END END AS b0,
  CASE WHEN x0 > CAST('-Infinity' AS DOUBLE) AND x0 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x0 - (0.1e0D)) > (1e150D) THEN CAST('Infinity' AS DOUBLE) WHEN (x0 - (0.1e0D)) < (-1e150D) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x0 - (0.1e0D))) < (1e-150D) THEN (0e0D) ELSE (x0 - (0.1e0D)) END END AS d0,
  CASE WHEN x1 > CAST('-Infinity' AS DOUBLE) AND x1 < CAST('Infinity' AS DOUBLE) THEN 0 END AS b1,
  CASE WHEN x1 > CAST('-Infinity' AS DOUBLE) AND x1 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x1 - (0e0D)) > (1e150D) THEN CAST('Infinity' AS DOUBLE) WHEN (x1 - (0e0D)) < (-1e150D) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x1 - (0e0D))) < (1e-150D) THEN (0e0D) ELSE (x1 - (0e0D)) END END AS d1,
  CASE WHEN x4 > CAST('-Infinity' AS DOUBLE) AND x4 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x4 <= (0.5e0D) THEN 0 ELSE 1 END END AS b4,
  CASE WHEN x4 > CAST('-Infinity' AS DOUBLE) AND x4 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x4 - (0.5e0D)) > (1e150D) THEN CAST('Infinity' AS DOUBLE) WHEN (x4 - (0.5e0D)) < (-1e150D) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x4 - (0.5e0D))) < (1e-150D) THEN (0e0D) ELSE (x4 - (0.5e0D)) END END AS d4,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN x5 <= (1704067200000e0D) THEN 0 ELSE 1 END END AS b5,
  CASE WHEN x5 > CAST('-Infinity' AS DOUBLE) AND x5 < CAST('Infinity' AS DOUBLE) THEN CASE WHEN (x5 - (1704067200000e0D)) > (1e150D) THEN CAST('Infinity' AS DOUBLE) WHEN (x5 - (1704067200000e0D)) < (-1e150D) THEN CAST('-Infinity' AS DOUBLE) WHEN abs((x5 - (1704067200000e0D))) < (1e-150D) THEN (0e0D) ELSE (x5 - (1704067200000e0D)) END END AS d5
FROM pl_raw
),
pl_names AS (
SELECT * FROM VALUES (0, '`a"b\\'), (1, '__proto__'), (2, 'x\'; DROP TABLE y; --'), (3, 'guess\nof it'), (4, 'p'), (5, 'Zeit ⏱'), (6, 'note') AS v(c, name)
),
pl_said AS (
SELECT * FROM VALUES ('column', '`a"b\\', 'feature', 'number', 0, (0.1e0D)), ('column', '__proto__', 'feature', 'number', 1, (0e0D)), ('column', 'x\'; DROP TABLE y; --', 'target', 'category', 2, (0e0D)), ('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS STRING), '', 0, CAST(NULL AS DOUBLE)), ('telling', 'x\'; DROP TABLE y; --', CAST(NULL AS STRING), 'it\'s\\', 1, CAST(NULL AS DOUBLE)), ('column', 'guess\nof it', 'prediction', 'boolean', 3, (0e0D)), ('column', 'p', 'probability', 'number', 4, (0.5e0D)), ('probability', 'p', CAST(NULL AS STRING), 'it\'s\\', 0, CAST(NULL AS DOUBLE)), ('column', 'Zeit ⏱', 'time', 'time', 5, (1704067200000e0D)), ('column', 'note', 'ignored', 'text', 6, (0e0D)) AS v(kind, name, other, label, bin, total)
),
pl_edges AS (
SELECT * FROM VALUES (0, 0, (-1.5e0D)), (0, 1, (0.1e0D)), (0, 2, (1e21D)), (4, 0, (0.5e0D)), (5, 0, (1704067200000e0D)) AS v(c, bin, x)
),
pl_clock AS (
SELECT * FROM VALUES (0, '00:00:00'), (1, '12:00:00') AS v(slot, clock)
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
  count(CASE WHEN l2 = 'it\'s\\' THEN 1 END) AS t2_1,
  count(l3) AS v3,
  count(l6) AS v6
FROM pl_rows
GROUP BY day, slot, segment
),
pl_long0 AS (
SELECT day, slot, segment, stack(28, 'summary', CAST(NULL AS BIGINT), CAST(NULL AS STRING), CAST(n AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'rows', CAST(NULL AS BIGINT), CAST(NULL AS STRING), CAST(n AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(0 AS BIGINT), CAST(NULL AS STRING), CAST(n - v0 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'nan', CAST(0 AS BIGINT), CAST(NULL AS STRING), CAST(v0 - f0 - p0 - m0 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'positive-infinity', CAST(0 AS BIGINT), CAST(NULL AS STRING), CAST(p0 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'negative-infinity', CAST(0 AS BIGINT), CAST(NULL AS STRING), CAST(m0 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'stretch', CAST(0 AS BIGINT), CAST(NULL AS STRING), CAST(f0 AS BIGINT), CAST(s0 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(1 AS BIGINT), CAST(NULL AS STRING), CAST(n - v1 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'nan', CAST(1 AS BIGINT), CAST(NULL AS STRING), CAST(v1 - f1 - p1 - m1 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'positive-infinity', CAST(1 AS BIGINT), CAST(NULL AS STRING), CAST(p1 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'negative-infinity', CAST(1 AS BIGINT), CAST(NULL AS STRING), CAST(m1 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'stretch', CAST(1 AS BIGINT), CAST(NULL AS STRING), CAST(f1 AS BIGINT), CAST(s1 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(4 AS BIGINT), CAST(NULL AS STRING), CAST(n - v4 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'nan', CAST(4 AS BIGINT), CAST(NULL AS STRING), CAST(v4 - f4 - p4 - m4 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'positive-infinity', CAST(4 AS BIGINT), CAST(NULL AS STRING), CAST(p4 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'negative-infinity', CAST(4 AS BIGINT), CAST(NULL AS STRING), CAST(m4 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'stretch', CAST(4 AS BIGINT), CAST(NULL AS STRING), CAST(f4 AS BIGINT), CAST(s4 AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(5 AS BIGINT), CAST(NULL AS STRING), CAST(n - v5 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'nan', CAST(5 AS BIGINT), CAST(NULL AS STRING), CAST(v5 - f5 - p5 - m5 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'positive-infinity', CAST(5 AS BIGINT), CAST(NULL AS STRING), CAST(p5 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'negative-infinity', CAST(5 AS BIGINT), CAST(NULL AS STRING), CAST(m5 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(2 AS BIGINT), CAST(NULL AS STRING), CAST(n - v2 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'stretch', CAST(2 AS BIGINT), CAST(NULL AS STRING), CAST(v2 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'level-stretch', CAST(2 AS BIGINT), CAST('' AS STRING), CAST(t2_0 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'level-stretch', CAST(2 AS BIGINT), CAST('it\'s\\' AS STRING), CAST(t2_1 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(3 AS BIGINT), CAST(NULL AS STRING), CAST(n - v3 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'stretch', CAST(3 AS BIGINT), CAST(NULL AS STRING), CAST(v3 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), 'missing', CAST(6 AS BIGINT), CAST(NULL AS STRING), CAST(n - v6 AS BIGINT), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)) AS (kind, c, label, n, total, squares, low, high)
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
SELECT CAST(NULL AS BIGINT) AS day, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS STRING) AS segment, 'summary' AS kind, CAST(NULL AS BIGINT) AS c, CAST(NULL AS STRING) AS label, CAST(0 AS BIGINT) AS n, CAST(NULL AS DOUBLE) AS total, CAST(NULL AS DOUBLE) AS squares, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN ('stretch', 'level-stretch')
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = 'summary'
),
pl_cells AS (
SELECT day, segment, stack(4, 0, b0, x0, d0, 1, b1, x1, d1, 4, b4, x4, d4, 5, b5, x5, d5) AS (c, b, x, d)
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
pl_labels AS (
SELECT day, segment, stack(2, 2, l2, 3, l3) AS (c, l)
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
SELECT stack(1, 6, CASE WHEN n6 > v6 THEN v6 ELSE n6 END) AS (c, n)
FROM pl_different
),
pl_products0 AS (
SELECT count(d0 * d1) AS n0_1, sum(d0 * d1) AS p0_1, count(d0 * d4) AS n0_4, sum(d0 * d4) AS p0_4, count(d1 * d4) AS n1_4, sum(d1 * d4) AS p1_4
FROM pl_rows
),
pl_pairs0 AS (
SELECT stack(3, 0, 1, n0_1, p0_1, 0, 4, n0_4, p0_4, 1, 4, n1_4, p1_4) AS (c, o, n, total)
FROM pl_products0
),
pl_gaps AS (
SELECT d0, d1, d4
FROM pl_rows
WHERE d0 IS NULL OR d1 IS NULL OR d4 IS NULL
),
pl_gap AS (
SELECT d0, d1, d4, stack(3, 0, CASE WHEN d0 IS NULL THEN 0 ELSE 1 END, 1, CASE WHEN d1 IS NULL THEN 0 ELSE 1 END, 4, CASE WHEN d4 IS NULL THEN 0 ELSE 1 END) AS (j, present)
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
SELECT j, stack(3, 0, CAST(n0 AS BIGINT), s0, q0, 1, CAST(n1 AS BIGINT), s1, q1, 4, CAST(n4 AS BIGINT), s4, q4) AS (c, n, s, q)
FROM pl_with
),
pl_others AS (
SELECT * FROM VALUES (0), (1), (4) AS v(o)
),
pl_paired AS (
SELECT c, o, sum(n) AS n, COALESCE(sum(s), (0e0D)) AS total, COALESCE(sum(q), (0e0D)) AS squares
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
SELECT day, segment, l2, stack(1, 4, x4) AS (c, x)
FROM pl_rows
),
pl_scored AS (
SELECT day, segment, l2 AS l, c, x, CASE WHEN x >= (1e0D) THEN 999 ELSE CAST(floor(x * (1000e0D)) AS BIGINT) END AS b
FROM pl_probabilities
WHERE x >= (0e0D) AND x <= (1e0D) AND l2 IS NOT NULL
),
pl_scores AS (
SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b
)
SELECT * FROM (
SELECT CAST(pl_said.kind AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_said.name AS STRING) AS `name`, CAST(pl_said.other AS STRING) AS `other`, CAST(pl_said.label AS STRING) AS `label`, CAST(pl_said.bin AS BIGINT) AS `bin`, CAST(NULL AS BIGINT) AS `n`, CAST(pl_said.total AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_said
UNION ALL
SELECT CAST('edge' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(bin AS BIGINT) AS `bin`, CAST(NULL AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(x AS DOUBLE) AS `least`, CAST(x AS DOUBLE) AS `greatest`
FROM pl_edges JOIN pl_names ON pl_names.c = pl_edges.c
UNION ALL
SELECT CAST(kind AS STRING) AS `kind`, CAST(CASE WHEN pl_sums.slot IS NULL THEN CAST(date_add(DATE '1970-01-01', CAST(pl_sums.day AS INT)) AS STRING) ELSE CAST(date_add(DATE '1970-01-01', CAST(pl_sums.day AS INT)) AS STRING) || ' ' || clock END AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(CASE WHEN kind = 'summary' THEN 'plumbline-summary-file/1' ELSE CASE WHEN kind = 'error' THEN label ELSE name END END AS STRING) AS `name`, CAST(CASE WHEN kind = 'summary' THEN 'spark' ELSE NULL END AS STRING) AS `other`, CAST(CASE WHEN kind = 'level-stretch' THEN label ELSE NULL END AS STRING) AS `label`, CAST(CASE WHEN kind = 'summary' THEN 2 ELSE NULL END AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(total AS DOUBLE) AS `total`, CAST(squares AS DOUBLE) AS `squares`, CAST(low AS DOUBLE) AS `least`, CAST(high AS DOUBLE) AS `greatest`
FROM pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot
UNION ALL
SELECT CAST('bin' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(b AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(total AS DOUBLE) AS `total`, CAST(squares AS DOUBLE) AS `squares`, CAST(low AS DOUBLE) AS `least`, CAST(high AS DOUBLE) AS `greatest`
FROM pl_whole JOIN pl_names ON pl_names.c = pl_whole.c
UNION ALL
SELECT CAST('day' AS STRING) AS `kind`, CAST(CAST(date_add(DATE '1970-01-01', CAST(pl_days.day AS INT)) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(total AS DOUBLE) AS `total`, CAST(squares AS DOUBLE) AS `squares`, CAST(low AS DOUBLE) AS `least`, CAST(high AS DOUBLE) AS `greatest`
FROM pl_days JOIN pl_names ON pl_names.c = pl_days.c
UNION ALL
SELECT CAST('day-bin' AS STRING) AS `kind`, CAST(CAST(date_add(DATE '1970-01-01', CAST(pl_bins.day AS INT)) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(b AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_bins JOIN pl_names ON pl_names.c = pl_bins.c
UNION ALL
SELECT CAST(CASE WHEN l IS NULL THEN 'rest' ELSE 'level' END AS STRING) AS `kind`, CAST(CAST(date_add(DATE '1970-01-01', CAST(pl_listed.day AS INT)) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(CASE WHEN l IS NULL THEN different END AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_listed JOIN pl_names ON pl_names.c = pl_listed.c
UNION ALL
SELECT CAST('distinct' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_texts JOIN pl_names ON pl_names.c = pl_texts.c
UNION ALL
SELECT CAST('product' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(pl_other.name AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(COALESCE(total, 0) AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_pairs0 JOIN pl_names ON pl_names.c = pl_pairs0.c JOIN pl_names pl_other ON pl_other.c = pl_pairs0.o
UNION ALL
SELECT CAST('paired' AS STRING) AS `kind`, CAST(NULL AS STRING) AS `period`, CAST(NULL AS STRING) AS `segment`, CAST(pl_names.name AS STRING) AS `name`, CAST(pl_other.name AS STRING) AS `other`, CAST(NULL AS STRING) AS `label`, CAST(NULL AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(total AS DOUBLE) AS `total`, CAST(squares AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_paired JOIN pl_names ON pl_names.c = pl_paired.c JOIN pl_names pl_other ON pl_other.c = pl_paired.o
UNION ALL
SELECT CAST('confusion' AS STRING) AS `kind`, CAST(CAST(date_add(DATE '1970-01-01', CAST(pl_confusion.day AS INT)) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(NULL AS STRING) AS `name`, CAST(o AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(NULL AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(NULL AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_confusion
UNION ALL
SELECT CAST('score' AS STRING) AS `kind`, CAST(CAST(date_add(DATE '1970-01-01', CAST(pl_scores.day AS INT)) AS STRING) AS STRING) AS `period`, CAST(segment AS STRING) AS `segment`, CAST(name AS STRING) AS `name`, CAST(NULL AS STRING) AS `other`, CAST(l AS STRING) AS `label`, CAST(b AS BIGINT) AS `bin`, CAST(n AS BIGINT) AS `n`, CAST(total AS DOUBLE) AS `total`, CAST(NULL AS DOUBLE) AS `squares`, CAST(NULL AS DOUBLE) AS `least`, CAST(NULL AS DOUBLE) AS `greatest`
FROM pl_scores JOIN pl_names ON pl_names.c = pl_scores.c
) pl_all
ORDER BY CASE WHEN `kind` = 'summary' THEN 0 ELSE 1 END, `kind`, `name`, `label`, `bin`, `period`, `segment`;
