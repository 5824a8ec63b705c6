/** An application as it is read: by the jury, by the secretariat, and by those who wrote it before they send it. The same for all. */
import { attrs, html, nothing, type Html } from './html.ts';
import {
  descriptionList,
  heading,
  iconFile,
  link,
  list,
  paragraph,
  prose,
  rows,
  section,
  table,
  tag,
  type Level,
} from './components/index.ts';
import { formatBytes, formatList, formatNumber } from './text/format.ts';
import { texts, type Lang } from './text/index.ts';

export interface SubmissionAnswer {
  question: string;
  section: string;
  kind: string;
  label: string;
  value: string;
  /** A table or choices; `value` says the same in plain words. */
  content?: StructuredContent | undefined;
}
/** An answer with a shape, in the language of the application. */
export type StructuredContent =
  | {
      kind: 'table';
      columns: readonly { label: string; type: 'text' | 'number' }[];
      rows: readonly (readonly (string | number)[])[];
      sums: readonly (number | null)[];
    }
  | { kind: 'choices'; chosen: readonly string[]; other: string };
interface DocumentLine {
  id: string;
  name: string;
  description: string;
  bytes: number;
  sha256: string;
  /** Why it should not be public, as the applicant sees it (OFF-3). */
  withhold?: string;
}
/** Files that do not open, by hash: gone from the store, infected, or not looked at yet. */
export type FileFaults = ReadonlyMap<string, 'missing' | 'infected' | 'unchecked'>;
export interface SubmissionContent {
  /** `null` leaves out who applies. */
  organisation: Organisation | null;
  answers: readonly SubmissionAnswer[];
  /** `null` leaves the part about documents out. */
  documents: readonly DocumentLine[] | null;
}
interface Organisation {
  kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
  name: string;
  number: string | null;
  unit: string;
  partners: readonly string[];
}

/**
 * @param options.language of the application, which may differ from the page's
 * @param options.faults files that do not open
 * @param options.level of the headings of its parts
 * @param options.among its name, where several stand on one page: its parts cannot be linked to, and tables say whose they are
 * @param options.readIn where a document is read; on a page of its own without it
 */
export function submissionView(
  content: SubmissionContent,
  options: {
    lang: Lang;
    language: Lang;
    faults?: FileFaults;
    level?: Level;
    readIn?: (id: string) => string;
    among?: string;
  },
): Html {
  const { lang, language, faults = new Map(), level = 2, readIn, among } = options;
  const t = texts(lang);
  const own = t.nominations.submission;
  const groups = Map.groupBy(content.answers, (answer) => answer.section);
  const parts = [...groups].map(([name, answers]) => {
    const title = t.nominations.sections[name as keyof typeof t.nominations.sections];
    return section({
      title,
      level,
      ...(among === undefined ? { id: `del-${name}` } : {}),
      body: answers.map((answer) =>
        answerView(answer, {
          lang,
          language,
          level,
          among,
          ...(among === undefined ? { id: answerAnchor(answer.question) } : {}),
        }),
      ),
    });
  });
  const { documents } = content;
  return html`${content.organisation && applicant(content.organisation, lang)}${parts}${
    documents &&
    section({
      title: own.documents,
      level,
      ...(among === undefined ? { id: 'del-vedlegg' } : {}),
      body: documentList(documents, lang, faults, readIn),
    })
  }`;
}

function applicant({ kind, name, number, unit, partners }: Organisation, lang: Lang): Html {
  const t = texts(lang).nominations;
  return descriptionList([
    [t.submission.applicant, name],
    [t.submission.unit, unit || null],
    [t.submission.kind, t.kinds[kind]],
    [t.submission.partners, partners.length > 0 && formatList(partners, lang)],
    [t.submission.number, number],
  ]);
}

/** Where the answer to a question stands on a page that shows one application. */
export const answerAnchor = (question: string): string => `sendt-${question}`;

export function answerView(
  { kind, label, value, content }: Pick<SubmissionAnswer, 'kind' | 'label' | 'value' | 'content'>,
  options: { lang: Lang; language: Lang; level: Level; among?: string | undefined; id?: string },
): Html {
  const { lang, language, level, among, id } = options;
  const own = texts(lang).nominations.submission;
  const foreign = language === lang ? {} : { lang: language };
  const question = heading((level + 1) as Level, html`<span${attrs(foreign)}>${label}</span>`, {
    size: '2xs',
    ...(id === undefined ? {} : { id }),
  });
  if (kind === 'tick') return html`${question}${paragraph(value ? own.yes : own.no)}`;
  if (value.trim() === '') return html`${question}${paragraph(own.unanswered, 'muted')}`;
  if (content)
    return html`${question}<div${attrs(foreign)}>${structuredView(content, among === undefined ? label : `${among}: ${label}`, lang)}</div>`;
  return html`${question}${prose(value, language === lang ? undefined : language)}`;
}

/** A table with its sums, or what is chosen. */
export function structuredView(content: StructuredContent, caption: string, lang: Lang): Html {
  const own = texts(lang).writing.structured;
  if (content.kind === 'choices') return list([...content.chosen, content.other].filter(Boolean));
  const { columns, rows: lines, sums } = content;
  const shown = (cell: string | number | null | undefined) =>
    typeof cell === 'number' ? formatNumber(cell, lang) : (cell ?? '');
  return table<readonly (string | number)[]>({
    caption,
    hideCaption: true,
    columns: columns.map(({ label, type }, i) => ({
      header: label,
      numeric: type === 'number',
      names: i === 0,
      cell: (row: readonly (string | number)[]) => shown(row[i]),
    })),
    rows: lines,
    foot: sums.some((sum) => sum !== null)
      ? sums.map((sum, i) => (i === 0 ? own.sum : shown(sum)))
      : undefined,
  });
}

/** Documents to download, with size and description; one that does not open says why, one that should not be public says so. */
export function documentList(
  documents: readonly DocumentLine[],
  lang: Lang,
  faults: FileFaults = new Map(),
  readIn = (id: string): string => `/dokument/${id}/les`,
): Html {
  const own = texts(lang).nominations.submission;
  if (documents.length === 0) return paragraph(own.noDocuments, 'muted');
  return rows(
    documents.map(({ id, name, description, bytes, sha256, withhold }) => {
      const fault = faults.get(sha256);
      const title = fault ? html`${name} ${faultTag(fault, lang)}` : link(readIn(id), name);
      return html`<div>${iconFile()} ${title} <span class="ep-muted">${formatBytes(bytes, lang)}</span></div>${
        description ? paragraph(description, 'small') : nothing
      }${withhold !== undefined && withholdNote(withhold, lang)}${fault && paragraph(faultText(fault, lang), 'small')}`;
    }),
  );
}

/** OFF-3: the applicant's mark and reason, wherever the document is shown. */
export const withholdNote = (reason: string, lang: Lang): Html =>
  html`<p class="ds-paragraph" data-size="sm">${tag(texts(lang).documents.withhold, 'warning')} ${reason}</p>`;

export const faultTag = (fault: 'missing' | 'infected' | 'unchecked', lang: Lang): Html =>
  tag(texts(lang).documents.faults[fault], fault === 'unchecked' ? 'info' : 'danger');

export const faultText = (fault: 'missing' | 'infected' | 'unchecked', lang: Lang): string =>
  texts(lang).documents.faultTexts[fault];
