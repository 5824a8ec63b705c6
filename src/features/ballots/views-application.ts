/** What was sent in, to be read: questions and answers as they stood, documents as links. */
import {
  descriptionList,
  emptyState,
  heading,
  link,
  list,
  paragraph,
  prose,
  section,
  type Level,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { formatBytes, formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export interface ApplicationView {
  submittedAt: Date;
  /** The language it is written in. */
  language: Lang;
  organisation: { name: string; unit: string; partners: readonly string[] };
  answers: readonly { question: string; section: string; kind: string; label: string; value: string }[];
  documents: readonly { id: string; name: string; description: string; bytes: number }[];
}

export function applicationText(
  { submittedAt, language, organisation, answers, documents }: ApplicationView,
  lang: Lang,
  level: Level = 2,
): Html {
  const t = texts(lang);
  const { page } = t.ballots;
  const inner = Math.min(level + 1, 4) as Level;
  const answer = ({ kind, label, value }: ApplicationView['answers'][number]): Html =>
    html`<div>${heading(inner, html`<span lang="${language}">${label}</span>`)}${
      kind === 'tick'
        ? paragraph(value ? page.confirmed : page.noAnswer)
        : value.trim()
          ? prose(value, language)
          : paragraph(page.noAnswer, 'muted')
    }</div>`;
  return html`${heading(level, page.application)}${paragraph(page.sent(formatDateTime(submittedAt, lang)), 'muted')}${descriptionList(
    [
      [page.about, organisation.name],
      [page.unit, organisation.unit || null],
      [page.partners, organisation.partners.length ? formatList(organisation.partners, lang) : null],
    ],
  )}${section({
    title: page.documents,
    id: 'vedlegg',
    level: inner,
    body: documents.length
      ? list(
          documents.map(
            ({ id, name, description, bytes }) =>
              html`${link(`/dokument/${id}`, name)} (${formatBytes(bytes, lang)})${description && html`<br>${description}`}`,
          ),
        )
      : emptyState({ title: page.noDocuments, level: 4 }),
  })}${answers.map(answer)}`;
}
