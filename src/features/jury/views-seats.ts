/** The secretariat's page of the jury: seats, and who is invited to them. */
import {
  actionForm,
  button,
  buttonLink,
  descriptionList,
  emptyState,
  errorSummary,
  errorsByField,
  form,
  link,
  list,
  pageHead,
  paragraph,
  section,
  select,
  srOnly,
  stack,
  statusMessage,
  table,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { editionHead } from '../../ui/edition-nav.ts';
import { setupGuide, type Guide } from '../../ui/setup-guide.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDate } from '../../ui/text/format.ts';
import { LANGS, texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { seatRoles, type SeatRole } from './schema.ts';

export interface SeatRow {
  id: string;
  organisation: string;
  organisationNumber: string | null;
  parentNumber: string | null;
  calledInAt: Date | null;
  /** Years, both included. */
  termFrom: number | null;
  termTo: number | null;
  role: SeatRole;
  holder: {
    name: string;
    email: string;
    invitedAt: Date;
    confirmedAt: Date | null;
    since: number | null;
  } | null;
}
interface Surroundings {
  edition: { id: string; year: number };
  /** Seats may be filled and changed now. */
  mayChange: boolean;
  errors: readonly FormError[];
  input: (name: string) => string;
  saved: 'saved' | 'sent' | null;
}

const crumbs = ({ id, year }: { id: string; year: number }, t: Texts) => [
  { label: t.secretariat.title, href: '/sekretariat' },
  { label: t.secretariat.edition(year), href: `/sekretariat/${id}` },
];
const labels = ({ jury: { seats: own }, work }: Texts) => ({
  organisation: own.organisation,
  organisationNumber: work.number,
  parentNumber: work.parent,
  role: own.role,
  termFrom: own.termFrom,
  termTo: own.termTo,
  name: own.name,
  email: own.email,
});
const termFields = ({ termFrom, termTo }: SeatRow) => ({
  ...(termFrom !== null && { termFrom: String(termFrom) }),
  ...(termTo !== null && { termTo: String(termTo) }),
});
const roleOptions = (t: Texts) => seatRoles.map((value) => ({ value, label: t.jury.roles[value] }));

export function seatsPage(
  view: Surroundings & { seats: readonly SeatRow[]; guide: Guide },
  lang: Lang,
): Page {
  const t = texts(lang);
  const own = t.jury.seats;
  const { edition, errors, seats } = view;
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [...crumbs(edition, t), { label: own.title }],
    main: html`${[
      errorSummary(errors, t, labels(t)),
      view.saved && statusMessage(own[view.saved]),
      editionHead(edition, 'jury', { title: own.title, lead: own.lead }, lang),
      setupGuide(edition.id, view.guide, ['jury'], lang),
      seats.length ? seatTable(view, t, lang) : emptyState({ title: own.none, body: own.noneBody }),
      section({
        title: t.conflicts.protocol.title,
        id: 'protokoll',
        body: list([
          link(`/sekretariat/${edition.id}/habilitet`, t.jury.declaration.secretariatTitle),
          link(`/sekretariat/${edition.id}/habilitet/protokoll.pdf`, t.conflicts.protocol.pdf, {
            download: true,
          }),
          link(`/sekretariat/${edition.id}/habilitet/protokoll.json`, t.conflicts.protocol.json, {
            download: true,
          }),
        ]),
      }),
      view.mayChange
        ? section({
            title: own.add,
            id: 'ny',
            body: seatForm(`/sekretariat/${edition.id}/jury`, own.addButton, view, t),
          })
        : nothing,
    ]}`,
  };
}

function seatTable(
  { edition, seats, mayChange }: Surroundings & { seats: readonly SeatRow[] },
  t: Texts,
  lang: Lang,
): Html {
  const own = t.jury.seats;
  return table({
    caption: own.title,
    hideCaption: true,
    rows: seats,
    columns: [
      { header: own.organisation, names: true, cell: ({ organisation }) => organisation },
      {
        header: own.role,
        cell: ({ role, calledInAt }) =>
          html`${t.jury.roles[role]}${calledInAt && html`<br>${t.conflicts.calledIn(formatDate(calledInAt, lang))}`}`,
      },
      { header: own.person, cell: ({ holder }) => (holder ? person(holder, own, lang) : own.empty) },
      { header: own.term, cell: (seat) => termOf(seat, edition.year, own) },
      ...(mayChange
        ? [
            {
              header: t.common.edit,
              cell: ({ id, organisation }: SeatRow): Content =>
                link(
                  `/sekretariat/${edition.id}/jury/${id}`,
                  html`${t.common.edit}${srOnly(html`: ${organisation}`)}`,
                ),
            },
          ]
        : []),
    ],
  });
}

const person = (
  { name, email, invitedAt, confirmedAt, since }: NonNullable<SeatRow['holder']>,
  own: Texts['jury']['seats'],
  lang: Lang,
): Html =>
  html`${name || email}<br>${confirmedAt ? own.confirmed(formatDate(confirmedAt, lang)) : own.invited(formatDate(invitedAt, lang))}${since !== null && html`<br>${own.since(since)}`}`;

/** What the member is appointed for, and whether that covers the year. */
function termOf({ termFrom, termTo }: SeatRow, year: number, own: Texts['jury']['seats']): Content {
  if (termFrom === null && termTo === null) return own.noTerm;
  const said = own.termSaid(termFrom, termTo);
  if (termTo !== null && termTo < year) return html`${said}<br>${tag(own.termOver, 'warning')}`;
  if (termFrom !== null && termFrom > year) return html`${said}<br>${tag(own.termLater, 'warning')}`;
  return termTo === year ? html`${said}<br>${tag(own.termLast, 'neutral')}` : said;
}

function seatForm(
  action: string,
  label: string,
  { errors, input }: Pick<Surroundings, 'errors' | 'input'>,
  t: Texts,
  seat?: SeatRow,
): Html {
  const own = t.jury.seats;
  const wrong = errorsByField(errors);
  const number = (
    name: 'organisationNumber' | 'parentNumber' | 'termFrom' | 'termTo',
    text: string,
    hint?: string,
  ) =>
    textField({
      name,
      label: text,
      hint,
      optional: t.common.optional,
      value: input(name) || String(seat?.[name] ?? ''),
      error: wrong[name],
      inputmode: 'numeric',
      width: 'medium',
      maxlength: 9,
    });
  return form({
    action,
    body: html`${textField({ name: 'organisation', label: own.organisation, value: input('organisation') || (seat?.organisation ?? ''), error: wrong['organisation'], maxlength: 200 })}${number('organisationNumber', t.work.number, t.work.numberHint)}${number('parentNumber', t.work.parent, t.work.parentHint)}${select(
      {
        name: 'role',
        label: own.role,
        value: input('role') || (seat?.role ?? 'member'),
        error: wrong['role'],
        options: roleOptions(t),
        width: 'medium',
      },
    )}${number('termFrom', own.termFrom, own.termHint)}${number('termTo', own.termTo)}${button({ label, kind: seat ? 'secondary' : 'primary' })}`,
  });
}

/** Who had the seat the year before, where it stands empty now. */
type Last = { name: string; email: string; year: number } | undefined;

export function seatPage(view: Surroundings & { seat: SeatRow; last: Last }, lang: Lang): Page {
  const t = texts(lang);
  const own = t.jury.seats;
  const { edition, errors, seat } = view;
  const here = `/sekretariat/${edition.id}/jury/${seat.id}`;
  const { holder } = seat;
  return {
    title: own.edit(seat.organisation),
    failed: errors.length > 0,
    breadcrumbs: [
      ...crumbs(edition, t),
      { label: own.title, href: `/sekretariat/${edition.id}/jury` },
      { label: seat.organisation },
    ],
    main: stack(
      errorSummary(errors, t, labels(t)),
      pageHead({ title: seat.organisation, over: t.jury.roles[seat.role] }),
      descriptionList([
        [own.person, holder ? person(holder, own, lang) : own.empty],
        [own.email, holder?.email],
        [own.term, termOf(seat, edition.year, own)],
      ]),
      seat.role === 'deputy' &&
        holder &&
        section({
          title: own.callIn,
          id: 'kall-inn',
          body: html`${paragraph(own.callInNote)}${actionForm({ action: here, label: own.callIn, kind: 'primary', fields: { ...termFields(seat), organisation: seat.organisation, role: 'member' } })}`,
        }),
      section({
        title: holder ? own.replace : own.invite,
        id: 'inviter',
        body: html`${holder && paragraph(own.replaceNote)}${view.last && paragraph(own.lastHeld(view.last.name, view.last.year))}${inviteForm(`${here}/inviter`, view, t)}`,
      }),
      section({ title: own.changeSeat, id: 'endre', body: seatForm(here, t.common.save, view, t, seat) }),
      holder
        ? actionForm({ action: `${here}/ut`, label: own.end, kind: 'danger' })
        : actionForm({ action: `${here}/fjern`, label: own.remove, kind: 'danger' }),
      buttonLink({ href: `/sekretariat/${edition.id}/jury`, label: t.common.back, kind: 'tertiary' }),
    ),
  };
}

function inviteForm(
  action: string,
  { errors, input, last }: Pick<Surroundings, 'errors' | 'input'> & { last: Last },
  t: Texts,
): Html {
  const own = t.jury.seats;
  const wrong = errorsByField(errors);
  // What was typed stays as it was typed, also where a field was emptied.
  const first = (name: 'name' | 'email') => (errors.length ? input(name) : (last?.[name] ?? ''));
  return form({
    action,
    body: html`${textField({ name: 'name', label: own.name, value: first('name'), error: wrong['name'], maxlength: 200 })}${textField(
      {
        name: 'email',
        type: 'email',
        label: own.email,
        value: first('email'),
        error: wrong['email'],
        maxlength: 254,
      },
    )}${select({ name: 'language', label: own.language, value: input('language') || 'nb', width: 'medium', options: LANGS.map((value) => ({ value, label: texts(value).common.languageName })) })}${button({ label: own.invite })}`,
  });
}
