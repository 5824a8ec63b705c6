/** The outbox as a page. */
import {
  actionForm,
  emptyState,
  localNav,
  pageHead,
  pagination,
  section,
  stack,
  statusMessage,
  table,
  tag,
  time,
  type Tone,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { LetterState } from './schema.ts';

interface Letter {
  id: string;
  template: string;
  language: Lang;
  email: string;
  subject: string;
  state: LetterState;
  created_at: Date;
  sent_at: Date | null;
  error: string | null;
}
interface OutboxView {
  edition: { id: string; year: number };
  counts: Partial<Record<LetterState, number>>;
  letters: readonly Letter[];
  strays: readonly Letter[];
  total: number;
  perPage: number;
  state: LetterState | undefined;
  page: number;
  /** A letter has just been queued again. */
  resent: boolean;
}

const tones: Record<LetterState, Tone> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  unknown: 'warning',
};

export function outboxPage(view: OutboxView, lang: Lang): Page {
  const t = texts(lang);
  const { correspondence: own, secretariat } = t;
  const { edition, strays } = view;
  const here = `/sekretariat/${edition.id}/brev`;
  const body =
    view.total === 0 && !view.state
      ? emptyState({ title: own.empty, body: own.emptyBody })
      : html`${filters(view, here, t)}${letterTable(view.letters, edition.id, own.title, lang)}${pagination({
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
      pageHead({ title: own.title, lead: own.lead(edition.year) }),
      view.resent ? statusMessage(own.resent) : nothing,
      body,
      strays.length
        ? section({
            title: own.others,
            id: 'andre',
            body: html`<p>${own.othersLead}</p>${letterTable(strays, edition.id, own.others, lang)}`,
          })
        : nothing,
    ),
  };
}

function filters({ counts, state }: OutboxView, here: string, { correspondence: own }: Texts): Html {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const states = (Object.keys(own.states) as LetterState[]).filter((name) => counts[name]);
  return localNav(
    [
      { href: here, label: own.all(all), current: !state },
      ...states.map((name) => ({
        href: `${here}?state=${name}`,
        label: own.withCount(own.states[name], counts[name] ?? 0),
        current: state === name,
      })),
    ],
    own.filter,
  );
}

function letterTable(letters: readonly Letter[], editionId: string, caption: string, lang: Lang): Html {
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
        cell: (letter) => html`<span lang="${letter.language}">${letter.subject}</span>`,
      },
      { header: own.to, cell: (letter) => letter.email },
      {
        header: own.written,
        cell: (letter) => time(letter.created_at, formatDateTime(letter.created_at, lang)),
      },
      {
        header: own.status,
        cell: (letter) =>
          html`${tag(own.states[letter.state], tones[letter.state])}${whatToDo(letter, editionId, t)}`,
      },
    ],
  });
}

/** At a letter that is stuck: what it means, and the button. */
function whatToDo(letter: Letter, editionId: string, { correspondence: own }: Texts): Html {
  const { state, error } = letter;
  if (state === 'queued') return error ? html`<p>${own.triedAgain(error)}</p>` : nothing;
  if (state !== 'failed' && state !== 'unknown') return nothing;
  if (letter.template === 'signIn') return html`<p>${own.signIn}</p>`;
  if (error === 'outdated') return html`<p>${own.outdated}</p>`;
  const why =
    state === 'unknown' ? own.unknown : error === 'notMember' ? own.notMember : own.failed(error ?? '');
  return html`<p>${why}</p>${actionForm({ action: `/sekretariat/${editionId}/brev/${letter.id}/send`, label: own.resendTo(letter.email), small: true })}`;
}
