/** The secretariat's page: how one signs up for the ceremony, and who has. */
import {
  actionForm,
  button,
  dateTimeField,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  paragraph,
  radioGroup,
  section,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { instant, osloDeadlineFields } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { guestPath, modes, TEXT_LENGTH, type Guest, type Settings } from './schema.ts';

export type Done = 'saved' | 'removed';
export interface GuestsView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  settings: Settings;
  /** Where the form was in an earlier year: a proposal, until something is saved. */
  proposed: { url: string; year: number } | null;
  guests: readonly Guest[];
  errors: readonly FormError[];
  done: Done | null;
  /** What was sent; undefined where nothing was. */
  input: (name: string) => string | undefined;
}

export function guestsPage(view: GuestsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.ceremonyGuests;
  const { edition, guests, settings, errors, done } = view;
  return {
    title: own.office.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.office.title, lang),
    main: stack(
      errorSummary(errors, t, own.office.labels),
      editionHead(
        edition,
        'guests',
        { title: own.office.title, lead: own.office.lead, over: t.secretariat.edition(edition.year) },
        lang,
        view.pages,
      ),
      done && statusMessage(own.office.done[done]),
      settings.mode !== 'off' && paragraph(link(publicHref(lang, guestPath), own.office.public)),
      (settings.mode === 'form' || guests.length > 0) &&
        section({ title: own.office.guests, id: 'pameldte', body: list(view, lang) }),
      section({ title: own.office.settings, id: 'oppsett', body: settingsPart(view, lang) }),
    ),
  };
}

function list({ edition, guests, settings }: GuestsView, lang: Lang): Html {
  const { office, list: own } = texts(lang).ceremonyGuests;
  const here = editionHref(edition.id, 'guests');
  const placed = guests.filter(({ waiting }) => waiting === null).length;
  if (guests.length === 0) return emptyState({ title: office.none, level: 3 });
  return html`${paragraph(office.count(placed, settings.places, guests.length - placed))}${paragraph(
    html`${office.files}: ${link(`${here}.xlsx`, 'Excel (XLSX)', { download: true })}, ${link(`${here}.csv`, 'CSV', { download: true })}`,
  )}${table({
    caption: `${office.title}: ${office.guests}`,
    hideCaption: true,
    rows: guests,
    columns: [
      { header: own.name, names: true, cell: ({ name }) => name },
      { header: own.organisation, cell: ({ organisation }) => organisation },
      { header: own.email, cell: ({ email }) => email },
      { header: own.needs, cell: ({ needs }) => needs },
      {
        header: own.state,
        cell: ({ waiting }) =>
          tag(waiting === null ? own.place : own.waits(waiting), waiting === null ? 'success' : 'warning'),
      },
      { header: own.askedAt, cell: ({ askedAt }) => formatDateTime(instant(askedAt), lang) },
      {
        header: own.leave,
        cell: ({ id, name }) =>
          actionForm({ action: `${here}/${id}/meld-av`, label: own.leaveOf(name), ask: own.leaveAsk(name) }),
      },
    ],
  })}${paragraph(office.kept, 'muted')}`;
}

function settingsPart({ edition, settings, proposed, errors, input }: GuestsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.ceremonyGuests.office;
  const wrong = errorsByField(errors);
  const closes =
    settings.closesAt === null ? { date: '', time: '' } : osloDeadlineFields(instant(settings.closesAt));
  const text = (written: 'nb' | 'nn') =>
    textArea({
      name: `text.${written}`,
      label: own.labels[`text.${written}`],
      optional: t.common.optional,
      rows: 3,
      maxlength: TEXT_LENGTH,
      lang: written,
      value: input(`text.${written}`) ?? settings.text[written],
      error: wrong[`text.${written}`],
    });
  return form({
    action: editionHref(edition.id, 'guests'),
    label: own.settings,
    version: settings.version,
    body: html`${radioGroup({
      name: 'mode',
      legend: own.labels.mode,
      value: input('mode') ?? settings.mode,
      error: wrong['mode'],
      options: modes.map((mode) => ({ value: mode, label: own.modes[mode] })),
    })}${textField({
      name: 'url',
      type: 'url',
      label: own.labels.url,
      hint: proposed ? own.urlProposed(proposed.year) : own.urlHint,
      optional: t.common.optional,
      value: input('url') ?? settings.url ?? proposed?.url ?? '',
      error: wrong['url'],
    })}${text('nb')}${text('nn')}${details({
      summary: own.ofForm,
      open: (input('mode') ?? settings.mode) === 'form',
      body: html`${textField({
        name: 'places',
        label: own.labels.places,
        hint: own.placesHint,
        inputmode: 'numeric',
        width: 'short',
        value: input('places') ?? String(settings.places ?? ''),
        error: wrong['places'],
      })}${dateTimeField({
        name: 'closesAt',
        legend: own.labels.closesAt,
        labels: { date: t.common.date, time: t.common.time },
        date: input('closesAt') ?? closes.date,
        time: input('closesAtTime') ?? closes.time,
        errors: wrong,
      })}`,
    })}${button({ label: own.save })}`,
  });
}
