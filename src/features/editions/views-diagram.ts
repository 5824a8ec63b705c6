/** The course of a year: a drawing and the same as a table, both from the machine, with the present state marked. */
import { heading, paragraph, stateDiagram, table, tag } from '../../ui/components/index.ts';
import type { DiagramState } from '../../ui/components/diagram.ts';
import { editionCrumbs, editionHead } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';

type State = keyof ReturnType<typeof texts>['secretariat']['states'];
type Event = keyof ReturnType<typeof texts>['secretariat']['events'];
export interface Graph {
  states: readonly string[];
  edges: readonly { from: string; event: string; to: string; needs: readonly string[] }[];
}

export function diagramPage(
  edition: { id: string; year: number; state: string },
  graph: Graph,
  lang: Lang,
): Page {
  const { secretariat: s } = texts(lang);
  const t = s.diagram;
  return {
    title: `${t.title}, ${s.edition(edition.year)}`,
    wide: true,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${editionHead(edition, 'diagram', { title: t.title, lead: t.lead, over: s.edition(edition.year) }, lang)}
${paragraph(t.here(s.states[edition.state as State]))}
${courseOf(edition.state, graph, lang)}
${heading(2, t.asList)}
${table({
  caption: t.asList,
  hideCaption: true,
  rows: graph.edges,
  columns: [
    {
      header: t.from,
      cell: ({ from }) => html`${s.states[from as State]} ${from === edition.state && tag(t.now, 'accent')}`,
    },
    { header: t.event, names: true, cell: ({ event }) => s.events[event as Event] },
    { header: t.to, cell: ({ from, to }) => (from === to ? t.stays : s.states[to as State]) },
    {
      header: t.needs,
      cell: ({ needs }) => needs.map((name) => html`${requirementText(texts(lang), name)}<br>`),
    },
  ],
})}`,
  };
}

/** The drawing, with the present state marked. */
export function courseOf(current: string, graph: Graph, lang: Lang): Html {
  const { secretariat: s } = texts(lang);
  return stateDiagram({
    title: s.diagram.picture,
    states: placed(graph).map((one) => ({ ...one, label: s.states[one.id as State] })),
    ways: onePerPair(graph.edges.filter(({ from, to }) => from !== to)),
    current,
  });
}

/** The line that the machine lists from state to state stands to the left; ends and detours stand beside it, near where they begin. */
function placed({ states, edges }: Graph): DiagramState[] {
  const leads = (from: string, to: string) => edges.some((edge) => edge.from === from && edge.to === to);
  const breakAt = states.findIndex((state, i) => i > 0 && !leads(states[i - 1] as string, state));
  const line = states.slice(0, breakAt < 0 ? states.length : breakAt);
  const beside = states.slice(line.length).map((id) => {
    const from = edges
      .filter((edge) => edge.to === id)
      .flatMap((edge) => (line.includes(edge.from) ? [line.indexOf(edge.from)] : []));
    return { id, row: from.reduce((sum, row) => sum + row, 0) / Math.max(1, from.length) };
  });
  const rows = beside.toSorted((a, b) => a.row - b.row);
  for (const [i, one] of rows.entries()) if (i > 0) one.row = Math.max(one.row, (rows[i - 1]?.row ?? 0) + 1);
  return [
    ...line.map((id, row) => ({ id, label: '', column: 0 as const, row })),
    ...rows.map(({ id, row }) => ({ id, label: '', column: 1 as const, row })),
  ];
}

const onePerPair = (ways: Graph['edges']): { from: string; to: string }[] => [
  ...new Map(ways.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values(),
];
