/** A publication as the public will see it, and the page that stops one. */
import {
  actionForm,
  actions,
  alert,
  confirmForm,
  errorSummary,
  errorsByField,
  link,
  pageHead,
  paragraph,
  textArea,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import type { PublicOutcome } from './schema-public.ts';
import type { PublicationOnPage } from './views-publication.ts';
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
${one.mayApprove && actionForm({ action: `${here}/godkjenn`, label: t.approve, kind: 'primary', version: one.row.version, ask: t.approveAsk })}`,
  };
}

export function stopPage(
  view: {
    edition: { id: string; year: number };
    one: PublicationOnPage;
    reason: string;
    errors: readonly FormError[];
  },
  lang: Lang,
): Page {
  const { publication: t, common } = texts(lang);
  const { edition, one, reason, errors } = view;
  const back = editionHref(edition.id, 'publication');
  const title = t.stopTitle(t.kinds[one.row.kind]);
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.stop, lang),
    main: html`${errorSummary(errors, texts(lang), { reason: t.stopReason })}${confirmForm({
      action: `${back}/${one.row.id}/stopp`,
      title,
      body: paragraph(t.stopLead),
      confirm: t.stop,
      kind: 'danger',
      cancel: common.cancel,
      cancelHref: back,
      version: one.row.version,
      fields: textArea({
        name: 'reason',
        label: t.stopReason,
        value: reason,
        rows: 3,
        error: errorsByField(errors)['reason'],
      }),
    })}`,
  };
}
