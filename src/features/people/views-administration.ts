/** Who may do what, for the administrator. */
import {
  actionForm, actions, button, buttonLink, confirmForm, descriptionList, emptyState, errorsByField, errorSummary, form, link, pageHead, paragraph, radioGroup,
  section, select, stack, statusMessage, table, tag, textField, type FormError, type Tone,
} from '../../ui/components/index.ts';
import { html, join, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { roles, type Grant, type ListedPerson } from './schema.ts';
import { languageChoice } from './views.ts';

const HOME = '/administrasjon';
const textsOf = (lang: Lang) => texts(lang).people.administration;

interface PeopleView {
  people: readonly ListedPerson[];
  search: string;
  /** No more than these are shown. */
  max: number;
  done: 'invited' | 'removedDone' | null;
}

export function administrationPage({ people, search, max, done }: PeopleView, lang: Lang): Page {
  const own = textsOf(lang);
  const t = texts(lang);
  const searching = form({
    action: HOME,
    method: 'get',
    body: html`${textField({ name: 'sok', label: own.search, type: 'search', value: search, width: 'medium', optional: t.common.optional })}
${actions(button({ label: own.searchButton, kind: 'secondary' }), search && link(HOME, own.showAll))}`,
  });
  const found = people.length
    ? html`${paragraph(people.length === max ? own.full(max) : own.found(people.length), 'muted')}${peopleTable(people, lang)}`
    : emptyState({ title: own.nobody, body: own.nobodyBody, level: 3 });
  return {
    title: own.title,
    wide: true,
    main: stack(
      pageHead({ title: own.title, lead: own.lead, aside: buttonLink({ href: `${HOME}/inviter`, label: own.invite }) }),
      done && statusMessage(own[done]),
      searching,
      section({ title: search ? own.resultTitle(search) : own.listTitle, body: found }),
    ),
  };
}

const peopleTable = (people: readonly ListedPerson[], lang: Lang): Html => {
  const own = textsOf(lang);
  return table<ListedPerson>({
    caption: own.listTitle,
    hideCaption: true,
    rows: people,
    columns: [
      { header: own.columnName, names: true, cell: (person) => link(`${HOME}/person/${person.id}`, person.name || own.nameless) },
      { header: own.columnEmail, cell: ({ email }) => email },
      { header: own.columnRoles, cell: (person) => parts(person, lang) },
    ],
  });
};

function parts({ grants, seats, removedAt }: ListedPerson, lang: Lang): Html {
  const own = textsOf(lang);
  if (removedAt) return tag(own.removed, 'danger');
  const held = grants.filter(({ state }) => state !== 'ended').map((grant) =>
    tag(`${roleName(grant, lang)}${grant.state === 'upcoming' ? ` (${own.states.upcoming.toLowerCase()})` : ''}`, grant.state === 'active' ? 'accent' : 'neutral'));
  const seated = seats.map(({ role, year }) => tag(own.ofEdition(own.seats[role], year), 'info'));
  return held.length + seated.length ? join([...held, ...seated], ' ') : html`${own.noRoles}`;
}

const roleName = ({ role, year }: Pick<Grant, 'role' | 'year'>, lang: Lang): string => {
  const own = textsOf(lang);
  return year === null ? own.roles[role] : own.ofEdition(own.roles[role], year);
};

/** What was written in the form of a role. */
export type RoleInput = Readonly<Record<'role' | 'editionId' | 'from' | 'until', string>>;
export interface Choices {
  editions: readonly { id: string; year: number }[];
  errors: readonly FormError[];
}

function roleFields(input: RoleInput, { editions, errors }: Choices, lang: Lang): Html {
  const own = textsOf(lang);
  const { optional } = texts(lang).common;
  const error = errorsByField(errors);
  return html`${radioGroup({ name: 'role', legend: own.role, value: input.role, error: error['role'], options: roles.map((role) => ({ value: role, label: own.roles[role], hint: own.roleHints[role] })) })}
${select({ name: 'editionId', label: own.edition, value: input.editionId, empty: own.allEditions, error: error['editionId'], width: 'medium', options: editions.map(({ id, year }) => ({ value: id, label: own.oneEdition(year) })) })}
${textField({ name: 'from', label: own.from, hint: own.fromHint, type: 'date', value: input.from, error: error['from'], width: 'short', optional })}
${textField({ name: 'until', label: own.until, hint: own.untilHint, type: 'date', value: input.until, error: error['until'], width: 'short', optional })}`;
}

const labelsOf = (lang: Lang) => {
  const own = textsOf(lang);
  return { email: texts(lang).signIn.email, name: own.name, language: own.language, role: own.role, editionId: own.edition, from: own.from, until: own.until };
};
const crumbs = (title: string, lang: Lang) => [{ label: textsOf(lang).title, href: HOME }, { label: title }];

export function invitePage(input: RoleInput & Record<'email' | 'name' | 'language', string>, choices: Choices, lang: Lang): Page {
  const own = textsOf(lang);
  const t = texts(lang);
  const error = errorsByField(choices.errors);
  return {
    title: own.inviteTitle,
    failed: choices.errors.length > 0,
    breadcrumbs: crumbs(own.inviteTitle, lang),
    main: stack(
      errorSummary(choices.errors, t, labelsOf(lang)),
      pageHead({ title: own.inviteTitle, lead: own.inviteLead }),
      form({
        action: `${HOME}/inviter`,
        body: html`${textField({ name: 'email', label: t.signIn.email, type: 'email', inputmode: 'email', value: input.email, error: error['email'], width: 'medium' })}
${textField({ name: 'name', label: own.name, value: input.name, error: error['name'], width: 'medium', maxlength: 100, optional: t.common.optional })}
${languageChoice(own.language, input.language, error['language'])}
${roleFields(input, choices, lang)}${actions(button({ label: own.inviteButton }), link(HOME, t.common.cancel))}`,
      }),
    ),
  };
}

interface PersonView {
  person: ListedPerson;
  input: RoleInput;
  done: 'granted' | 'ended' | null;
}

export function personPage({ person, input, done }: PersonView, choices: Choices, lang: Lang): Page {
  const own = textsOf(lang);
  const t = texts(lang);
  const title = person.name || person.email;
  const here = `${HOME}/person/${person.id}`;
  const granting = form({ action: `${here}/roller`, body: html`${roleFields(input, choices, lang)}${actions(button({ label: own.grantButton }))}` });
  return {
    title,
    wide: true,
    failed: choices.errors.length > 0,
    breadcrumbs: crumbs(title, lang),
    main: stack(
      errorSummary(choices.errors, t, labelsOf(lang)),
      pageHead({ title }),
      done && statusMessage(own[done]),
      person.removedAt && paragraph(own.removedInfo(formatDateTime(person.removedAt, lang))),
      descriptionList([[t.signIn.email, person.email], [own.language, texts(person.language).common.languageName]]),
      section({ title: own.personRoles, body: person.grants.length ? grantTable(person, lang) : paragraph(own.noRoles) }),
      person.seats.length ? section({ title: own.personSeats, id: 'jury', body: html`${seatLines(person, lang)}${paragraph(own.seatsHelp, 'muted')}` }) : nothing,
      person.removedAt ? nothing : section({ title: own.grantTitle, id: 'ny', body: granting }),
      person.removedAt ? nothing : actions(buttonLink({ href: `${here}/steng-ute`, label: own.remove, kind: 'danger' })),
    ),
  };
}

const seatLines = ({ seats }: ListedPerson, lang: Lang): Html => {
  const own = textsOf(lang);
  return descriptionList(seats.map(({ role, year, organisation }) => [own.ofEdition(own.seats[role], year), organisation] as const));
};

const stateTones: Record<Grant['state'], Tone> = { active: 'success', upcoming: 'info', ended: 'neutral' };

function grantTable({ id: personId, grants }: ListedPerson, lang: Lang): Html {
  const own = textsOf(lang);
  return table<Grant>({
    caption: own.personRoles,
    hideCaption: true,
    rows: grants,
    columns: [
      { header: own.columnRole, names: true, cell: ({ role }) => own.roles[role] },
      { header: own.columnEdition, cell: ({ year }) => (year === null ? own.allEditions : own.oneEdition(year)) },
      { header: own.columnPeriod, cell: (grant) => period(grant, lang) },
      { header: own.columnState, cell: ({ state }) => tag(own.states[state], stateTones[state]) },
      {
        header: own.columnAction,
        cell: ({ id, state, role }) =>
          state !== 'ended' && actionForm({ action: `${HOME}/person/${personId}/roller/${id}/avslutt`, label: own.end(own.roles[role]), kind: 'danger', small: true, ask: own.endAsk }),
      },
    ],
  });
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
    breadcrumbs: [{ label: own.title, href: HOME }, { label: person.name || person.email, href: here }, { label: own.remove }],
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
