import type { Component } from 'svelte';
import type { Report } from '../../facts/document/document.ts';
import type { SectionId } from '../../facts/sections.ts';
import type { FigureGroup } from '../figures/report-figure.ts';
import type { Unfinished } from '../shell/session-state.ts';

export interface SectionProps {
  report: Report;
  /** How far a run under way has come; null for a finished report. */
  partial: Unfinished | null;
}

/** A part of the report's page. Each folder here has one as `section` in its index.ts; docs/adding.md says how one is added. */
export interface Section {
  id: SectionId;
  /** In the navigation, and where sections are chosen. */
  title: string;
  appliesTo: (report: Report) => boolean;
  component: Component<SectionProps>;
  /** Its figures for the gallery, in groups with a heading each. */
  figures?: (report: Report) => FigureGroup[];
}
