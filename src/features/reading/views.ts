/** A document on a page of its own, with the others of the application beside it. */
import { documentReader, localNav, pageHead, stack } from '../../ui/components/index.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { ReadableDocument } from '../../ui/components/index.ts';

export interface ReadView {
  document: ReadableDocument;
  nomination: { id: string; organisation: string };
  as: 'applicant' | 'secretary' | 'juror';
  beside: readonly { id: string; name: string }[];
}

export function readPage({ document, nomination, as, beside }: ReadView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.reading;
  const address = `/dokument/${document.id}/les`;
  const way = {
    applicant: { href: `/soknad/${nomination.id}`, first: { label: t.common.myPage, href: '/min-side' } },
    secretary: {
      href: `/sekretariat/soknad/${nomination.id}`,
      first: { label: t.common.nav.secretariat, href: '/sekretariat' },
    },
    juror: { href: `/jury/soknad/${nomination.id}`, first: { label: t.common.nav.jury, href: '/jury' } },
  }[as];
  return {
    title: document.name,
    wide: true,
    breadcrumbs: [way.first, { label: nomination.organisation, href: way.href }, { label: document.name }],
    main: stack(
      pageHead({
        title: document.name,
        over: nomination.organisation,
        ...(document.description && document.description !== document.name
          ? { lead: document.description }
          : {}),
      }),
      beside.length > 1 &&
        localNav(
          beside.map(({ id, name }) => ({
            href: `/dokument/${id}/les`,
            label: name,
            current: id === document.id,
          })),
          own.others,
        ),
      documentReader(document, address, lang),
    ),
  };
}
