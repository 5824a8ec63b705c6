/** Who works on an application, and who asks to. */
import {
  actionForm,
  actions,
  button,
  card,
  checkbox,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  hidden,
  pageHead,
  paragraph,
  prose,
  rows,
  section,
  stack,
  statusMessage,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from './schema.ts';
import { nominationCrumbs } from './views.ts';

interface Member {
  id: string;
  name: string;
  email: string;
  added_at: Date;
  /** When the form was last open before them. */
  seen_at: Date | null;
}
export interface RequestView {
  id: string;
  year: number;
  organisation_name: string;
  message: string;
  requested_at: Date;
  name: string;
  email: string;
  applications: readonly { id: string; unit: string; state: string }[];
}
export interface MembersView {
  row: Pick<NominationRow, 'id' | 'organisation_name'>;
  me: string | null;
  members: readonly Member[];
  /** Who was seen after this has the form open now: milliseconds. */
  present: number;
  requests: readonly RequestView[];
  email: string;
  errors: readonly FormError[];
  done: 'invited' | 'removed' | 'answered' | null;
}

export function membersPage(view: MembersView, lang: Lang): Page {
  const t = texts(lang);
  const { row, members, me, present, errors, email, done, requests } = view;
  const own = t.nominations.members;
  const invite = form({
    action: `/soknad/${row.id}/medarbeidere`,
    body: html`${textField({ name: 'email', label: own.email, hint: own.emailHint, type: 'email', value: email, error: errorsByField(errors)['email'], autocomplete: 'off' })}${checkbox({ name: 'leave', label: t.writing.members.leave, hint: t.writing.members.leaveHint })}${actions(button({ label: own.send }))}`,
  });
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      done && statusMessage(own[done]),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      memberRows({ row, members, me, present }, lang),
      requests.length > 0 &&
        section({
          title: t.nominations.join.requests,
          id: 'onsker',
          body: requests.map((request) =>
            requestCard(
              { ...request, applications: request.applications.filter(({ id }) => id === row.id) },
              `/soknad/${row.id}/medarbeidere/svar`,
              3,
              lang,
            ),
          ),
        }),
      section({ title: own.invite, id: 'inviter', body: invite }),
    ),
  };
}

/** Where somebody is: in the application now, seen earlier, or not yet. */
function whereabouts(seen: Date | null, present: number, lang: Lang): Html | string {
  const own = texts(lang).writing.members;
  if (!seen) return own.neverHere;
  return seen.getTime() > present ? tag(own.active, 'success') : own.lastHere(formatDateTime(seen, lang));
}

function memberRows(
  { row, members, me, present }: Pick<MembersView, 'row' | 'members' | 'me' | 'present'>,
  lang: Lang,
): Html {
  const own = texts(lang).nominations.members;
  return rows(
    members.map(
      ({ id, name, email, added_at, seen_at }) =>
        html`<p><strong>${name || email}</strong>${id === me && ` (${own.you})`}</p>${paragraph(
          html`${email}. ${own.since(formatDate(added_at, lang))} ${id !== me && whereabouts(seen_at, present, lang)}`,
          'small',
        )}${
          members.length > 1
            ? actionForm({
                action: `/soknad/${row.id}/medarbeidere/fjern`,
                label: own.remove(name || email),
                small: true,
                fields: { person: id },
                ask: own.askRemove,
              })
            : nothing
        }`,
    ),
  );
}

/** One who asks to join: a button for each application it can open, and no. */
function requestCard(request: RequestView, action: string, level: 2 | 3, lang: Lang): Html {
  const own = texts(lang).nominations.join;
  const { id, applications, message, name, email, organisation_name, year, requested_at } = request;
  const title = own.wants(name || email, organisation_name, year);
  const accept = applications.map((each) =>
    button({
      label: applications.length > 1 ? own.acceptInto(each.unit || own.noName) : own.accept,
      name: 'nomination',
      value: each.id,
      small: true,
    }),
  );
  const decline = button({
    label: own.decline,
    kind: 'secondary',
    name: 'nomination',
    value: 'no',
    small: true,
  });
  const body = html`${paragraph(html`${email}, ${formatDateTime(requested_at, lang)}`, 'small')}${message && prose(message)}${
    applications.length === 0 && paragraph(own.noApplication)
  }${form({ action, label: title, body: html`${hidden('request', id)}${actions(accept, decline)}` })}`;
  return card({ title, level, tone: 'accent', body });
}

export function requestsPage(
  {
    requests,
    errors,
    answered,
  }: { requests: readonly RequestView[]; errors: readonly FormError[]; answered: boolean },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.nominations.join;
  return {
    title: own.requests,
    failed: errors.length > 0,
    breadcrumbs: [{ label: t.secretariat.title, href: '/sekretariat' }, { label: own.requests }],
    main: stack(
      errorSummary(errors, t),
      answered && statusMessage(t.nominations.members.answered),
      pageHead({ title: own.requests, lead: own.requestsLead }),
      requests.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : requests.map((request) => requestCard(request, '/sekretariat/foresporsler', 2, lang)),
    ),
  };
}
