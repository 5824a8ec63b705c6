/** Applications of earlier years, to look at and to start from. */
import {
  actionForm,
  emptyState,
  link,
  list,
  pageHead,
  paragraph,
  rows,
  section,
  stack,
  statusMessage,
  tag,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { osloInstant } from '../../platform/clock.ts';
import { ownFilePath, type OwnOld } from '../old-applications/schema.ts';
import { applicantName, formatBytes, formatDate } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export interface EarlierView {
  row: { id: string; organisation_name: string };
  open: boolean;
  earlier: readonly {
    id: string;
    year: number;
    organisation_name: string;
    unit_name: string;
    state: string;
    submitted_at: Date | null;
  }[];
  /** Those that came by mail. */
  old: readonly OwnOld[];
  /** What was just copied. */
  done: { copied: number; left: number } | null;
}

export function earlierPage({ row, open, earlier, old, done }: EarlierView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.earlier;
  const states: Record<string, string> = t.nominations.states;
  return {
    title: own.title,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      done &&
        statusMessage(html`${own.copied(done.copied)}${done.left > 0 && html` ${own.left(done.left)}`}`),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      earlier.length === 0
        ? old.length === 0 && emptyState({ title: own.none, body: own.noneBody })
        : rows(
            earlier.map(
              (one) =>
                html`<p>${link(`/soknad/${one.id}/innsendt`, own.application(one.year, applicantName(one.organisation_name, one.unit_name)))} ${tag(states[one.state] ?? one.state)}</p>${
                  one.submitted_at && paragraph(own.sent(formatDate(one.submitted_at, lang)), 'small')
                }${
                  open &&
                  actionForm({
                    action: `/soknad/${row.id}/tidligere`,
                    label: own.start,
                    fields: { from: one.id },
                  })
                }`,
            ),
          ),
      earlier.length > 0 && open && paragraph(own.startHint, 'small'),
      old.length > 0 && oldOnes(old, lang),
      html`<p>${link(`/soknad/${row.id}`, t.nominations.receipt.toApplication)}</p>`,
    ),
  };
}

/** To look at; there are no answers to start from. */
function oldOnes(old: readonly OwnOld[], lang: Lang): Html {
  const { own } = texts(lang).oldApplications;
  return section({
    title: own.title,
    id: 'gamle',
    body: rows(
      old.map(
        ({ id, year, organisation, unit, receivedOn, files }) =>
          html`<p>${own.application(year, applicantName(organisation, unit))}</p>${paragraph(own.came(formatDate(osloInstant(receivedOn), lang)), 'small')}${list(
            files.map(
              (file) =>
                html`${link(ownFilePath(id, file.id), file.name, { download: true })} (${formatBytes(file.bytes, lang)})`,
            ),
          )}`,
      ),
    ),
  });
}
