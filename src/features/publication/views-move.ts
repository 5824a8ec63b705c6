/** The page that asks for another moment. */
import {
  confirmForm,
  dateTimeField,
  errorSummary,
  errorsByField,
  paragraph,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { PublicationOnPage } from './views-publication.ts';

export function movePage(
  view: {
    edition: { id: string; year: number };
    one: PublicationOnPage;
    moment: { date: string; time: string };
    errors: readonly FormError[];
  },
  lang: Lang,
): Page {
  const { publication: t, common } = texts(lang);
  const { edition, one, moment, errors } = view;
  const { row } = one;
  const back = editionHref(edition.id, 'publication');
  const title = t.moveTitle(t.kinds[row.kind]);
  const legend = row.release === 'press' ? t.moveLatestTo : t.moveTo;
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.move, lang),
    main: html`${errorSummary(errors, texts(lang), { publishAt: legend, publishAtTime: legend })}${confirmForm(
      {
        action: `${back}/${row.id}/flytt`,
        title,
        body: paragraph(t.moveLead),
        confirm: t.moveDo,
        cancel: common.cancel,
        cancelHref: back,
        version: row.version,
        fields: dateTimeField({
          name: 'publishAt',
          legend,
          labels: { date: common.date, time: common.time },
          ...moment,
          errors: errorsByField(errors),
        }),
      },
    )}`,
  };
}
