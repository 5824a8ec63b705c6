/** What everybody sees: signing up for the ceremony, and signing off by the link of a letter. */
import {
  actionForm,
  alert,
  button,
  buttonLink,
  descriptionList,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  openFormFields,
  pageHead,
  paragraph,
  prose,
  stack,
  statusMessage,
  textArea,
  textField,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { instant } from '../../platform/clock.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { guestPath, NAME_LENGTH, NEEDS_LENGTH, type Settings } from './schema.ts';

export interface AskPlaceView {
  open: {
    year: number;
    ceremonyAt: Date;
    ceremonyPlace: string;
    settings: Settings;
    isOpen: boolean;
    isFull: boolean;
  } | null;
  input: (name: string) => string;
  errors: readonly FormError[];
  stamp: string;
  done: 'sent' | 'left' | null;
}

export function askPlacePage(view: AskPlaceView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.ceremonyGuests;
  const { open, errors, done } = view;
  const said = done && statusMessage(own.done[done]);
  if (!open)
    return {
      title: own.title,
      main: stack(pageHead({ title: own.title }), said, emptyState({ title: own.notOpen })),
    };
  const { settings } = open;
  const text = settings.text[lang === 'nn' ? 'nn' : 'nb'];
  return {
    title: own.titleOf(open.year),
    description: own.description(open.year),
    failed: errors.length > 0,
    main: stack(
      errorSummary(errors, t, { ...own.labels, website: t.openForm.website }),
      pageHead({ title: own.titleOf(open.year) }),
      said,
      descriptionList([
        [own.when, time(open.ceremonyAt, formatDateTime(open.ceremonyAt, lang))],
        [own.where, open.ceremonyPlace || null],
        [
          own.deadline,
          settings.mode === 'form' &&
            settings.closesAt !== null &&
            formatDeadline(instant(settings.closesAt), lang),
        ],
      ]),
      text !== '' && prose(text, lang === 'en' ? 'nb' : undefined),
      settings.mode === 'link'
        ? html`${paragraph(own.elsewhere(new URL(settings.url ?? '').host))}${buttonLink({ href: settings.url ?? '', label: own.toForm })}`
        : open.isOpen
          ? asking(view, open.isFull, lang)
          : paragraph(own.closed),
    ),
  };
}

function asking({ input, errors, stamp }: AskPlaceView, isFull: boolean, lang: Lang): Html {
  const t = texts(lang);
  const own = t.ceremonyGuests;
  const wrong = errorsByField(errors);
  const field = (name: 'name' | 'organisation' | 'email', rest: object) =>
    textField({
      name,
      label: own.labels[name],
      value: input(name),
      error: wrong[name],
      maxlength: NAME_LENGTH,
      ...rest,
    });
  return html`${isFull && alert({ tone: 'info', body: paragraph(own.full) })}${form({
    action: publicHref(lang, guestPath),
    label: own.title,
    body: html`${field('name', { autocomplete: 'name' })}${field('organisation', {
      autocomplete: 'organization',
      optional: t.common.optional,
    })}${field('email', { type: 'email', autocomplete: 'email', hint: own.emailHint, width: 'medium' })}${textArea(
      {
        name: 'needs',
        label: own.labels.needs,
        hint: own.needsHint,
        optional: t.common.optional,
        rows: 3,
        maxlength: NEEDS_LENGTH,
        value: input('needs'),
        error: wrong['needs'],
      },
    )}${openFormFields({ stamp, website: input('website'), error: wrong['website'] }, t)}${paragraph(own.kept, 'muted')}${button({ label: isFull ? own.wait : own.send })}`,
  })}`;
}

export interface LeaveView {
  token: string;
  name: string;
  organisation: string;
  email: string;
  needs: string;
  year: number;
  isCancelled: boolean;
  placed_at: Date | null;
  ceremony_at: Date;
  ceremony_place: string;
}

export function leavePage(view: LeaveView, lang: Lang): Page {
  const own = texts(lang).ceremonyGuests;
  return {
    title: own.titleOf(view.year),
    main: stack(
      pageHead({ title: own.titleOf(view.year) }),
      paragraph(
        view.isCancelled ? own.cancelled : view.placed_at ? own.hasPlace(view.name) : own.waits(view.name),
      ),
      descriptionList([
        [own.when, time(view.ceremony_at, formatDateTime(view.ceremony_at, lang))],
        [own.where, view.ceremony_place || null],
        [own.labels.organisation, view.organisation || null],
        [own.labels.email, view.email],
        [own.labels.needs, view.needs || null],
      ]),
      paragraph(own.kept, 'muted'),
      paragraph(own.leaveHint, 'muted'),
      actionForm({ action: `${publicHref(lang, guestPath)}/${view.token}`, label: own.leave }),
    ),
  };
}
