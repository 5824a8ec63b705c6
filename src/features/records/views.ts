/** The log as a page. */
import {
  actions,
  button,
  emptyState,
  form,
  link,
  pageHead,
  paragraph,
  select,
  stack,
  table,
  time,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { takeOut } from '../../ui/take-out.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';

interface Entry {
  seq: string;
  at: Date;
  event: string;
  subject_type: string;
  subject: string | null;
  actor_id: string | null;
  actor_name: string;
  reason: string | null;
}
interface Named {
  id: string;
  name: string;
}
interface LogView {
  edition: { id: string; year: number };
  entries: readonly Entry[];
  next: number | null;
  choices: { nominations: readonly Named[]; people: readonly Named[] };
  nominationId: string | undefined;
  actorId: string | undefined;
  before: number | undefined;
  mayTakeOut: boolean;
}

export function logPage(view: LogView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.records;
  const { edition, entries } = view;
  return {
    title: own.title,
    wide: true,
    breadcrumbs: [
      { label: t.secretariat.title, href: '/sekretariat' },
      { label: own.edition(edition.year), href: `/sekretariat/${edition.id}` },
      { label: own.title },
    ],
    main: stack(
      pageHead({ title: own.title, lead: own.lead(edition.year) }),
      filterForm(view, t),
      entries.length ? entryTable(entries, lang) : emptyState({ title: own.empty }),
      paging(view, t),
      view.mayTakeOut && takeOut(`/sekretariat/${edition.id}/uttak.zip`, 'edition', lang),
    ),
  };
}

/** What happened, in a sentence. */
export function inWords({ subject_type, event }: { subject_type: string; event: string }, t: Texts): string {
  const words: Readonly<Record<string, string>> = t.records.events;
  return words[`${subject_type}.${event}`] ?? t.records.unknownEvent(`${subject_type}.${event}`);
}

const addressOf = ({ edition }: LogView): string => `/sekretariat/${edition.id}/logg`;

function filterForm(view: LogView, t: Texts): Html {
  const own = t.records;
  const options = (items: readonly Named[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  const optional = t.common.optional;
  return form({
    action: addressOf(view),
    method: 'get',
    label: own.filterTitle,
    body: html`${select({ name: 'soknad', label: own.nomination, value: view.nominationId ?? '', empty: own.everything, options: options(view.choices.nominations), optional })}
${select({ name: 'person', label: own.person, value: view.actorId ?? '', empty: own.everything, options: options(view.choices.people), optional })}
${actions(button({ label: own.show, kind: 'secondary' }))}`,
  });
}

function entryTable(entries: readonly Entry[], lang: Lang): Html {
  const t = texts(lang);
  const own = t.records;
  const who = ({ actor_id, actor_name }: Entry) =>
    actor_name === '' ? own.erased : actor_id === null ? own.system : actor_name;
  return table({
    caption: own.title,
    hideCaption: true,
    rows: entries,
    columns: [
      { header: own.when, cell: ({ at }) => time(at, formatDateTime(at, lang)) },
      {
        header: own.what,
        names: true,
        cell: (entry) =>
          html`${inWords(entry, t)}${entry.reason && paragraph(`${own.reason}: ${entry.reason}`, 'small')}`,
      },
      { header: own.about, cell: ({ subject }) => subject },
      { header: own.who, cell: who },
    ],
  });
}

function paging(view: LogView, t: Texts): Html {
  const chosen = {
    ...(view.nominationId ? { soknad: view.nominationId } : {}),
    ...(view.actorId ? { person: view.actorId } : {}),
  };
  const to = (more: Record<string, string>) =>
    `${addressOf(view)}?${new URLSearchParams({ ...chosen, ...more })}`;
  const newest = view.before ? link(to({}), t.records.newest) : nothing;
  const older = view.next ? link(to({ before: String(view.next) }), t.records.older) : nothing;
  return actions(newest, older);
}
