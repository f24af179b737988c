/**
 * Run once after connecting, in this order. Without it, the first use of a missing reader asks a public server for an
 * extension, which fails offline and leaves the engine broken; with it every such case is an ordinary error. The table
 * store is attached here because a locked engine still allows it but no later setting. The engine would compress both
 * tables as they grow, also the one that is to stay as it is; `compression.ts` does it where it is wanted. Of the
 * optimisers two are off: one would look up the row numbers of a stretch first and join the table to them, which takes
 * twice as long; the other orders joins, of which there are none.
 */
export const lockdown: readonly string[] = [
  'SET autoload_known_extensions=false',
  'SET autoinstall_known_extensions=false',
  'SET allow_community_extensions=false',
  "SET disabled_optimizers='late_materialization,join_order'",
  "SET checkpoint_threshold='1TB'",
  "ATTACH ':memory:' AS store (COMPRESS)",
  "SET allowed_directories=['u/']",
  'SET enable_external_access=false',
  'SET lock_configuration=true',
];
