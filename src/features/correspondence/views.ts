/** The outbox as a page. */
import {
  actionForm,
  alert,
  emptyState,
  link,
  localNav,
  pagination,
  section,
  stack,
  statusMessage,
  table,
  tag,
  time,
  type Tone,
} from '../../ui/components/index.ts';
import { editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { LetterState } from './schema.ts';

export interface Letter {
  id: string;
  template: string;
  language: Lang;
  email: string;
  subject: string;
  state: LetterState;
  created_at: Date;
  sent_at: Date | null;
  error: string | null;
  returned_at: Date | null;
}
interface OutboxView {
  edition: { id: string; year: number };
  /** Its letters go nowhere. */
  practice: boolean;
  counts: Partial<Record<LetterState, number>>;
  letters: readonly Letter[];
  strays: readonly Letter[];
  total: number;
  perPage: number;
  state: LetterState | undefined;
  page: number;
  /** So many letters have just been queued again. */
  resent: number | undefined;
}

const tones: Record<LetterState, Tone> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  unknown: 'warning',
};

/** In a practice what is sent goes nowhere. */
export function stateTag(state: LetterState, { practice }: { practice: boolean }, lang: Lang): Html {
  const own = texts(lang).correspondence;
  return practice && state === 'sent' ? tag(own.practised) : tag(own.states[state], tones[state]);
}

export function outboxPage(view: OutboxView, lang: Lang): Page {
  const t = texts(lang);
  const { correspondence: own, secretariat } = t;
  const { edition, strays } = view;
  const here = editionHref(edition.id, 'letters');
  const body =
    view.total === 0 && !view.state
      ? emptyState({ title: own.empty, body: own.emptyBody })
      : html`${filters(view, here, t)}${letterTable(view.letters, view, own.title, lang)}${pagination({
          page: view.page,
          total: Math.ceil(view.total / view.perPage),
          t,
          hrefOf: (page) =>
            `${here}?${new URLSearchParams({ ...(view.state ? { state: view.state } : {}), page: String(page) })}`,
        })}`;
  return {
    title: own.title,
    wide: true,
    breadcrumbs: [
      { label: secretariat.title, href: '/sekretariat' },
      { label: own.edition(edition.year), href: `/sekretariat/${edition.id}` },
      { label: own.title },
    ],
    main: stack(
      editionHead(
        edition,
        'letters',
        { title: own.title, lead: own.lead(edition.year), over: secretariat.edition(edition.year) },
        lang,
      ),
      view.practice && alert({ tone: 'info', body: own.practice }),
      view.resent !== undefined && statusMessage(own.resent(view.resent)),
      missing(view, t),
      body,
      strays.length
        ? section({
            title: own.others,
            id: 'andre',
            body: html`<p>${own.othersLead}</p>${letterTable(strays, view, own.others, lang)}`,
          })
        : nothing,
    ),
  };
}

/** Everybody whose letter did not arrive, in one go. Where nobody knows, each letter needs its own decision. */
function missing({ counts, edition, state }: OutboxView, { correspondence: own }: Texts): Html {
  if (!counts.failed || state !== 'failed') return nothing;
  return actionForm({
    action: `${editionHref(edition.id, 'letters')}/send-manglende`,
    label: own.resendMissing,
    ask: own.resendMissingAsk,
  });
}

function filters(
  { counts, state, practice }: OutboxView,
  here: string,
  { correspondence: own }: Texts,
): Html {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const states = (Object.keys(own.states) as LetterState[]).filter((name) => counts[name]);
  return localNav(
    [
      { href: here, label: own.all(all), current: !state },
      ...states.map((name) => ({
        href: `${here}?state=${name}`,
        label: own.withCount(
          practice && name === 'sent' ? own.practised : own.states[name],
          counts[name] ?? 0,
        ),
        current: state === name,
      })),
    ],
    own.filter,
  );
}

function letterTable(
  letters: readonly Letter[],
  { edition, practice }: Pick<OutboxView, 'edition' | 'practice'>,
  caption: string,
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.correspondence;
  return table({
    caption,
    hideCaption: true,
    rows: letters,
    columns: [
      {
        header: own.subject,
        names: true,
        cell: (letter) =>
          html`<span lang="${letter.language}">${link(`${editionHref(edition.id, 'letters')}/${letter.id}`, letter.subject)}</span>`,
      },
      { header: own.to, cell: (letter) => letter.email },
      {
        header: own.written,
        cell: (letter) => time(letter.created_at, formatDateTime(letter.created_at, lang)),
      },
      {
        header: own.status,
        cell: (letter) =>
          html`${stateTag(letter.state, { practice }, lang)}${((means) => means && html`<p>${means}</p>`)(meaning(letter, lang))}`,
      },
    ],
  });
}

/** At a letter that is stuck: what it means. What can be done about it stands on its own page. */
export function meaning(
  { state, error, template, returned_at }: Pick<Letter, 'state' | 'error' | 'template' | 'returned_at'>,
  lang: Lang,
): string | null {
  const own = texts(lang).correspondence;
  if (state === 'queued') return error === null ? null : own.triedAgain(error);
  if (state !== 'failed' && state !== 'unknown') return null;
  if (template === 'signIn') return own.signIn;
  if (returned_at) return own.cameBack(error ?? '', formatDateTime(returned_at, lang));
  if (error === 'outdated' || error === 'notMember' || error === 'gaveUp') return own[error];
  return state === 'unknown' ? own.unknown : own.failed(error ?? '');
}
