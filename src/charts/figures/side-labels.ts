import { smallest } from '../../facts/extremes.ts';
import { range } from 'd3-array';
import type { SidesWords } from '../../words/en/sides.ts';
import type { Side } from '../data.ts';
import { contains, overlaps, type Box } from '../geometry.ts';
import { label, labelBox, type PlacedLabel } from '../labels.ts';
import { textTone } from '../palette.ts';
import type { Step } from '../paths.ts';
import { textWidth } from '../text.ts';

interface Outline {
  side: Side;
  steps: Step[];
}

interface Named extends Outline {
  name: string;
}

interface Candidate {
  spot: PlacedLabel;
  /** Pixels by which the file rises above the other one there, less what the label is off. */
  lead: number;
}

/** The least lead that tells whose label it is. */
const LEAST_LEAD = 8;

/**
 * The name of each file on its own histogram, where it rises most above the other one; null where one of them never does,
 * so that a key has to name them.
 */
export function sideLabels(outlines: Outline[], plot: Box, names: SidesWords): PlacedLabel[] | null {
  const placed: PlacedLabel[] = [];
  const named = outlines.map((outline): Named => ({ ...outline, name: names[outline.side].name }));
  for (const outline of named) {
    const opposite = named.filter((candidate) => candidate !== outline);
    const best = [...labelsAbove(outline, opposite, plot), ...labelsBeside(outline, opposite, plot)]
      .filter(({ spot }) => !placed.some((earlier) => overlaps(labelBox(earlier), labelBox(spot))))
      .reduce<Candidate | null>((a, b) => (a === null || b.lead > a.lead ? b : a), null);
    if (best === null || best.lead < LEAST_LEAD) return null;
    placed.push(best.spot);
  }
  return placed;
}

function top(outlines: Outline[], left: number, right: number, floor: number): number {
  const steps = outlines.flatMap((outline) => outline.steps);
  return smallest(
    steps.filter(({ x0, x1 }) => x1 > left && x0 < right).map(({ y }) => y),
    floor,
  );
}

/** Centred over the outline. */
function labelsAbove(outline: Named, opposite: Outline[], plot: Box): Candidate[] {
  const halfWidth = textWidth(outline.name) / 2 + 3;
  const floor = plot.y + plot.height;
  return range(plot.x + halfWidth, plot.x + plot.width - halfWidth + 0.5, 4).map((x) => {
    const peak = top([outline], x - 4, x + 4, floor);
    const ceiling = top([outline, ...opposite], x - halfWidth, x + halfWidth, floor);
    const lead = Math.min(top(opposite, x - 4, x + 4, floor) - peak, 60) - 3 * (peak - ceiling);
    return { spot: label(x, ceiling - 6, outline.name, { anchor: 'middle', tone: textTone[outline.side] }), lead };
  });
}

/** Level with the top of a bin, in the free space to its right or left. */
function labelsBeside(outline: Named, opposite: Outline[], plot: Box): Candidate[] {
  const floor = plot.y + plot.height;
  return outline.steps.flatMap(({ x0, x1, y }) => {
    const lead = Math.min(top(opposite, x0, x1, floor) - y, 60);
    return (['start', 'end'] as const)
      .map((anchor) =>
        label(anchor === 'start' ? x1 + 6 : x0 - 6, y + 10, outline.name, { anchor, tone: textTone[outline.side] }),
      )
      .filter((spot) => {
        const box = labelBox(spot);
        return (
          contains(plot, box) && top([outline, ...opposite], box.x - 3, box.x + box.width, floor) > box.y + box.height
        );
      })
      .map((spot) => ({ spot, lead: lead - 1 }));
  });
}
