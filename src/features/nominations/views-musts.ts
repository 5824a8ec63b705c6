/** Beside an application that is checked: what the form demands, and whether it is there. Nothing of it decides. */
import {
  checklist,
  details,
  link,
  paragraph,
  prose,
  section,
  type Requirement,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { answerAnchor, faultText, type FileFaults, type SubmissionContent } from '../../ui/submission.ts';
import { formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Musts } from './schema-musts.ts';
import type { QuestionRow } from './schema.ts';
import { countWords } from './words.ts';

export function mustsView(
  musts: Musts,
  { documents, faults }: { documents: SubmissionContent['documents']; faults: FileFaults },
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.nominations.musts;
  const { eligibility } = musts.words[lang] ?? musts.words.nb;
  return section({
    title: own.title,
    body: html`${paragraph(own.lead, 'small')}${checklist(
      [
        ...criteria(musts, lang),
        ...answers(musts, lang),
        inTime(musts, lang),
        ...files(documents ?? [], faults, lang),
      ],
      t,
    )}${eligibility && details({ summary: own.eligibility, body: prose(eligibility) })}`,
  });
}

const toAnswer = (question: string, label: string): Html => link(`#${answerAnchor(question)}`, label);

/** Whether one is fulfilled is read, and not counted: the way leads to what was answered. */
const criteria = (musts: Musts, lang: Lang): Requirement[] =>
  musts.criteria.map(({ texts: words, questions, answered }) => {
    const { name, description } = words[lang] ?? words.nb;
    const title = texts(lang).nominations.musts.criterion(name);
    const [first] = questions;
    return {
      label: html`${first ? toAnswer(first, title) : title}<br><small>${description}</small>`,
      met: answered,
    };
  });

function answers({ required, missing, tooLong }: Musts, lang: Lang): Requirement[] {
  const own = texts(lang).nominations.musts;
  const named = ({ texts: words }: QuestionRow): string => (words[lang] ?? words['nb'])?.label ?? '';
  return [
    ...(missing.length === 0 ? [{ label: own.answered(required), met: true }] : []),
    ...missing.map((question) => ({
      label: toAnswer(question.id, own.unanswered(named(question))),
      met: false,
    })),
    ...(tooLong.length === 0 ? [{ label: own.withinLimits, met: true }] : []),
    ...tooLong.map(({ question, value }) => ({
      label: toAnswer(question.id, own.tooLong(named(question), countWords(value), question.word_limit ?? 0)),
      met: false,
    })),
  ];
}

function inTime({ deadline, inTime: met }: Musts, lang: Lang): Requirement {
  const own = texts(lang).nominations.musts;
  const when = formatDeadline(deadline, lang);
  return { label: met ? own.inTime(when) : own.late(when), met };
}

function files(
  documents: NonNullable<SubmissionContent['documents']>,
  faults: FileFaults,
  lang: Lang,
): Requirement[] {
  const own = texts(lang).nominations.musts;
  const closed = documents.flatMap(({ name, sha256 }) => {
    const fault = faults.get(sha256);
    return fault
      ? [{ label: html`${link('#del-vedlegg', name)}: ${faultText(fault, lang)}`, met: false }]
      : [];
  });
  if (closed.length > 0 || documents.length === 0) return closed;
  return [{ label: own.documents(documents.length), met: true }];
}
