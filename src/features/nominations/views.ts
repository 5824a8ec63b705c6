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
import { formatDeadline, formatExact, formatList, formatRelative } from '../../ui/text/format.ts';
import { confirmationTag } from '../../ui/confirmation.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow, Section } from './schema.ts';
import { shownState, stateTones, whatNow } from './views-status.ts';

/** A page of the form, as the list of what is left shows it. */
export interface Part {
  slug: string;
  section: Section;
  /** Which question of its part, where it has a page of its own. */
  number: number | null;
  /** The question, where it has a page of its own: in the languages of the form. */
  label: Record<string, { label: string }> | null;
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
  parts: readonly Part[];
  documents: number;
  progress: { answered: number; required: number };
  /** What is written differs from what was sent in last. */
  unsent: boolean;
  members: readonly { name: string; email: string }[];
  canWithdraw: boolean;
  outcome: 'finalist' | 'winner' | 'honourableMention' | 'finalistWithoutPrize' | 'notSelected' | null;
  /** Applications of earlier years that the reader may start from. */
  earlier: number;
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

function taskList(view: Overview, lang: Lang): Html {
  const { row, parts, documents, progress: done, confirmations } = view;
  const t = texts(lang).nominations;
  const own = t.overview;
  const items: { href: string; label: string; about: Html | string; status: Html }[] = parts.map((part) => ({
    href: `/soknad/${row.id}/del/${part.slug}`,
    label: part.number === null ? t.sections[part.section] : `${part.number}. ${inOwn(part.label, lang)}`,
    about: aboutPart(part, lang),
    status: statusOf(part, lang),
  }));
  items.unshift({
    href: `/soknad/${row.id}/soker`,
    label: texts(lang).organisations.title,
    about: texts(lang).organisations.lead,
    status: row.organisation_number ? tag(t.overview.complete, 'success') : tag(t.overview.optionalPart),
  });
  items.push({
    href: `/soknad/${row.id}/vedlegg`,
    label: own.documents,
    about: own.documentsLead,
    status: tag(own.documentCount(documents), documents ? 'success' : 'neutral'),
  });
  if (confirmations.length > 0)
    items.push({
      href: `/soknad/${row.id}/bekreftelser`,
      label: texts(lang).confirmations.title,
      about: texts(lang).confirmations.taskLead,
      status: confirmationTag(worst(confirmations), lang),
    });
  return section({
    title: own.parts,
    id: 'deler',
    body: html`${progress({ label: own.progress, value: done.answered, max: done.required, shown: own.progressShown(done.answered, done.required), id: 'framdrift' })}${taskRows(items)}${view.earlier > 0 && html`<p>${link(`/soknad/${row.id}/tidligere`, texts(lang).earlier.link)}</p>`}`,
  });
}

/** Of several confirmations, the one that most needs doing. */
const worst = (all: Overview['confirmations']) =>
  (['declined', 'notAsked', 'asked'] as const).find((state) => all.some((one) => one.state === state)) ??
  'confirmed';

const inOwn = (label: Record<string, { label: string }> | null, lang: Lang): string =>
  (label?.[lang] ?? label?.['nb'])?.label ?? '';

/** What is missing by name, who is there now, and how much is written. */
function aboutPart({ section, number, missing, tooLong, words, here, answered }: Part, lang: Lang): Html {
  const t = texts(lang);
  const own = t.writing.steps;
  const named = (labels: readonly Record<string, { label: string }>[]) =>
    labels.map((each) => `«${inOwn(each, lang)}»`).join(', ');
  const lines = [
    number === null && answered === 0 && t.nominations.sectionLeads[section],
    number === null && answered > 0 && missing.length > 0 && own.missing(named(missing)),
    number === null && tooLong.length > 0 && own.tooLong(named(tooLong)),
    words && words.count > 0 && own.words(words.count, words.max),
    here.length > 0 && html`<strong>${own.here(formatList(here, lang))}</strong>`,
  ].filter(Boolean);
  return html`${lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`;
}

function statusOf({ missing, tooLong, required, answered, questions, number }: Part, lang: Lang): Html {
  const t = texts(lang);
  const own = t.nominations.overview;
  if (tooLong.length) return tag(own.tooLong(tooLong.length), 'danger');
  if (missing.length && answered === 0) return tag(t.writing.steps.notBegun);
  if (missing.length) return tag(own.missing(missing.length), 'warning');
  if (required || number !== null) return tag(own.complete, 'success');
  return answered ? tag(t.writing.steps.answered(answered, questions), 'success') : tag(own.optionalPart);
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
  return html`${note}${actions(buttonLink({ href: `/soknad/${row.id}/send-inn`, label: again ? own.previewAgain : own.preview, kind: again && !unsent ? 'secondary' : 'primary' }), buttonLink({ href: `/soknad/${row.id}/forhandsvis`, label: texts(lang).receipts.preview.title, kind: 'tertiary' }))}`;
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
          link(`/soknad/${row.id}/innsigelse`, texts(lang).objections.link),
        ])
      : nothing,
    html`<p>${link(`/soknad/${row.id}/historikk`, texts(lang).writing.steps.history)}</p>`,
    html`<p><strong>${own.members}</strong></p>${list(members.map(({ name, email }) => name || email))}<p>${link(`/soknad/${row.id}/medarbeidere`, own.manageMembers)}${requests > 0 && html` ${tag(String(requests), 'warning')}`}</p>`,
    canWithdraw ? html`<p>${link(`/soknad/${row.id}/trekk`, own.withdraw)}</p>` : nothing,
  );
}
