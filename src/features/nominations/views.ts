/** An application to those who work on it: what is done and what is missing, and the deadline. */
import {
  actions,
  alert,
  buttonLink,
  countdown,
  descriptionList,
  link,
  list,
  pageHead,
  paragraph,
  stack,
  statusMessage,
  tag,
  time,
  withAside,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationState } from '../../ui/nomination-state.ts';
import { formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NamedPart } from '../completion/schema.ts';
import type { NominationRow, Section } from './schema.ts';
import { taskList } from './views-tasks.ts';
import { shownState, whatNow } from './views-status.ts';

/** A page of the form, as the list of what is left shows it. */
export interface Part {
  slug: string;
  section: Section;
  /** Which question of its part, where it has a page of its own. */
  number: number | null;
  /** The question, where it has a page of its own: in the languages of the form. */
  label: Record<string, { label: string }> | null;
  /** Its questions. */
  ids: readonly string[];
  questions: number;
  answered: number;
  required: number;
  /** Required questions that lack an answer, and answers over their limit: what they ask, in the languages of the form. */
  missing: readonly Record<string, { label: string }>[];
  tooLong: readonly Record<string, { label: string }>[];
  /** Of a single text: how much is written. */
  words: { count: number; max: number | null } | null;
  /** Who has it open now. */
  here: readonly string[];
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
  /** The deadline is later than the call's. */
  hasMoreTime: boolean;
  parts: readonly Part[];
  /** What it was returned for, while it is. */
  asked: readonly NamedPart[] | undefined;
  documents: number;
  progress: { answered: number; required: number };
  /** What is written differs from what was sent in last. */
  unsent: boolean;
  members: readonly { name: string; email: string }[];
  canWithdraw: boolean;
  outcome: 'finalist' | 'winner' | 'honourableMention' | 'finalistWithoutPrize' | 'notSelected' | null;
  /** What the jury says about it is there to be read. */
  feedback: boolean;
  /** The reader has been told something in confidence. */
  confidence: boolean;
  /** Applications of earlier years that the reader may start from. */
  earlier: number;
  /** Those that came by mail, to look at. */
  old: number;
  /** Who is to confirm it, where the year asks for that. */
  confirmations: readonly { state: 'notAsked' | 'asked' | 'confirmed' | 'declined' }[];
  /** People who wait for an answer to their wish to join. */
  requests: number;
}

export { nominationCrumbs } from '../../ui/nomination-nav.ts';

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
        aside: nominationState(state, lang),
      }),
      withAside({
        main: stack(
          view.confidence && !view.outcome && confidential(row, lang),
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

const confidential = ({ id }: Overview['row'], lang: Lang): Html => {
  const own = texts(lang).namings;
  return alert({
    tone: 'info',
    title: own.short,
    body: html`${paragraph(own.shortBody)}<p>${link(`/soknad/${id}/fortrolig`, own.read)}</p>`,
  });
};

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
  return html`${note}${actions(buttonLink({ href: `/soknad/${row.id}/send-inn`, label: again ? own.previewAgain : own.preview, kind: again && !unsent ? 'secondary' : 'primary' }), buttonLink({ href: `/soknad/${row.id}/forhandsvis`, label: texts(lang).receipts.preview.title, kind: 'tertiary' }))}`;
}

function side(view: Overview, lang: Lang): Html {
  const { row, open, deadline, now, members, canWithdraw, requests } = view;
  const t = texts(lang).nominations;
  const own = t.overview;
  const passed = ['draft', 'returned'].includes(row.state) ? texts(lang).common.countdown.passed : null;
  return stack(
    descriptionList([
      [own.deadline, open ? countdown({ at: deadline, now, lang }) : passed],
      [t.receipt.number, row.receipt_number],
      [t.receipt.submitted, row.submitted_at && time(row.submitted_at, formatExact(row.submitted_at, lang))],
    ]),
    row.submission_count > 0
      ? list([
          ...(view.feedback ? [link(`/soknad/${row.id}/tilbakemelding`, texts(lang).feedback.link)] : []),
          link(`/soknad/${row.id}/kvittering`, own.receipt),
          link(`/soknad/${row.id}/innsendt`, own.asSent),
          link(`/soknad/${row.id}/innsigelse`, texts(lang).objections.link),
        ])
      : nothing,
    html`<p>${link(`/soknad/${row.id}/historikk`, texts(lang).writing.steps.history)}</p>`,
    html`<p><strong>${own.members}</strong></p>${list(members.map(({ name, email }) => name || email))}<p>${link(`/soknad/${row.id}/medarbeidere`, own.manageMembers)}${requests > 0 && html` ${tag(String(requests), 'warning')}`}</p>`,
    html`<p>${link(`/soknad/${row.id}/brev`, texts(lang).contacts.letters)}</p>`,
    html`<p>${link(`/soknad/${row.id}/hjelp`, texts(lang).guidance.overview)}</p>`,
    canWithdraw ? html`<p>${link(`/soknad/${row.id}/trekk`, own.withdraw)}</p>` : nothing,
  );
}
