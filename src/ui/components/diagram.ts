/** A drawing of states and the ways between them. Decoration beside a table that says the same. */
import { attrs, html } from '../html.ts';
import type { Html } from '../html.ts';

export interface DiagramState {
  id: string;
  label: string;
  /** Where it stands: 0 is the main line downwards, 1 what stands beside it. Rows may be halves. */
  column: 0 | 1;
  row: number;
}

const BOX = { width: 250, height: 40, row: 66, column: 360, margin: 40 };
const left = ({ column }: DiagramState): number => BOX.margin + column * BOX.column;
const top = ({ row }: DiagramState): number => 8 + row * BOX.row;
const middle = (state: DiagramState): number => top(state) + BOX.height / 2;

export function stateDiagram(options: {
  title: string;
  states: readonly DiagramState[];
  ways: readonly { from: string; to: string }[];
  current: string;
}): Html {
  const { states, current } = options;
  const byId = new Map(states.map((state) => [state.id, state]));
  const height = Math.max(...states.map(top)) + BOX.height + 8;
  const width = BOX.margin * 2 + BOX.column + BOX.width;
  const lines = options.ways.map(({ from, to }) =>
    way(byId.get(from) as DiagramState, byId.get(to) as DiagramState),
  );
  return html`<div class="ep-diagram" role="region" tabindex="0" aria-label="${options.title}"><svg${attrs({ viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': options.title })}>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>
${lines.map((d) => html`<path class="ep-diagram__way"${attrs({ d })} marker-end="url(#arrow)"/>`)}
${states.map((state) => html`<g${attrs({ 'data-current': state.id === current && 'yes' })}><rect${attrs({ x: left(state), y: top(state), width: BOX.width, height: BOX.height, rx: 8 })}/><text${attrs({ x: left(state) + BOX.width / 2, y: middle(state) + 5 })}>${state.label}</text></g>`)}
</svg></div>`;
}

/** Straight down the line, back around its left side, across to what stands beside it. */
function way(from: DiagramState, to: DiagramState): string {
  const x = left(from);
  if (from.column === 0 && to.column === 0) {
    if (to.row > from.row) return `M${x + BOX.width / 2} ${top(from) + BOX.height}V${top(to) - 2}`;
    return `M${x} ${middle(from)}h-22V${middle(to)}h20`;
  }
  if (from.column === 1 && to.column === 1) return `M${x + BOX.width} ${middle(from)}h22V${middle(to)}h-20`;
  return `M${x + BOX.width} ${middle(from)}L${left(to) - 2} ${middle(to)}`;
}
