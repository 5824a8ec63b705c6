/** The part of the setup that says of what the service reminds, and when. */
import { button, checkbox, fieldset, form, paragraph } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { reminderDays, reminderField, reminderKinds, workReminderDays, type ReminderKind } from './schema.ts';
import { action, type Setup } from './views-setup.ts';

export function remindersForm(view: Setup, lang: Lang): Html {
  const { reminders: own } = texts(lang).deadlines;
  const boxes = (of: readonly number[], kind?: ReminderKind) =>
    of.map((days) => {
      const name = reminderField(days, kind);
      const label = kind ? own.daysBefore(days, own.kinds[kind].date) : own.days(days);
      return checkbox({ name, label, checked: Boolean(view.values[name]) });
    });
  return html`${paragraph(own.lead, 'muted')}${form({
    action: action(view, 'paminnelser'),
    version: view.edition.version,
    body: html`${fieldset({ legend: own.drafts, hint: own.draftsHint, body: html`${boxes(reminderDays)}` })}${reminderKinds.map(
      (kind) =>
        fieldset({
          legend: own.kinds[kind].to,
          hint: own.kinds[kind].hint,
          body: html`${boxes(workReminderDays, kind)}`,
        }),
    )}${button({ label: own.save })}`,
  })}`;
}
