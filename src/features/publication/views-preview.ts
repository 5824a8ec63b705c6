/** A publication as the public will see it. */
import { actionForm, actions, alert, link, pageHead, paragraph } from '../../ui/components/index.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import type { PublicOutcome } from './schema-public.ts';
import { askOf, type PublicationOnPage } from './views-publication.ts';
import { outcomeParts } from './views-year.ts';

/** The publication as it will be seen, in any of the languages of the public pages. */
export function previewPage(
  view: {
    edition: { id: string; year: number; finalists_at: Date };
    one: PublicationOnPage;
    outcome: PublicOutcome;
    shownIn: Lang;
  },
  lang: Lang,
): Page {
  const { publication: t } = texts(lang);
  const { edition, one, outcome, shownIn } = view;
  const title = t.previewTitle(t.kinds[one.row.kind]);
  const here = `${editionHref(edition.id, 'publication')}/${one.row.id}`;
  const phase = one.row.kind === 'winner' ? 'winner' : 'finalists';
  return {
    title,
    breadcrumbs: [
      ...editionCrumbs(edition, t.title, lang).slice(0, 2),
      { label: t.title, href: editionHref(edition.id, 'publication') },
      { label: title },
    ],
    main: html`${pageHead({ title })}${alert({ tone: one.state === 'published' ? 'success' : 'warning', body: paragraph(one.state === 'published' ? t.previewPublished : t.previewNote) })}
${actions(LANGS.filter((each) => each !== shownIn).map((each) => link(`${here}?sprak=${each}`, t.inLanguage(t.languages[each]))))}
<div lang="${shownIn}">${outcomeParts(outcome, { year: edition.year, phase, finalistsAt: edition.finalists_at }, shownIn)}</div>
${one.may.includes('approve') && actionForm({ action: `${here}/godkjenn`, label: t.approve, kind: 'primary', version: one.row.version, ask: askOf(one.row, lang) })}`,
  };
}
