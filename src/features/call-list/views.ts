/** The list that the call is sent to, and the page behind the link of its letters. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  details,
  errorsByField,
  errorSummary,
  fileField,
  form,
  list,
  pageHead,
  paragraph,
  section,
  srOnly,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { MOST_LINES, type Reading, type Recipient } from './schema.ts';

export interface ListView {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
  recipients: readonly Recipient[];
  mayAdd: boolean;
  /** What was typed or came as a file. */
  lines: string;
  /** What it would bring; null where nothing has been looked at. */
  reading: Reading | null;
  errors: readonly FormError[];
  done: { added: number; skipped: number } | 'removed' | null;
}

export const listHref = (editionId: string): string => `${editionHref(editionId, 'batches')}/liste`;

export function listPage(view: ListView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.callList;
  const { edition, errors, done, recipients, mayAdd } = view;
  const crumbs = editionCrumbs(edition, t.letterBatches.title, lang);
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: [
      ...crumbs.slice(0, -1),
      { label: t.letterBatches.title, href: editionHref(edition.id, 'batches') },
      { label: own.title },
    ],
    main: stack(
      errorSummary(errors, t, { files: own.file }),
      editionHead(
        edition,
        'batches',
        { title: own.title, lead: own.lead, over: t.secretariat.edition(edition.year) },
        lang,
        view.pages,
      ),
      done === 'removed' && statusMessage(own.removed),
      done !== null && done !== 'removed' && statusMessage(own.added(done.added, done.skipped)),
      mayAdd ? adding(view, lang) : paragraph(own.over),
      recipients.length > 0 && listed(view, lang),
    ),
  };
}

function adding({ edition, lines, reading, errors }: ListView, lang: Lang): Html {
  const own = texts(lang).callList;
  const wrong = errorsByField(errors);
  const count = reading?.faults.length === 0 ? reading.people.length : 0;
  return section({
    title: own.bring,
    id: 'legg-til',
    body: html`${reading && preview(reading, lang)}${form({
      action: listHref(edition.id),
      label: own.bring,
      multipart: true,
      body: html`${textArea({
        name: 'lines',
        label: own.lines,
        hint: own.linesHint(MOST_LINES),
        rows: 10,
        value: lines,
        error: wrong['lines'],
      })}${fileField({ name: 'files', label: own.file, hint: own.fileHint, accept: '.xlsx,.csv,.txt,.tsv,text/csv,text/plain', error: wrong['files'] })}${actions(
        count > 0 && button({ label: own.add(count), name: 'add', value: '1' }),
        button({ label: own.look, kind: count > 0 ? 'secondary' : 'primary' }),
      )}`,
    })}`,
  });
}

/** What the lines say, before anybody is added. */
function preview({ people, faults, skipped }: Reading, lang: Lang): Html {
  const own = texts(lang).callList;
  return html`${faults.length === 0 && alert({ tone: people.length > 0 ? 'info' : 'warning', role: 'status', body: paragraph(own.would(people.length)) })}${
    people.length > 0 &&
    faults.length === 0 &&
    table({
      caption: own.caption,
      rows: people,
      columns: [
        { header: own.line, numeric: true, cell: (one) => String(one.line) },
        { header: own.email, names: true, cell: (one) => one.email },
        { header: own.name, cell: (one) => one.name },
        { header: own.language, cell: (one) => texts(lang).letterBatches.inLanguage[one.language] },
      ],
    })
  }${
    skipped.length > 0 &&
    details({
      summary: own.skipped(skipped.length),
      open: true,
      body: list(skipped.map(({ line, email, why }) => own.why[why](line, email))),
    })
  }`;
}

function listed({ edition, recipients, mayAdd }: ListView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.callList;
  const here = listHref(edition.id);
  const get = recipients.filter(({ unsubscribed }) => !unsubscribed).length;
  return section({
    title: own.onList(get),
    id: 'listen',
    body: html`${table({
      caption: own.title,
      hideCaption: true,
      rows: recipients,
      columns: [
        {
          header: own.email,
          names: true,
          cell: (one) => html`${one.email}${one.unsubscribed && html` ${tag(own.unsubscribed)}`}`,
        },
        { header: own.name, cell: (one) => one.name },
        { header: own.language, cell: (one) => t.letterBatches.inLanguage[one.language] },
        {
          header: own.take,
          cell: (one) =>
            !one.unsubscribed &&
            actionForm({
              action: `${here}/${one.id}/fjern`,
              label: html`${own.remove} ${srOnly(one.email)}`,
              kind: 'tertiary',
              small: true,
            }),
        },
      ],
    })}${paragraph(own.kept, 'muted')}${actions(
      mayAdd &&
        get > 0 &&
        buttonLink({ href: `${editionHref(edition.id, 'batches')}/ny?til=liste`, label: own.write }),
      actionForm({ action: `${here}/tom`, label: own.empty, kind: 'danger', ask: own.emptyAsk }),
    )}`,
  });
}

interface LinkView {
  year: number;
  email: string;
  name: string;
  token: string;
  isOff: boolean;
}
export function unsubscribePage({ year, email, name, token, isOff }: LinkView, lang: Lang): Page {
  const own = texts(lang).callList.unsubscribe;
  const action = `/utlysning/meld-av/${token}`;
  return {
    title: own.title,
    main: stack(
      pageHead({ title: own.title }),
      isOff ? statusMessage(own.done(email, year)) : paragraph(own.question(email, year)),
      paragraph(own.stored(email, name)),
      paragraph(own.kept, 'muted'),
      !isOff && actionForm({ action, label: own.confirm, kind: 'primary' }),
      paragraph(own.eraseNote, 'muted'),
      actionForm({ action, label: own.erase, fields: { do: 'erase' } }),
    ),
  };
}

export function erasedPage(lang: Lang): Page {
  const own = texts(lang).callList.unsubscribe;
  return { title: own.title, main: stack(pageHead({ title: own.title }), statusMessage(own.erased)) };
}
