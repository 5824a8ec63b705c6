/** A publication as the public will see it. */
import {
  actions,
  alert,
  card,
  details,
  errorSummary,
  link,
  pageHead,
  paragraph,
  section,
  sharedPicture,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import type { SaidLetter } from '../letter-texts/schema.ts';
import { nameOf } from './schema-nominee.ts';
import { wordsSection } from './views-letters.ts';
import type { PublicOutcome } from './schema-public.ts';
import { approvalForm } from './views-approval.ts';
import { nomineeBody, overOf, type Nominee, type PictureSize } from './views-nominee.ts';
import type { PublicationOnPage } from './views-publication.ts';
import { outcomeParts } from './views-year.ts';

/** The publication as it will be seen, in any of the languages of the public pages. */
export function previewPage(
  view: {
    edition: { id: string; year: number; finalists_at: Date };
    one: PublicationOnPage;
    outcome: PublicOutcome;
    shownIn: Lang;
    picture: PictureSize;
    /** Why it was not approved. */
    errors: readonly FormError[];
    /** That go when it is out. */
    letters: readonly SaidLetter[];
  },
  lang: Lang,
): Page {
  const { publication: t } = texts(lang);
  const { edition, one, outcome, shownIn, picture, errors, letters } = view;
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
    failed: errors.length > 0,
    main: html`${errorSummary(errors, texts(lang), {})}${pageHead({ title })}${alert({ tone: one.state === 'published' ? 'success' : 'warning', body: paragraph(one.state === 'published' ? t.previewPublished : t.previewNote) })}
${actions(LANGS.filter((each) => each !== shownIn).map((each) => link(`${here}?sprak=${each}`, t.inLanguage(t.languages[each]))))}
<div lang="${shownIn}">${outcomeParts(outcome, { year: edition.year, phase, finalistsAt: edition.finalists_at }, shownIn, ({ slug }) => `#${slug}`)}</div>
${outcome.nominated.length > 0 && section({ title: t.previewPages, id: 'sider', body: html`${paragraph(t.previewPagesLead)}${outcome.nominated.map((each) => nomineePreview({ year: edition.year, outcome, one: each }, { here, shownIn, picture }, lang))}` })}
${wordsSection(letters, lang)}
${one.may.includes('approve') && approvalForm(here, one, lang)}`,
  };
}

/** The picture and the page of one of the nominated. */
function nomineePreview(
  nominee: Nominee,
  { here, shownIn, picture }: { here: string; shownIn: Lang; picture: PictureSize },
  lang: Lang,
): Html {
  const { slug } = nominee.one;
  const [name, over] = [nameOf(nominee.one), overOf(nominee, shownIn)];
  return card({
    id: slug,
    level: 3,
    lang: shownIn,
    over,
    title: name,
    body: html`${sharedPicture({ src: `${here}/bilde/${slug}?sprak=${shownIn}`, alt: `${over}: ${name}`, ...picture })}
${details({ summary: html`<span lang="${lang}">${texts(lang).publication.previewReadPage}</span>`, body: nomineeBody(nominee, shownIn, 4) })}`,
  });
}
