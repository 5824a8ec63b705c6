/** An application to those who work on it: what is done and what is missing, and the deadline. */
import {
  actions,
  alert,
  buttonLink,
  descriptionList,
  link,
  list,
  pageHead,
  paragraph,
  progress,
  section,
  stack,
  statusMessage,
  tag,
  taskRows,
  time,
  withAside,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDeadline, formatExact, formatRelative } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow, Section } from './schema.ts';
import { shownState, stateTones, whatNow } from './views-status.ts';

/** Words in addresses for the sections of the form. */
export const sectionSlugs = {
  om: 'about',
  kriterier: 'criteria',
  tillegg: 'extra',
  godkjenning: 'approval',
} as const;
export const slugOfSection = (section: Section): string =>
  Object.entries(sectionSlugs).find(([, each]) => each === section)?.[0] ?? '';

export interface Part {
  section: Section;
  questions: number;
  /** Required questions that lack an answer, and answers over their limit. */
  missing: number;
  tooLong: number;
  required: number;
}
export interface Overview {
  row: Omit<NominationRow, 'created_by'>;
  call: {
    year: number;
    opens_at: Date;
    closes_at: Date;
    finalists_at: Date;
    ceremony_at: Date;
    judging_started_at: Date | null;
  };
  now: Date;
  /** It can be written in and sent now. */
  open: boolean;
  deadline: Date;
  parts: readonly Part[];
  documents: number;
  progress: { answered: number; required: number };
  /** What is written differs from what was sent in last. */
  unsent: boolean;
  members: readonly { name: string; email: string }[];
  canWithdraw: boolean;
  outcome: 'finalist' | 'winner' | 'honourableMention' | 'finalistWithoutPrize' | 'notSelected' | null;
  /** People who wait for an answer to their wish to join. */
  requests: number;
}

export const nominationCrumbs = (
  row: Pick<NominationRow, 'id' | 'organisation_name'>,
  title: string,
  lang: Lang,
) => [
  { label: texts(lang).common.myPage, href: '/min-side' },
  { label: row.organisation_name, href: `/soknad/${row.id}` },
  { label: title },
];

export function overviewPage(view: Overview, lang: Lang): Page {
  const t = texts(lang);
  const { row, call } = view;
  const own = t.nominations.overview;
  const state = shownState(view);
  return {
    title: row.organisation_name,
    wide: true,
    breadcrumbs: [{ label: t.common.myPage, href: '/min-side' }, { label: row.organisation_name }],
    main: stack(
      pageHead({
        title: row.organisation_name,
        over: own.over(call.year),
        lead: row.unit_name || undefined,
        aside: tag(t.nominations.states[state], stateTones[state]),
      }),
      withAside({
        main: stack(
          whatNow(view, lang),
          view.open ? taskList(view, lang) : nothing,
          view.open ? sendBox(view, lang) : nothing,
        ),
        side: side(view, lang),
        label: own.whatNow,
      }),
    ),
  };
}

function taskList({ row, parts, documents, progress: done }: Overview, lang: Lang): Html {
  const t = texts(lang).nominations;
  const own = t.overview;
  const items = parts.map((part) => ({
    href: `/soknad/${row.id}/del/${slugOfSection(part.section)}`,
    label: t.sections[part.section],
    about: t.sectionLeads[part.section],
    status: statusOf(part, lang),
  }));
  items.push({
    href: `/soknad/${row.id}/vedlegg`,
    label: own.documents,
    about: own.documentsLead,
    status: tag(own.documentCount(documents), documents ? 'success' : 'neutral'),
  });
  return section({
    title: own.parts,
    id: 'deler',
    body: html`${progress({ label: own.progress, value: done.answered, max: done.required, shown: own.progressShown(done.answered, done.required), id: 'framdrift' })}${taskRows(items)}`,
  });
}

function statusOf({ missing, tooLong, required }: Part, lang: Lang): Html {
  const own = texts(lang).nominations.overview;
  if (tooLong) return tag(own.tooLong(tooLong), 'danger');
  if (missing) return tag(own.missing(missing), 'warning');
  return required ? tag(own.complete, 'success') : tag(own.optionalPart);
}

function sendBox({ row, unsent }: Overview, lang: Lang): Html {
  const own = texts(lang).nominations.overview;
  const again = row.submission_count > 0;
  const note =
    again &&
    (unsent
      ? alert({ tone: 'warning', body: paragraph(own.unsent) })
      : row.state === 'submitted'
        ? statusMessage(own.sentAndSame)
        : nothing);
  return html`${note}${actions(buttonLink({ href: `/soknad/${row.id}/send-inn`, label: again ? own.previewAgain : own.preview, kind: again && !unsent ? 'secondary' : 'primary' }))}`;
}

function side(view: Overview, lang: Lang): Html {
  const { row, open, deadline, now, members, canWithdraw, requests } = view;
  const t = texts(lang).nominations;
  const own = t.overview;
  const open_ =
    open &&
    html`${time(deadline, formatDeadline(deadline, lang))}<br>${own.left(formatRelative(deadline, now, lang))}`;
  return stack(
    descriptionList([
      [own.deadline, open ? open_ : ['draft', 'returned'].includes(row.state) ? own.passed : null],
      [t.receipt.number, row.receipt_number],
      [t.receipt.submitted, row.submitted_at && time(row.submitted_at, formatExact(row.submitted_at, lang))],
    ]),
    row.submission_count > 0
      ? list([
          link(`/soknad/${row.id}/kvittering`, own.receipt),
          link(`/soknad/${row.id}/innsendt`, own.asSent),
        ])
      : nothing,
    html`<p><strong>${own.members}</strong></p>${list(members.map(({ name, email }) => name || email))}<p>${link(`/soknad/${row.id}/medarbeidere`, own.manageMembers)}${requests > 0 && html` ${tag(String(requests), 'warning')}`}</p>`,
    canWithdraw ? html`<p>${link(`/soknad/${row.id}/trekk`, own.withdraw)}</p>` : nothing,
  );
}
