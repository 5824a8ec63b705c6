/** The part of the setup that says when those who hold a draft are reminded of the deadline. */
import { button, checkbox, form, paragraph } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { reminderDays, reminderField } from './schema.ts';
import { action, type Setup } from './views-setup.ts';

export function remindersForm(view: Setup, lang: Lang): Html {
  const { reminders: own } = texts(lang).deadlines;
  const boxes = reminderDays.map((days) =>
    checkbox({
      name: reminderField(days),
      label: own.days(days),
      checked: Boolean(view.values[reminderField(days)]),
    }),
  );
  return html`${paragraph(own.lead, 'muted')}${form({
    action: action(view, 'paminnelser'),
    version: view.edition.version,
    body: html`${boxes}${button({ label: own.save })}`,
  })}`;
}
