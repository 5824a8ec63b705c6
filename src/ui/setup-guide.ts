/** The way from an empty year to the announcement, in five steps: where one is, what is done and what is next. */
import { link } from './components/actions.ts';
import { steps } from './components/lists.ts';
import { heading, paragraph } from './components/text.ts';
import { editionHref } from './edition-nav.ts';
import { html, nothing, type Html } from './html.ts';
import { texts, type Lang } from './text/index.ts';

export const guideSteps = ['dates', 'texts', 'criteria', 'jury', 'announce'] as const;
export type GuideStep = (typeof guideSteps)[number];
/** Which are done; null where there is nothing to set up any more. */
export type Guide = Readonly<Record<GuideStep, boolean>> | null;

const places: Record<GuideStep, (id: string) => string> = {
  dates: (id) => `${editionHref(id, 'setup')}#datoer`,
  texts: (id) => `${editionHref(id, 'setup')}#tekster`,
  criteria: (id) => editionHref(id, 'criteria'),
  jury: (id) => editionHref(id, 'jury'),
  announce: (id) => `${editionHref(id)}#neste`,
};

/** `here`: the steps that are taken on this page. One is at the first of them that is not done. */
export function setupGuide(id: string, guide: Guide, here: readonly GuideStep[], lang: Lang): Html {
  if (!guide) return nothing;
  const t = texts(lang).setupGuide;
  const current = here.find((step) => !guide[step]) ?? here[0];
  const next = guideSteps.find((step) => !guide[step] && step !== current);
  const at = current ? guideSteps.indexOf(current) + 1 : 0;
  const items = guideSteps.map((step) => ({
    label: link(places[step](id), t.steps[step]),
    state: step === current ? ('current' as const) : guide[step] ? ('done' as const) : ('upcoming' as const),
    ...(step === current && guide[step] ? { note: t.done } : {}),
  }));
  return html`<section class="ep-stack" aria-labelledby="oppsett-steg">${heading(2, t.title, { id: 'oppsett-steg', size: '2xs' })}${
    current && paragraph(t.at(at, guideSteps.length, t.steps[current], guide[current]))
  }${steps(items, texts(lang))}${next && paragraph(html`${t.next} ${link(places[next](id), t.steps[next])}`)}</section>`;
}
