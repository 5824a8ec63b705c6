/** The ballot of a year with nothing given. */
import { heading, pageHead, paragraph, stack, tag } from '../../ui/components/index.ts';
import { editionCrumbs } from '../../ui/edition-nav.ts';
import type { Page } from '../../ui/layout.ts';
import { previewHref, previewNote } from '../../ui/preview.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';
import { sheetForm } from './views-form.ts';

export function ballotPreviewPage(
  {
    edition,
    sheet,
    scale,
    tried,
  }: {
    edition: { id: string; year: number };
    sheet: readonly SheetLine[];
    scale: Scale;
    tried: boolean;
  },
  lang: Lang,
): Page {
  const t = texts(lang);
  const here = previewHref(edition.id, 'ballot');
  const empty = { sheet, scale, version: 0, errors: [], clashes: new Set<string>(), input: () => undefined };
  return {
    title: t.ballots.page.ballot,
    breadcrumbs: editionCrumbs(edition, t.preview.part, lang),
    main: stack(
      previewNote({ editionId: edition.id, what: 'ballot', here, tried }, lang),
      pageHead({ title: t.preview.applicant, over: tag(t.ballots.states.assigned) }),
      heading(2, t.ballots.page.ballot),
      paragraph(t.ballots.page.sealed, 'muted'),
      sheetForm(empty, { path: `${here}?sprak=${lang}`, autosave: undefined }, t, lang),
    ),
  };
}
