/** What an application says, as blocks on paper: who applies, and each part with its questions and answers. */
import { heading, list, paragraph, prose, table, type Block } from '../../platform/pdf/index.ts';
import { formatList, formatNumber, LOCALES } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { RenderedSubmission } from '../nominations/schema.ts';

export function organisationTerms(
  { organisation }: RenderedSubmission,
  lang: Lang,
): [string, string | false | null][] {
  const t = texts(lang).nominations;
  const { name, unit, kind, partners, number } = organisation;
  return [
    [t.submission.applicant, name],
    [t.submission.unit, unit],
    [t.submission.kind, t.kinds[kind]],
    [t.submission.partners, partners.length > 0 && formatList(partners, lang)],
    [t.submission.number, number],
  ];
}

/**
 * Sections, questions and answers, as the jury reads them.
 *
 * @param options.language of the application, which may differ from the document's
 * @param options.level of the headings of its sections
 */
export function answerSections(
  answers: RenderedSubmission['answers'],
  { lang, language, level }: { lang: Lang; language: Lang; level: 2 | 3 },
): Block[] {
  const { sections } = texts(lang).nominations;
  const written = language === lang ? undefined : LOCALES[language];
  const groups = Map.groupBy(answers, ({ section }) => section);
  return [...groups].flatMap(([name, group]) => [
    heading(level, sections[name as keyof typeof sections]),
    ...group.flatMap((answer) => [
      heading(level === 2 ? 3 : 4, answer.label, written),
      ...answerBlocks(answer, lang, written),
    ]),
  ]);
}

function answerBlocks(
  { kind, value, content }: RenderedSubmission['answers'][number],
  lang: Lang,
  written: string | undefined,
): Block[] {
  const t = texts(lang);
  const own = t.nominations.submission;
  if (kind === 'tick') return [paragraph(value ? own.yes : own.no)];
  if (value.trim() === '') return [paragraph(own.unanswered, 'muted')];
  if (content?.kind === 'choices')
    return [list([...content.chosen, content.other].filter(Boolean), written ? { lang: written } : {})];
  if (content?.kind !== 'table') return prose(value, written);
  const shown = (cell: string | number | null | undefined) =>
    typeof cell === 'number' ? formatNumber(cell, lang) : (cell ?? '');
  const sums = content.sums.some((sum) => sum !== null)
    ? [content.sums.map((sum, index) => (index === 0 ? t.writing.structured.sum : shown(sum)))]
    : [];
  return [
    table(
      content.columns.map(({ label, type }) => ({ label, align: type === 'number' ? 'end' : 'start' })),
      [...content.rows.map((row) => row.map(shown)), ...sums],
      { rowHeads: true },
    ),
  ];
}
