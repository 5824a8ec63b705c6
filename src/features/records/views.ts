/** The log as a page: that of a year, and that of what belongs to none. */
import {
  actions,
  button,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  select,
  stack,
  table,
  textField,
  time,
  type Crumb,
  type FormError,
} from '../../ui/components/index.ts';
import { editionHead, serviceLogHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { takeOut } from '../../ui/take-out.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { FilterQuery } from './filter.ts';
import { logKinds } from './kinds.ts';
import type { LogChoices, LogEntry } from './queries.ts';
import { detailLines, inWords } from './words.ts';

export interface LogView {
  /** The year; `null` for what belongs to none. */
  of: { edition: { id: string; year: number }; pages: readonly EditionPage[]; mayTakeOut: boolean } | null;
  entries: readonly LogEntry[];
  next: number | null;
  choices: LogChoices;
  /** As it stands in the address. */
  asked: FilterQuery;
  errors: readonly FormError[];
}

export function logPage(view: LogView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.records;
  const { of, entries, errors } = view;
  const title = of ? own.title : own.serviceTitle;
  const crumbs: Crumb[] = of
    ? [
        { label: t.secretariat.title, href: '/sekretariat' },
        { label: own.edition(of.edition.year), href: `/sekretariat/${of.edition.id}` },
        { label: title },
      ]
    : [{ label: title }];
  return {
    title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: crumbs,
    main: stack(
      errorSummary(errors, t, own.labels),
      of
        ? editionHead(
            of.edition,
            'log',
            { title, lead: own.lead(of.edition.year), over: t.secretariat.edition(of.edition.year) },
            lang,
            of.pages,
          )
        : pageHead({ title, lead: own.serviceLead }),
      filterForm(view, lang),
      entries.length
        ? entryTable(entries, title, lang)
        : errors.length === 0 && emptyState({ title: own.empty }),
      paging(view, lang),
      of?.mayTakeOut && takeOut(`/sekretariat/${of.edition.id}/uttak.zip`, 'edition', lang),
    ),
  };
}

const addressOf = ({ of }: LogView): string => (of ? `/sekretariat/${of.edition.id}/logg` : serviceLogHref);

function filterForm(view: LogView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.records;
  const wrong = errorsByField(view.errors);
  const choose = (
    name: 'soknad' | 'person' | 'hva',
    options: readonly { value: string; label: string }[],
  ): Html =>
    select({
      name,
      label: own.labels[name],
      value: view.asked[name] ?? '',
      empty: own.everything,
      options,
      error: wrong[name],
      optional: t.common.optional,
    });
  const named = (items: LogChoices['people']) => items.map(({ id, name }) => ({ value: id, label: name }));
  const day = (name: 'fra' | 'til'): Html =>
    textField({
      name,
      label: own.labels[name],
      type: 'date',
      width: 'short',
      value: view.asked[name] ?? '',
      error: wrong[name],
      optional: t.common.optional,
    });
  return form({
    action: addressOf(view),
    method: 'get',
    inline: true,
    label: own.filterTitle,
    body: html`${choose(
      'hva',
      logKinds.map((kind) => ({ value: kind, label: own.kinds[kind] })),
    )}${view.of && choose('soknad', named(view.choices.nominations))}${choose('person', named(view.choices.people))}${day('fra')}${day('til')}
${actions(button({ label: own.show, kind: 'secondary' }), isAsked(view) && link(addressOf(view), own.showAll))}`,
  });
}

const filters = ['soknad', 'person', 'hva', 'fra', 'til'] as const;
const isAsked = ({ asked }: LogView): boolean => filters.some((name) => asked[name]);

function entryTable(entries: readonly LogEntry[], caption: string, lang: Lang): Html {
  const t = texts(lang);
  const own = t.records;
  const who = ({ actor_id, actor_name }: LogEntry) =>
    actor_name === '' ? own.erased : actor_id === null ? own.system : actor_name;
  return table({
    caption,
    hideCaption: true,
    rows: entries,
    columns: [
      { header: own.when, cell: ({ at }) => time(at, formatDateTime(at, lang)) },
      {
        header: own.what,
        names: true,
        cell: (entry) =>
          html`${inWords(entry, t)}${detailLines(entry, lang).map((line) => paragraph(line, 'small'))}${entry.reason && paragraph(`${own.reason}: ${entry.reason}`, 'small')}`,
      },
      { header: own.about, cell: ({ subject }) => subject },
      { header: own.who, cell: who },
    ],
  });
}

function paging(view: LogView, lang: Lang): Html {
  const own = texts(lang).records;
  const chosen = filters.flatMap((name) => (view.asked[name] ? [[name, view.asked[name]]] : []));
  const to = (...more: string[][]) => `${addressOf(view)}?${new URLSearchParams([...chosen, ...more])}`;
  const newest = view.asked.before ? link(to(), own.newest) : nothing;
  const older = view.next ? link(to(['before', String(view.next)]), own.older) : nothing;
  return actions(newest, older);
}
