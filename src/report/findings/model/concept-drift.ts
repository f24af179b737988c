import type { ConceptDrift, FeatureResult } from '../../../facts/document/model/features.ts';
import type { Config } from '../../../facts/settings/settings.ts';
import { modelFinding, type Measured, NO_ROWS } from '../finding.ts';

/** Whether a feature's relation to the target changed by enough to matter, and by more than chance. */
export const behavesDifferently = (
  concept: FeatureResult['concept'],
  task: Measured['task'],
  config: Config,
): concept is ConceptDrift =>
  concept !== null &&
  'pValue' in concept &&
  (concept.qValue ?? 1) <= config.alpha &&
  concept.effect >= config.minimumEffect[task === 'regression' ? 'numeric' : 'categorical'];

export const conceptDrift = modelFinding('concept-drift', NO_ROWS, ({ model: { features, task }, config }) =>
  features.flatMap(({ name: column, concept }) => {
    if (!behavesDifferently(concept, task, config)) return [];
    const { effect } = concept;
    return [{ severity: 'medium', column, value: effect, values: { column, effect, task } }];
  }),
);
