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
const least = 8;

/**
 * The name of each file on its own histogram, where it rises most above the other one; null where one of them never does,
 * so that a key has to name them.
 */
export function sideLabels(outlines: Outline[], plot: Box, names: SidesWords): PlacedLabel[] | null {
  const placed: PlacedLabel[] = [];
  const all = outlines.map((outline): Named => ({ ...outline, name: names[outline.side].name }));
  for (const own of all) {
    const others = all.filter((outline) => outline !== own);
    const best = [...labelsAbove(own, others, plot), ...labelsBeside(own, others, plot)]
      .filter(({ spot }) => !placed.some((other) => overlaps(labelBox(other), labelBox(spot))))
      .reduce<Candidate | null>((a, b) => (a === null || b.lead > a.lead ? b : a), null);
    if (best === null || best.lead < least) return null;
    placed.push(best.spot);
  }
  return placed;
}

function top(outlines: Outline[], from: number, to: number, floor: number): number {
  const steps = outlines.flatMap((outline) => outline.steps);
  return Math.min(floor, ...steps.filter(({ x0, x1 }) => x1 > from && x0 < to).map(({ y }) => y));
}

/** Centred over the outline. */
function labelsAbove(own: Named, others: Outline[], plot: Box): Candidate[] {
  const half = textWidth(own.name) / 2 + 3;
  const floor = plot.y + plot.height;
  return range(plot.x + half, plot.x + plot.width - half + 0.5, 4).map((x) => {
    const near = top([own], x - 4, x + 4, floor);
    const ceiling = top([own, ...others], x - half, x + half, floor);
    const lead = Math.min(top(others, x - 4, x + 4, floor) - near, 60) - 3 * (near - ceiling);
    return { spot: label(x, ceiling - 6, own.name, { anchor: 'middle', tone: textTone[own.side] }), lead };
  });
}

/** Level with the top of a bin, in the free space to its right or left. */
function labelsBeside(own: Named, others: Outline[], plot: Box): Candidate[] {
  const floor = plot.y + plot.height;
  return own.steps.flatMap(({ x0, x1, y }) => {
    const lead = Math.min(top(others, x0, x1, floor) - y, 60);
    return (['start', 'end'] as const)
      .map((anchor) =>
        label(anchor === 'start' ? x1 + 6 : x0 - 6, y + 10, own.name, { anchor, tone: textTone[own.side] }),
      )
      .filter((spot) => {
        const box = labelBox(spot);
        return contains(plot, box) && top([own, ...others], box.x - 3, box.x + box.width, floor) > box.y + box.height;
      })
      .map((spot) => ({ spot, lead: lead - 1 }));
  });
}
