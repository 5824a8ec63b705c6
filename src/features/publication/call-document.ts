/** The form of the call on paper and for a word processor, to be discussed and written in before anybody signs in. */
import { renderDocx } from '../../platform/docx/render.ts';
import {
  heading,
  list,
  note,
  paragraph,
  prose,
  renderPdf,
  space,
  terms,
  title,
  type Block,
} from '../../platform/pdf/index.ts';
import { remembering } from '../../platform/remembered.ts';
import { formatBytes, formatDateTime, formatDeadline, LOCALES } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { CALL_FORMS, countsAs, finalistsWhen, inLang, levelsOf, namesOf, rulesIn } from './words-call.ts';
import type { PublicCall } from './schema-public.ts';

export type DocumentKind = keyof typeof CALL_FORMS;

/** Of some years, in every language and both kinds. */
const made = remembering<Buffer>(24);

/** The same call always gives the same bytes. */
export function callDocument(
  call: PublicCall,
  { kind, demo }: { kind: DocumentKind; demo: boolean },
  lang: Lang,
): Promise<Buffer> {
  const { year, announcedAt } = call.edition;
  const t = texts(lang);
  const about = {
    title: t.publicSite.call.document.title(year),
    author: t.publicSite.title,
    lang: LOCALES[lang],
    at: announcedAt,
  };
  const banner = demo ? t.receipts.pdf.demo : undefined;
  const blocks = [...(banner && kind === 'docx' ? [note(banner)] : []), ...blocksOf(call, lang)];
  return made(JSON.stringify([kind, banner, about, blocks]), () =>
    kind === 'docx'
      ? renderDocx(about, blocks)
      : renderPdf({ ...about, foot: about.title, pageOf: t.receipts.pdf.pageOf, banner }, blocks),
  );
}

/** As the PDF and the DOCX know languages: where it is another than the document's. */
const other = (lang: Lang | undefined): string | undefined => lang && LOCALES[lang];

function blocksOf(call: PublicCall, lang: Lang): Block[] {
  const t = texts(lang).publicSite.call;
  const { edition, criteria, questions, documents, scale } = call;
  const words = inLang(edition.texts, lang);
  const parts = Map.groupBy(questions, ({ section }) => section);
  return [
    title(t.document.title(edition.year), { over: texts(lang).publicSite.title }),
    note(t.document.lead),
    terms(datesOf(call, lang)),
    ...prose(words.text.intro, other(words.lang)),
    heading(2, t.criteria),
    paragraph(t.criteriaLead),
    ...criteria.flatMap((one) => criterion(one, lang)),
    ...(scale
      ? [heading(3, t.scale), paragraph(t.scaleLead(scale.min, scale.max)), scaleTerms(scale, lang)]
      : []),
    ...[...parts].flatMap(([part, own]) => [
      heading(2, t.sections[part]),
      ...own.flatMap((question) => asked(question, lang)),
    ]),
    paragraph(t.documents(documents.max, formatBytes(documents.bytes, lang))),
  ];
}

function datesOf({ edition }: PublicCall, lang: Lang): [string, string][] {
  const t = texts(lang).publicSite;
  const { opensAt, closesAt, ceremonyAt, ceremonyPlace, help } = edition;
  return [
    [t.call.opens, formatDateTime(opensAt, lang)],
    [t.call.deadline, formatDeadline(closesAt, lang)],
    [t.call.finalists, finalistsWhen(edition, lang)],
    [t.call.ceremony, [formatDateTime(ceremonyAt, lang), ceremonyPlace].filter(Boolean).join(', ')],
    [t.call.contact, [help.name, help.email, help.phone].filter(Boolean).join(', ')],
  ];
}

function criterion({ kind, weight, texts: own }: PublicCall['criteria'][number], lang: Lang): Block[] {
  const { text, lang: inOther } = inLang(own, lang);
  const note = countsAs({ kind, weight }, lang);
  return [
    paragraph(note ? `${text.name} (${note})` : text.name, 'strong', other(inOther)),
    ...(text.description ? prose(text.description, other(inOther)) : []),
  ];
}

const scaleTerms = (scale: NonNullable<PublicCall['scale']>, lang: Lang): Block =>
  terms(levelsOf(scale, lang).map(([label, { text }]) => [label, text]));

/** A question with its rules and help, and room for the answer. */
function asked(question: PublicCall['questions'][number], lang: Lang): Block[] {
  const { text, lang: inOther } = inLang(question.texts, lang);
  const said = other(inOther);
  const more = said === undefined ? {} : { lang: said };
  const prompts = text.prompts ?? [];
  return [
    heading(3, text.label, said),
    paragraph(rulesIn(question, lang), 'muted'),
    ...(text.help ? prose(text.help, said) : []),
    ...(prompts.length > 0 ? [list(prompts, more)] : []),
    ...(question.details ? [list(namesOf(question.details, lang))] : []),
    space(),
    space(),
  ];
}
