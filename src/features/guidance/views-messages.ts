/** What an applicant and the secretariat have written to each other. */
import { card, paragraph, prose } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { HelpRequest } from './schema.ts';

export function messagesView({ messages, closedAt, closedWhy }: HelpRequest, lang: Lang): Html {
  const own = texts(lang).guidance.help;
  const said = messages.map(({ name, bySecretariat, text, writtenAt }) =>
    card({
      over: (bySecretariat ? own.bySecretariat : own.by)(name, formatDateTime(writtenAt, lang)),
      body: prose(text),
      tinted: bySecretariat,
    }),
  );
  return html`${said}${closedAt && closedWhy && paragraph(own.closedWhy[closedWhy](formatDateTime(closedAt, lang)), 'small')}`;
}
