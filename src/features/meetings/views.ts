/** The pages of whoever holds the meeting: its start, and what is written down while it goes on. */
import {
  actionForm,
  alert,
  button,
  checkboxGroup,
  details,
  emptyState,
  errorSummary,
  form,
  link,
  list,
  pageHead,
  paragraph,
  radioGroup,
  section,
  stack,
  statusMessage,
  table,
  tag,
  errorsByField,
  type FormError,
} from '../../ui/components/index.ts';
import { motionTitle } from '../../ui/motion-title.ts';
import { editionCrumbs, meetingsHref, motionsHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime, formatTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { MeetingHead, MeetingItem, MeetingOut, MeetingPerson } from './schema.ts';
import { itemsPart, orderPart } from './views-items.ts';

export interface Redrawn {
  errors: readonly FormError[];
  input: (name: string) => string | readonly string[] | undefined;
  saved: boolean;
}
export interface ListView extends Redrawn {
  edition: { id: string; year: number };
  meetings: readonly MeetingHead[];
  people: readonly MeetingPerson[];
  mayStart: boolean;
}

export function meetingsPage(view: ListView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.meetings;
  const { edition, meetings, errors } = view;
  const here = meetingsHref(edition.id);
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      pageHead({ title: own.title, over: t.secretariat.edition(edition.year), lead: own.lead }),
      meetings.length > 0
        ? list(
            meetings.map(
              ({ id, startedAt, endedAt }) =>
                html`${link(`${here}/${id}`, own.one(formatDateTime(instant(startedAt), lang)))} <span class="ep-muted">${endedAt ? own.ended(formatDateTime(instant(endedAt), lang)) : own.open}</span>`,
            ),
          )
        : emptyState({ title: own.none }),
      paragraph(link(motionsHref(edition.id), t.motions.title)),
      view.mayStart &&
        section({
          title: own.start,
          id: 'start',
          body: peopleForm(
            view,
            { action: here, lead: own.startLead, label: own.startButton, people: view.people },
            t,
          ),
        }),
    ),
  };
}

const seatOf =
  (t: Texts) =>
  ({ role }: MeetingPerson): string =>
    role === 'secretary' ? t.meetings.secretary : t.jury.roles[role];

/** "Any new conflict?", for each of them. */
function peopleForm(
  { input, errors }: Redrawn,
  form_: { action: string; lead: string; label: string; people: readonly MeetingPerson[] },
  t: Texts,
): Html {
  const own = t.meetings;
  const wrong = errorsByField(errors);
  // Before the meeting nothing is chosen: everybody is asked.
  const away = form_.people.every(({ state }) => state === 'away') ? null : 'away';
  const answerOf = ({ personId, newConflict }: MeetingPerson) => {
    const given = input(`person-${personId}`);
    if (typeof given === 'string') return given;
    return newConflict === null ? away : newConflict ? 'new' : 'none';
  };
  return html`${paragraph(form_.lead)}${form({
    action: form_.action,
    body: html`${form_.people.map((person) =>
      radioGroup({
        name: `person-${person.personId}`,
        legend: `${person.name}, ${seatOf(t)(person)}`,
        value: answerOf(person),
        error: wrong[`person-${person.personId}`],
        inline: true,
        options: (['none', 'new', 'away'] as const).map((value) => ({ value, label: own.answers[value] })),
      }),
    )}${button({ label: form_.label })}`,
  })}`;
}

export interface MeetingView extends Redrawn {
  meeting: MeetingOut;
}

export function meetingPage(view: MeetingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.meetings;
  const { meeting, errors } = view;
  const here = `${meetingsHref(meeting.editionId)}/${meeting.id}`;
  const title = own.one(formatDateTime(instant(meeting.startedAt), lang));
  const holds = meeting.allowedActions.includes('hold');
  return {
    title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [
      ...editionCrumbs({ id: meeting.editionId, year: meeting.year }, own.title, lang).slice(0, -1),
      { label: own.title, href: meetingsHref(meeting.editionId) },
      { label: title },
    ],
    main: stack(
      errorSummary(errors, t, labelsOf(meeting, t)),
      view.saved && statusMessage(own.saved),
      pageHead({
        title,
        over: t.secretariat.edition(meeting.year),
        lead: meeting.endedAt ? own.ended(formatDateTime(instant(meeting.endedAt), lang)) : own.toScreenHint,
        aside: !meeting.endedAt && link(`/moter/${meeting.id}/skjerm`, own.toScreen),
      }),
      (holds || meeting.endedAt) &&
        paragraph(
          html`${link(`/sekretariat/${meeting.editionId}/forslag`, t.motions.title)}${meeting.endedAt && html`. ${own.afterwards}`}`,
        ),
      !meeting.endedAt && section({ title: own.now, id: 'na', body: nowPart(meeting, here, holds, t) }),
      holds && section({ title: own.people, id: 'til-stede', body: presentPart(view, here, lang) }),
      section({ title: own.items, id: 'soknader', body: itemsPart(view, here, lang) }),
      holds &&
        meeting.ranking.mayUncover &&
        section({ title: own.ranking, id: 'rangering', body: rankingPart(view, here, t) }),
      holds && section({ title: own.order, id: 'rekkefolge', body: orderPart(view, here, t) }),
      holds &&
        section({
          title: own.end,
          id: 'avslutt',
          body: html`${paragraph(own.endHint)}${actionForm({ action: `${here}/avslutt`, label: own.end, ask: own.endAsk })}`,
        }),
    ),
  };
}

