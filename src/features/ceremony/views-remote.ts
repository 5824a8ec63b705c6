/** The host's remote control: what the hall sees, and the few presses there are. Nothing on it tells of a winner before the hall knows. */
import {
  actionForm,
  actions,
  alert,
  buttonLink,
  errorSummary,
  link,
  list,
  pageHead,
  paragraph,
  pressForm,
  remoteControl,
  section,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { ceremonyHref, editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { isQuiet } from '../publication/schema.ts';
import type { Ceremony, Move } from './schema.ts';
import { pictureOf } from './views-screen.ts';

export interface RemoteView extends Ceremony {
  errors: readonly FormError[];
  now: Date;
}

export function remotePage(view: RemoteView, lang: Lang): Page {
  const t = texts(lang).ceremony;
  const { edition, rehearsal, ready, errors } = view;
  const title = rehearsal ? t.rehearsalTitle : t.title;
  return {
    title: `${title}, ${texts(lang).secretariat.edition(edition.year)}`,
    failed: errors.length > 0,
    breadcrumbs: [
      ...editionCrumbs(edition, t.title, lang).slice(0, 2),
      { label: texts(lang).publication.title, href: editionHref(edition.id, 'publication') },
      { label: title },
    ],
    main: html`${pageHead({ title, lead: rehearsal ? t.rehearsalLead : t.lead, over: texts(lang).secretariat.edition(edition.year) })}
${remoteControl(html`${errorSummary(errors, texts(lang), {})}${ready ? control(view, lang) : paragraph(t.notYet)}`, { lost: t.lost })}
${section({ title: t.screens, id: 'skjermer', body: screens(view, lang) })}`,
  };
}

function control(view: RemoteView, lang: Lang): Html {
  const { rehearsal, slide, edition, version } = view;
  const t = texts(lang).ceremony;
  const press = (move: Move, kind: 'primary' | 'secondary' | 'danger', clicker?: 'next' | 'back') =>
    pressForm({
      action: ceremonyHref(edition.id, rehearsal),
      version,
      move,
      label: t.moves[move],
      kind,
      ...(clicker ? { clicker } : {}),
    });
  const isEnd = slide.shows === 'winner' || slide.shows === 'noAward';
  const announces = slide.shows === 'before';
  const mayAnnounce =
    announces && (rehearsal || !['missing', 'byMoment', 'takenDown'].includes(view.announcement.state));
  return html`${pictureOf(slide, { rehearsal, level: 2 }, lang)}
<div class="ep-remote__presses">${slide.shows !== 'start' && press('back', 'secondary', 'back')}${!isEnd && !announces && press('next', 'primary', 'next')}${mayAnnounce && press('announce', 'primary', 'next')}</div>
${!rehearsal && announcement(view, lang)}
${slide.shows !== 'start' && press('restart', 'secondary')}`;
}

/** How the winner comes out, and what can still be done about it. */
function announcement(
  { announcement: { state, at, id, version }, edition, now }: RemoteView,
  lang: Lang,
): Html {
  const t = texts(lang).ceremony;
  const mayResume = state === 'held' && at !== null && !isQuiet({ publish_at: at }, now);
  const when = at ? formatDateTime(at, lang) : '';
  const hold = (path: string, label: string) =>
    id !== null &&
    version !== null &&
    actionForm({
      action: `${editionHref(edition.id, 'publication')}/${id}/${path}`,
      label,
      version,
      fields: { til: 'seremoni' },
    });
  return alert({
    tone: ['missing', 'held', 'takenDown'].includes(state)
      ? 'warning'
      : state === 'public'
        ? 'success'
        : 'info',
    body: html`${paragraph(t.states[state](when))}${state === 'waiting' && actions(hold('hold', texts(lang).publication.hold))}${mayResume && actions(hold('slipp', texts(lang).publication.resume))}${(state === 'missing' || state === 'takenDown') && link(editionHref(edition.id, 'publication'), texts(lang).publication.title)}`,
  });
}

function screens({ edition, rehearsal }: RemoteView, lang: Lang): Html {
  const t = texts(lang).ceremony;
  const screen = rehearsal
    ? `${ceremonyHref(edition.id, true)}/skjerm`
    : publicHref(lang, `/prisen/${edition.year}/skjerm`);
  return html`${list(t.howTo)}
${actions(
  buttonLink({ href: screen, label: t.openScreen, kind: 'secondary' }),
  rehearsal
    ? link(ceremonyHref(edition.id), t.toCeremony)
    : link(ceremonyHref(edition.id, true), t.toRehearsal),
)}`;
}
