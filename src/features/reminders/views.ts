/** The reminders that are still to come: whom each goes to, and stopping one or letting it go at once. */
import {
  actionForm,
  button,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  hidden,
  link,
  pageHead,
  paragraph,
  section,
  statusMessage,
  tag,
  textArea,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref, remindersHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { REASON_LENGTH, reasonField, type SteeredReminder } from './schema.ts';

/** What was sent and refused. */
export interface Refused {
  kind: string;
  at: string;
  reason: string;
}
export interface RemindersView {
  edition: { id: string; year: number };
  reminders: readonly SteeredReminder[];
  /** What has just been done. */
  done: string | null;
  errors: readonly FormError[];
  refused: Refused | null;
}

export function remindersPage(view: RemindersView, lang: Lang): Page {
  const { secretariat: s, reminders: t } = texts(lang);
  const { edition, reminders, errors } = view;
  const said = view.done !== null && (t.done as Record<string, string>)[view.done];
  const labels = Object.fromEntries(reminders.map((one) => [reasonField(fieldsOf(one)), t.reason]));
  const toSetup = link(`${editionHref(edition.id, 'setup')}#paminnelser`, t.toSetup);
  return {
    title: `${t.title}, ${s.edition(edition.year)}`,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.title, lang),
    main: html`${errorSummary(errors, texts(lang), labels)}${pageHead({ title: t.title, lead: t.lead, over: s.edition(edition.year) })}
${said && statusMessage(said)}
${
  reminders.length === 0
    ? emptyState({ title: t.none, body: toSetup })
    : html`${reminders.map((one, i) => reminderPart(view, one, i, lang))}${paragraph(toSetup)}`
}`,
  };
}

function reminderPart(view: RemindersView, one: SteeredReminder, i: number, lang: Lang): Html {
  const { reminders: t } = texts(lang);
  const when = time(one.at, formatDateTime(one.at, lang));
  return section({
    title: html`${t.kinds[one.kind]}, ${when}`,
    id: `paminnelse-${i}`,
    body: html`${one.stopped && paragraph(html`${tag(t.stopped, 'warning')} ${t.stoppedBy(one.stoppedBy ?? '')}`)}
${paragraph(recipients(one, lang))}${one.stopped ? resumeForm(view, one, lang) : steering(view, one, lang)}`,
  });
}

function recipients({ kind, recipients: names, count }: SteeredReminder, lang: Lang): string {
  const { reminders: t } = texts(lang);
  if (names === null) return (kind === 'call' ? t.asked : t.drafts)(count ?? 0);
  return names.length === 0 ? t.nobody : t.to(names.length, formatList(names, lang));
}

const fieldsOf = ({ kind, at }: SteeredReminder) => ({ kind, at: at.toISOString() });

const resumeForm = ({ edition }: RemindersView, one: SteeredReminder, lang: Lang): Html =>
  actionForm({
    action: `${remindersHref(edition.id)}/slipp`,
    label: texts(lang).reminders.resume,
    fields: fieldsOf(one),
  });

/** Folded away, so that nothing goes by one careless press. */
function steering(view: RemindersView, one: SteeredReminder, lang: Lang): Html {
  const { reminders: t } = texts(lang);
  const fields = fieldsOf(one);
  const { refused, edition } = view;
  const isRefused = refused?.kind === fields.kind && refused.at === fields.at;
  const name = reasonField(fields);
  const now =
    one.isNext &&
    html`${paragraph(t.sendLead)}${actionForm({ action: `${remindersHref(edition.id)}/send`, label: t.send, fields })}`;
  return html`${now && details({ summary: t.sendTitle, body: now })}${details({
    summary: t.stopTitle,
    open: isRefused,
    body: form({
      action: `${remindersHref(edition.id)}/stopp`,
      body: html`${hidden('kind', fields.kind)}${hidden('at', fields.at)}${textArea({
        name,
        label: t.reason,
        hint: t.reasonHint,
        value: isRefused ? refused.reason : '',
        rows: 2,
        maxlength: REASON_LENGTH,
        error: isRefused ? errorsByField(view.errors)[name] : undefined,
      })}${button({ label: t.stop, kind: 'secondary' })}`,
    }),
  })}`;
}
