/** Names of the sections: in the navigation, in the gallery, and where they are chosen. */
const titles = {
  overview: 'Overview',
  quality: 'Data quality',
  drift: 'Drift',
  columns: 'Columns',
  target: 'Target & prediction',
  performance: 'Performance',
  features: 'Performance by feature',
  correlations: 'Correlations',
};

export const sections = { titles };
