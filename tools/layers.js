/**
 * The layers of src/ and the arrows between them, as a table: `sees` lists the layers a layer may import,
 * `owners` the only layers that may import a package. The compiler keeps the same arrows for .ts files through
 * project references; this table also reaches .svelte files and packages.
 */
export const layers = {
  seal: [],
  shipped: ['seal'],
  offline: [],
  facts: [],
  words: ['facts'],
  stats: ['facts'],
  warehouse: ['facts'],
  engine: ['facts', 'shipped', 'warehouse'],
  analysis: ['facts', 'stats', 'engine', 'shipped'],
  report: ['facts', 'words', 'analysis'],
  charts: ['facts', 'words'],
  ui: ['facts', 'words', 'report', 'charts', 'analysis', 'shipped', 'warehouse'],
};

export const owners = {
  '@duckdb/*': ['engine'],
  'apache-arrow': ['engine'],
  'parquet-wasm': ['engine'],
  '@uwdata/*': ['engine'],
  '@stdlib/*': ['stats'],
  'simple-statistics': ['stats'],
  comlink: ['engine'],
  'd3-time': ['analysis', 'charts'],
  'd3-array': ['charts'],
  'd3-format': ['charts'],
  'd3-interpolate': ['charts'],
  'd3-scale': ['charts'],
  'd3-scale-chromatic': ['charts'],
  'd3-shape': ['charts'],
  svelte: ['charts', 'ui'],
  'bits-ui': ['ui'],
  virtua: ['ui'],
  valibot: ['facts', 'report'],
  marked: ['report'],
  'fastest-levenshtein': ['facts'],
  'hyparquet-writer': ['engine', 'report'],
  'hyparquet-compressors': ['engine'],
  fzstd: ['engine'],
  yaml: ['report'],
};

/** One `no-restricted-imports` block a layer, made from the table. */
export function layerRules() {
  return Object.entries(layers).map(([layer, sees]) => {
    const folders = Object.keys(layers).filter((other) => other !== layer && !sees.includes(other));
    const packages = Object.keys(owners).filter((name) => !owners[name].includes(layer));
    const patterns = [
      ...(folders.length === 0
        ? []
        : [
            {
              regex: `^(\\.\\./)+(${folders.join('|')})/`,
              message: `src/${layer} may import only from: ${[layer, ...sees].join(', ')}`,
            },
          ]),
      { group: packages, message: `src/${layer} does not own this package (tools/layers.js)` },
    ];
    return { files: [`src/${layer}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
  });
}
