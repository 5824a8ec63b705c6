/** One person, as an administrator sees them. */
import {
  actionForm,
  actions,
  button,
  buttonLink,
  confirmForm,
  descriptionList,
  errorSummary,
  form,
  pageHead,
  paragraph,
  section,
  statusMessage,
  table,
  tag,
  type Tone,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Grant, ListedPerson } from './schema.ts';
import {
  crumbs,
  HOME,
  labelsOf,
  roleFields,
  roleOf,
  textsOf,
  type Choices,
  type RoleInput,
} from './views-role.ts';

export interface PersonView {
  person: ListedPerson;
  input: RoleInput;
  done: 'granted' | 'grantedWithoutLetter' | 'ended' | null;
}

export function personPage({ person, input, done }: PersonView, choices: Choices, lang: Lang): Page {
  const own = textsOf(lang);
  const t = texts(lang);
  const title = person.name || person.email;
  const here = `${HOME}/person/${person.id}`;
  const granting = form({
    action: `${here}/roller`,
    body: html`${roleFields(input, choices, lang)}${actions(button({ label: own.grantButton }))}`,
  });
  return {
    title,
    wide: true,
    failed: choices.errors.length > 0,
    breadcrumbs: crumbs(title, lang),
    main: [
      errorSummary(choices.errors, t, labelsOf(lang)),
      pageHead({ title }),
      done && statusMessage(own[done]),
      person.removedAt && paragraph(own.removedInfo(formatDateTime(person.removedAt, lang))),
      descriptionList([
        [t.signIn.email, person.email],
        [own.language, texts(person.language).common.languageName],
      ]),
      section({
        title: own.personRoles,
        body: person.grants.length ? grantTable(person, lang) : paragraph(own.noRoles),
      }),
      person.seats.length
        ? section({
            title: own.personSeats,
            id: 'jury',
            body: html`${seatLines(person, lang)}${paragraph(own.seatsHelp, 'muted')}`,
          })
        : nothing,
      person.removedAt ? nothing : section({ title: own.grantTitle, id: 'ny', body: granting }),
      person.removedAt
        ? nothing
        : section({
            title: own.remove,
            id: 'steng-ute',
            body: html`${paragraph(own.removeLead)}${actions(buttonLink({ href: `${here}/steng-ute`, label: own.remove, kind: 'danger' }))}`,
          }),
    ],
  };
}

const seatLines = ({ seats }: ListedPerson, lang: Lang): Html => {
  const own = textsOf(lang);
  return descriptionList(
    seats.map(
      ({ role, year, organisation }) => [own.ofEdition(own.seats[role], year), organisation] as const,
    ),
  );
};

const stateTones: Record<Grant['state'], Tone> = { active: 'success', upcoming: 'info', ended: 'neutral' };

function grantTable({ id: personId, grants }: ListedPerson, lang: Lang): Html {
  const own = textsOf(lang);
  return table<Grant>({
    caption: own.personRoles,
    hideCaption: true,
    rows: grants,
    columns: [
      { header: own.columnRole, names: true, cell: (grant) => roleOf(grant, lang) },
      {
        header: own.columnEdition,
        cell: ({ year }) => (year === null ? own.allEditions : own.oneEdition(year)),
      },
      { header: own.columnPeriod, cell: (grant) => period(grant, lang) },
      {
        header: own.columnState,
        cell: (grant) => stateOf(grant, lang),
      },
      {
        header: own.columnAction,
        cell: ({ id, state, role }) =>
          state !== 'ended' &&
          actionForm({
            action: `${HOME}/person/${personId}/roller/${id}/avslutt`,
            label: own.end(own.roles[role]),
            kind: 'danger',
            small: true,
            ask: own.endAsk,
          }),
      },
    ],
  });
}

function stateOf({ state, role, confirmedAt, restsIn }: Grant, lang: Lang): Html {
  const own = textsOf(lang);
  const standing =
    state === 'active' && role !== 'administrator' && confirmedAt === null
      ? tag(own.unconfirmed, 'warning')
      : tag(own.states[state], stateTones[state]);
  if (state === 'ended' || restsIn.length === 0) return standing;
  return html`${standing}${paragraph(own.restsIn(restsIn.join(', ')), 'small')}`;
}

/** The first administrator has it from the beginning of time. */
function period({ from, until }: Grant, lang: Lang): string {
  const own = textsOf(lang);
  const begins = from.getTime() === 0 ? own.fromStart : formatDate(from, lang);
  if (until) return own.fromTo(begins, formatDeadline(until, lang));
  return from.getTime() === 0 ? begins : own.fromOn(begins);
}

export function removePersonPage(person: ListedPerson, lang: Lang): Page {
  const own = textsOf(lang);
  const title = own.removeTitle(person.name || person.email);
  const here = `${HOME}/person/${person.id}`;
  return {
    title,
    breadcrumbs: [
      { label: own.title, href: HOME },
      { label: person.name || person.email, href: here },
      { label: own.remove },
    ],
    main: confirmForm({
      action: `${here}/steng-ute`,
      title,
      body: html`<p>${own.removeLead}</p>${person.seats.length > 0 && html`<p>${own.removeSeat}</p>`}<p>${own.removeKeeps}</p>`,
      confirm: own.remove,
      kind: 'danger',
      cancel: texts(lang).common.cancel,
      cancelHref: here,
    }),
  };
}
