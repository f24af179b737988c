export const target = {
  heading: 'Target and prediction',
  lead: 'What the model is to predict and what it predicts: whether they moved, and whether they still go with the other columns as before.',
  allAboutIt: 'All about it',
  correlationOf: (column: string): string => `Correlation of ${column} with`,
};