const labelsOf = ({ items }: MeetingOut, t: Texts): Record<string, string> => ({
  'out-ranking': t.meetings.mustGoOut,
  ...Object.fromEntries(items.map(({ nominationId }) => [`out-${nominationId}`, t.meetings.mustGoOut])),
});

function nowPart({ open, items }: MeetingOut, here: string, holds: boolean, t: Texts): Html {
  const own = t.meetings;
  if (!open) return paragraph(own.nothingOpen);
  const shown = items.find(({ nominationId }) => nominationId === open.nominationId);
  if (open.what === 'hidden') return alert({ tone: 'info', body: paragraph(own.hiddenOpen) });
  const words = open.motion
    ? motionTitle(open.motion, t)
    : open.what === 'ranking'
      ? own.ranking
      : nameOf(shown!);
  return html`${alert({ tone: 'success', body: paragraph(html`<strong>${words}</strong>`) })}${
    (holds || shown?.mayTreat) &&
    actionForm({
      action: `${here}/lukk`,
      label: open.motion ? own.coverMotion : open.what === 'ranking' ? own.coverRanking : own.cover,
      kind: 'primary',
    })
  }`;
}

export const nameOf = ({ organisation, unit }: Pick<MeetingItem, 'organisation' | 'unit'>): string =>
  applicantName(organisation, unit);

function presentPart(view: MeetingView, here: string, lang: Lang): Html {
  const t = texts(lang);
  const own = t.meetings;
  const { people } = view.meeting;
  const refused = view.errors.some(({ field }) => field?.startsWith('person-') || field === 'present');
  const there = people.filter(({ state }) => state !== 'away');
  return html`${table<MeetingPerson>({
    caption: own.inRoom,
    hideCaption: true,
    rows: there,
    columns: [
      { header: t.jury.leader.juror, names: true, cell: ({ name }) => name },
      { header: t.jury.leader.seat, cell: seatOf(t) },
      {
        header: own.where,
        cell: ({ state, outSince, newConflict }) =>
          html`${state === 'out' && outSince ? tag(own.outSince(formatTime(instant(outSince), lang)), 'warning') : own.states[state]}${newConflict && html` <span class="ep-muted">${own.owes}</span>`}`,
      },
      {
        header: own.change,
        cell: ({ personId, name, state }) =>
          actionForm({
            action: state === 'out' ? `${here}/inn` : `${here}/ut`,
            label: state === 'out' ? own.markIn(name) : own.markOut(name),
            kind: state === 'out' ? 'primary' : 'secondary',
            small: true,
            fields: { personId },
          }),
      },
    ],
  })}${details({
    summary: own.peopleLead,
    open: refused,
    body: peopleForm(
      view,
      { action: `${here}/til-stede`, lead: own.startLead, label: own.savePeople, people },
      t,
    ),
  })}`;
}

/** The chair's button, and those who have to have gone out. */
function rankingPart({ meeting, errors, input }: MeetingView, here: string, t: Texts): Html {
  const own = t.meetings;
  return html`${paragraph(own.rankingCovered)}${form({
    action: `${here}/rangering`,
    body: html`${outBoxes('ranking', meeting.ranking.mustBeOut, { errors, input }, t)}${button({ label: own.uncover, kind: 'secondary' })}`,
  })}`;
}

/** A box for each who is still in the room and must not be. */
export function outBoxes(
  what: string,
  mustBeOut: MeetingItem['mustBeOut'],
  { errors, input }: Pick<Redrawn, 'errors' | 'input'>,
  t: Texts,
): Html | false {
  const inRoom = mustBeOut.filter((one) => one.inRoom);
  const name = `out-${what}`;
  return (
    inRoom.length > 0 &&
    checkboxGroup({
      name,
      legend: t.meetings.mustGoOut,
      values: [input(name) ?? []].flat(),
      error: errorsByField(errors)[name],
      options: inRoom.map((one) => ({ value: one.personId, label: t.meetings.hasGoneOut(one.name) })),
    })
  );
}
