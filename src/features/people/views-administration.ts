/** Who may do what, for the administrator. */
import {
  actions,
  alert,
  button,
  buttonLink,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  section,
  statusMessage,
  table,
  tag,
  textField,
} from '../../ui/components/index.ts';
import { serviceLogHref } from '../../ui/edition-nav.ts';
import { html, join, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { type Grant, type ListedPerson } from './schema.ts';
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
import { languageChoice } from './views.ts';

interface PeopleView {
  people: readonly ListedPerson[];
  search: string;
  /** No more than these are shown. */
  max: number;
  /** Only one who stays can let people in. */
  alone: boolean;
  done: 'invited' | 'removedDone' | null;
}

export function administrationPage({ people, search, max, alone, done }: PeopleView, lang: Lang): Page {
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
    main: [
      pageHead({
        title: own.title,
        lead: own.lead,
        aside: buttonLink({ href: `${HOME}/inviter`, label: own.invite }),
      }),
      done && statusMessage(own[done]),
      alone && alert({ tone: 'warning', body: paragraph(own.alone) }),
      searching,
      section({ title: search ? own.resultTitle(search) : own.listTitle, body: found }),
      html`<p>${link('/sekretariat/regioner', texts(lang).guidance.regions.link)}</p><p>${link('/sekretariat/historie', texts(lang).historyImport.link)}</p><p>${link('/administrasjon/sletting', texts(lang).retention.link)}</p><p>${link(serviceLogHref, texts(lang).records.serviceLink)}</p>`,
    ],
  };
}

const peopleTable = (people: readonly ListedPerson[], lang: Lang): Html => {
  const own = textsOf(lang);
  return table<ListedPerson>({
    caption: own.listTitle,
    hideCaption: true,
    rows: people,
    columns: [
      {
        header: own.columnName,
        names: true,
        cell: (person) => link(`${HOME}/person/${person.id}`, person.name || own.nameless),
      },
      { header: own.columnEmail, cell: ({ email }) => email },
      { header: own.columnRoles, cell: (person) => parts(person, lang) },
    ],
  });
};

function parts({ grants, seats, removedAt }: ListedPerson, lang: Lang): Html {
  const own = textsOf(lang);
  if (removedAt) return tag(own.removed, 'danger');
  const held = grants
    .filter(({ state }) => state !== 'ended')
    .map((grant) =>
      tag(
        `${roleName(grant, lang)}${grant.state === 'upcoming' ? ` (${own.states.upcoming.toLowerCase()})` : ''}`,
        grant.state === 'active' ? 'accent' : 'neutral',
      ),
    );
  const seated = seats.map(({ role, year }) => tag(own.ofEdition(own.seats[role], year), 'info'));
  return held.length + seated.length ? join([...held, ...seated], ' ') : html`${own.noRoles}`;
}

const roleName = (grant: Pick<Grant, 'role' | 'year' | 'substituteFor'>, lang: Lang): string => {
  const { year } = grant;
  const name = roleOf(grant, lang);
  return year === null ? name : textsOf(lang).ofEdition(name, year);
};

export function invitePage(
  input: RoleInput & Record<'email' | 'name' | 'language', string>,
  choices: Choices,
  lang: Lang,
): Page {
  const own = textsOf(lang);
  const t = texts(lang);
  const error = errorsByField(choices.errors);
  return {
    title: own.inviteTitle,
    failed: choices.errors.length > 0,
    breadcrumbs: crumbs(own.inviteTitle, lang),
    main: [
      errorSummary(choices.errors, t, labelsOf(lang)),
      pageHead({ title: own.inviteTitle, lead: own.inviteLead }),
      form({
        action: `${HOME}/inviter`,
        body: html`${textField({ name: 'email', label: t.signIn.email, type: 'email', inputmode: 'email', value: input.email, error: error['email'], width: 'medium' })}
${textField({ name: 'name', label: own.name, value: input.name, error: error['name'], width: 'medium', maxlength: 100, optional: t.common.optional })}
${languageChoice(own.language, input.language, error['language'])}
${roleFields(input, choices, lang)}${actions(button({ label: own.inviteButton }), link(HOME, t.common.cancel))}`,
      }),
    ],
  };
}
