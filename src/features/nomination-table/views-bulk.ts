/** Several applications at once: what would happen to each of them, and what did. */
import {
  actions,
  alert,
  button,
  buttonLink,
  dateTimeField,
  errorsByField,
  errorSummary,
  form,
  hidden,
  link,
  list,
  radioGroup,
  section,
  stack,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { PART_NOTE_LENGTH, wholeParts } from '../completion/schema.ts';
import { CONTACT_LENGTH } from '../contacts/schema.ts';
import { EXTENSION_REASON_LENGTH } from '../extensions/schema.ts';
import { REASON_LENGTH } from '../nominations/schema.ts';
import {
  markOf,
  type BulkAction,
  type Named,
  type Outcome,
  type Skipped,
  type Task,
} from './schema-marked.ts';

interface Frame {
  edition: { id: string; year: number };
  action: BulkAction;
  /** What the table was chosen by. */
  from: string;
}
export interface PreviewView extends Frame {
  outcome: Outcome;
  /** What has been written. */
  input: (name: string) => string;
  errors: readonly FormError[];
  /** When it was begun. */
  at: Date;
}
export interface ReportView extends Frame {
  action: Task['type'];
  outcome: Outcome;
}

const backTo = ({ edition, from }: Frame): string =>
  `${editionHref(edition.id, 'applications')}${from && `?${from}`}`;

function frame(view: Frame, main: readonly (Html | undefined | false)[], lang: Lang, failed = false): Page {
  const t = texts(lang);
  const title = t.nominationTable.bulk.actions[view.action];
  const crumbs = editionCrumbs(view.edition, t.nominations.office.title, lang);
  return {
    title,
    failed,
    breadcrumbs: [
      ...crumbs.slice(0, -1),
      { label: t.nominations.office.title, href: backTo(view) },
      { label: title },
    ],
    main: stack(
      editionHead(
        view.edition,
        'applications',
        { title, lead: t.nominationTable.bulk.about[view.action] },
        lang,
      ),
      ...main,
    ),
  };
}

/** What would happen to each, before anything does. */
export function previewPage(view: PreviewView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.nominationTable.bulk;
  const { action, outcome, errors } = view;
  const { done, skipped } = outcome;
  const back = buttonLink({ href: backTo(view), label: own.back, kind: 'tertiary' });
  const can =
    done.length === 0
      ? alert({ tone: 'warning', title: own.nobody })
      : section({ title: own.can(done.length), body: list(done.map(linked)) });
  return frame(
    view,
    [
      errorSummary(errors, t, labels(lang)),
      can,
      skippedPart(skipped, own.cannot(skipped.length), lang),
      done.length === 0
        ? actions(back)
        : goForm(view, html`${actions(button({ label: own.confirm[action] }), back)}`, lang),
    ],
    lang,
    errors.length > 0,
  );
}

/** Those that cannot take part are not sent along: what was shown is what is done. */
function goForm(view: PreviewView, buttons: Html, lang: Lang): Html {
  const { edition, action, from, outcome } = view;
  if (action === 'letter')
    return form({
      action: `${editionHref(edition.id, 'batches')}/ny`,
      method: 'get',
      body: html`${hidden('nominations', outcome.done.map(({ id }) => id).join(','))}${buttons}`,
    });
  return form({
    action: `${editionHref(edition.id, 'applications')}/flere${action === 'package' ? '.zip' : ''}`,
    download: action === 'package',
    body: html`${hidden('what', action)}${hidden('fra', from)}${hidden('nominations', outcome.done.map(markOf).join(','))}${fields(view, lang)}${buttons}`,
  });
}

const labels = (lang: Lang): Record<string, string> => {
  const t = texts(lang);
  const { part, reason, note, text, due, until } = t.nominationTable.bulk;
  return { part, reason, note, text, due, until, dueTime: t.common.time, untilTime: t.common.time };
};

function fields({ action, input, errors, at }: PreviewView, lang: Lang): Html | false {
  const t = texts(lang);
  const own = t.nominationTable.bulk;
  const found = errorsByField(errors);
  const area = (name: 'reason' | 'text', maxlength: number) =>
    textArea({ name, label: own[name], value: input(name), error: found[name], rows: 4, maxlength });
  const moment = (name: 'due' | 'until') =>
    dateTimeField({
      name,
      legend: own[name],
      labels: { date: t.common.date, time: t.common.time },
      date: input(name),
      time: input(`${name}Time`) || '23:59',
      errors: found,
    });
  switch (action) {
    case 'return':
      return html`${radioGroup({
        name: 'part',
        legend: own.part,
        value: input('part') || 'documents',
        error: found['part'],
        options: wholeParts.map((value) => ({ value, label: own.parts[value] })),
      })}${textField({ name: 'note', label: own.note, value: input('note'), error: found['note'], maxlength: PART_NOTE_LENGTH })}${area('reason', REASON_LENGTH)}${moment('due')}`;
    case 'extend':
      return html`${moment('until')}${area('reason', EXTENSION_REASON_LENGTH)}`;
    case 'note':
      return html`${hidden('at', input('at') || at.toISOString())}${area('text', CONTACT_LENGTH)}`;
    default:
      return false;
  }
}

/** What was done, what was not, and why. */
export function reportPage(view: ReportView, lang: Lang): Page {
  const own = texts(lang).nominationTable.bulk;
  const { action, outcome } = view;
  const { done, skipped } = outcome;
  return frame(
    view,
    [
      done.length === 0
        ? alert({ tone: 'warning', title: own.nothingDone })
        : alert({
            tone: skipped.length > 0 ? 'info' : 'success',
            title: own.done[action](done.length),
            body: list(done.map(linked)),
          }),
      skippedPart(skipped, own.skipped(skipped.length), lang),
      actions(buttonLink({ href: backTo(view), label: own.back, kind: 'secondary' })),
    ],
    lang,
  );
}

/** Of a draft one sees only that it exists. */
const linked = ({ id, name, readable }: Named): Html =>
  readable ? link(`/sekretariat/soknad/${id}`, name) : html`${name}`;

const skippedPart = (skipped: readonly Skipped[], title: string, lang: Lang): Html | false =>
  skipped.length > 0 &&
  section({
    title,
    body: list(
      skipped.map(
        ({ found, why }) => html`${found ? linked(found) : texts(lang).nominationTable.bulk.unknown}: ${why}`,
      ),
    ),
  });
