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
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import { editionHead } from '../../ui/edition-nav.ts';
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
  role: SeatRole;
  holder: { name: string; email: string; invitedAt: Date; confirmedAt: Date | null } | null;
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
const roleOptions = (t: Texts) => seatRoles.map((value) => ({ value, label: t.jury.roles[value] }));

export function seatsPage(view: Surroundings & { seats: readonly SeatRow[] }, lang: Lang): Page {
  const t = texts(lang);
  const own = t.jury.seats;
  const { edition, errors, seats } = view;
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [...crumbs(edition, t), { label: own.title }],
    main: html`${[
      errorSummary(errors, t, { organisation: own.organisation, role: own.role }),
      view.saved && statusMessage(own[view.saved]),
      editionHead(edition, 'jury', { title: own.title, lead: own.lead }, lang),
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
  { name, email, invitedAt, confirmedAt }: NonNullable<SeatRow['holder']>,
  own: Texts['jury']['seats'],
  lang: Lang,
): Html =>
  html`${name || email}<br>${confirmedAt ? own.confirmed(formatDate(confirmedAt, lang)) : own.invited(formatDate(invitedAt, lang))}`;

function seatForm(
  action: string,
  label: string,
  { errors, input }: Pick<Surroundings, 'errors' | 'input'>,
  t: Texts,
  seat?: SeatRow,
): Html {
  const own = t.jury.seats;
  const wrong = errorsByField(errors);
  const number = (name: 'organisationNumber' | 'parentNumber', text: string, hint: string) =>
    textField({
      name,
      label: text,
      hint,
      optional: t.common.optional,
      value: input(name) || (seat?.[name] ?? ''),
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
    )}${button({ label, kind: seat ? 'secondary' : 'primary' })}`,
  });
}

export function seatPage(view: Surroundings & { seat: SeatRow }, lang: Lang): Page {
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
      errorSummary(errors, t, {
        organisation: own.organisation,
        role: own.role,
        name: own.name,
        email: own.email,
      }),
      pageHead({ title: seat.organisation, over: t.jury.roles[seat.role] }),
      descriptionList([
        [own.person, holder ? person(holder, own, lang) : own.empty],
        [own.email, holder?.email],
      ]),
      seat.role === 'deputy' &&
        holder &&
        section({
          title: own.callIn,
          id: 'kall-inn',
          body: html`${paragraph(own.callInNote)}${actionForm({ action: here, label: own.callIn, kind: 'primary', fields: { organisation: seat.organisation, role: 'member' } })}`,
        }),
      section({
        title: holder ? own.replace : own.invite,
        id: 'inviter',
        body: html`${holder && paragraph(own.replaceNote)}${inviteForm(`${here}/inviter`, view, t)}`,
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
  { errors, input }: Pick<Surroundings, 'errors' | 'input'>,
  t: Texts,
): Html {
  const own = t.jury.seats;
  const wrong = errorsByField(errors);
  return form({
    action,
    body: html`${textField({ name: 'name', label: own.name, value: input('name'), error: wrong['name'], maxlength: 200 })}${textField(
      {
        name: 'email',
        type: 'email',
        label: own.email,
        value: input('email'),
        error: wrong['email'],
        maxlength: 254,
      },
    )}${select({ name: 'language', label: own.language, value: input('language') || 'nb', width: 'medium', options: LANGS.map((value) => ({ value, label: texts(value).common.languageName })) })}${button({ label: own.invite })}`,
  });
}
