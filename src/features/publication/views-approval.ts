/** The button with which somebody else approves: it names what this page has shown. */
import { actionForm } from '../../ui/components/index.ts';
import type { Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { askOf } from './views-publication-words.ts';
import type { PublicationOnPage } from './views-publication.ts';

export const approvalForm = (here: string, { row, shown }: PublicationOnPage, lang: Lang): Html =>
  actionForm({
    action: `${here}/godkjenn`,
    label: texts(lang).publication.approve,
    kind: 'primary',
    version: row.version,
    fields: { seen: shown },
    ask: askOf(row, lang),
  });
