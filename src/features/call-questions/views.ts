/** The secretariat's pages: what was asked, and where it is answered. */
import {
  actionForm,
  button,
  card,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  link,
  list,
  paragraph,
  prose,
  radioGroup,
  section,
  stack,
  statusMessage,
  tag,
  textArea,
  textField,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHead, editionHref, type EditionPage } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { excerpt } from '../../ui/text/excerpt.ts';
import { isLang, texts, type Lang } from '../../ui/text/index.ts';
import {
  anchorOf,
  ANSWER_LENGTH,
  answersPath,
  CHANGE_LENGTH,
  QUESTION_LENGTH,
  ways,
  type CallQuestion,
  type QuestionState,
} from './schema.ts';

interface Frame {
  edition: { id: string; year: number };
  pages: readonly EditionPage[];
}
const tones: Record<QuestionState, Tone> = {
  open: 'warning',
  answered: 'success',
  takenDown: 'danger',
  setAside: 'neutral',
};
const ERASED = '-';

export interface QuestionsView extends Frame {
  questions: readonly CallQuestion[];
  mayRegister: boolean;
  errors: readonly FormError[];
  input: (name: string) => string;
}

export function questionsPage(view: QuestionsView, lang: Lang): Page {
  const { edition, pages, questions, errors } = view;
  const t = texts(lang);
  const own = t.callQuestions;
  const here = editionHref(edition.id, 'questions');
  return {
    title: own.short,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.short, lang),
    main: stack(
      errorSummary(errors, t, own.office.register.labels),
      editionHead(
        edition,
        'questions',
        { title: own.short, lead: own.office.lead, over: t.secretariat.edition(edition.year) },
        lang,
        pages,
      ),
      paragraph(link(publicHref(lang, answersPath), own.office.public)),
      questions.length === 0
        ? emptyState({ title: own.office.none, body: own.office.noneBody('/sporsmal') })
        : questions.map((one) =>
            card({
              title: titleOf(one, lang),
              href: `${here}/${one.id}`,
              level: 2,
              over: tag(own.office.states[one.state], tones[one.state]),
              body: paragraph(own.office.askedAt(at(one.askedAt, lang)), 'small'),
            }),
          ),
      view.mayRegister && registering(view, lang),
    ),
  };
}

/** One that somebody asked on the telephone: from here on it is like the others. */
function registering({ edition, errors, input }: QuestionsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.callQuestions.office.register;
  const wrong = errorsByField(errors);
  return section({
    title: own.title,
    id: 'registrer',
    body: html`${paragraph(own.lead)}${form({
      action: editionHref(edition.id, 'questions'),
      label: own.title,
      body: html`${textArea({
        name: 'question',
        label: own.labels.question,
        hint: own.questionHint,
        rows: 4,
        maxlength: QUESTION_LENGTH,
        value: input('question'),
        error: wrong['question'],
      })}${radioGroup({
        name: 'cameBy',
        legend: own.labels.cameBy,
        inline: true,
        value: input('cameBy') || 'phone',
        error: wrong['cameBy'],
        options: ways.map((way) => ({ value: way, label: own.ways[way] })),
      })}${textField({
        name: 'email',
        type: 'email',
        label: own.labels.email,
        hint: own.emailHint,
        optional: t.common.optional,
        value: input('email'),
        error: wrong['email'],
        width: 'medium',
      })}${radioGroup({
        name: 'language',
        legend: own.labels.language,
        inline: true,
        value: input('language') || 'nb',
        error: wrong['language'],
        options: (['nb', 'nn'] as const).map((form) => ({ value: form, label: own.languages[form] })),
      })}${button({ label: own.save, kind: 'secondary' })}`,
    })}`,
  });
}

const at = (when: string, lang: Lang): string => formatDateTime(instant(when), lang);

/** By what it is known: the public wording where there is one. */
function titleOf({ versions, asked, number }: CallQuestion, lang: Lang): string {
  const own = texts(lang).callQuestions.office;
  const text = versions[0]?.question[lang === 'nn' ? 'nn' : 'nb'] ?? (asked === ERASED ? own.erased : asked);
  return `${number === null ? '' : `${own.number(number)}: `}${excerpt(text)}`;
}

export type Done = 'registered' | 'answered' | 'setAside' | 'takenDown';
export interface QuestionView extends Frame {
  question: CallQuestion;
  done: Done | null;
  errors: readonly FormError[];
  /** What was sent; undefined where nothing was. */
  input: (name: string) => string | undefined;
}

export function questionPage(view: QuestionView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.callQuestions;
  const { edition, question, errors, done } = view;
  const title = titleOf(question, lang);
  const crumbs = editionCrumbs(edition, own.short, lang);
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: [
      ...crumbs.slice(0, -1),
      { label: own.short, href: editionHref(edition.id, 'questions') },
      { label: title },
    ],
    main: stack(
      errorSummary(errors, t, labels(lang)),
      editionHead(
        edition,
        'questions',
        { title, over: tag(own.office.states[question.state], tones[question.state]) },
        lang,
        view.pages,
      ),
      done && statusMessage(own.office.done[done]),
      asked(question, lang),
      answering(view, lang),
      others(view, lang),
      question.versions.length > 0 && history(question, lang),
    ),
  };
}

function asked(question: CallQuestion, lang: Lang): Html {
  const own = texts(lang).callQuestions.office;
  const written = isLang(question.language) ? question.language : 'nb';
  const by = question.decidedAt && own.decidedBy(question.decidedBy ?? '', at(question.decidedAt, lang));
  const facts = [
    own.askedAt(at(question.askedAt, lang)),
    question.cameBy !== 'form' && own.register.by[question.cameBy](question.registeredBy ?? ''),
    question.email ? own.address(question.email) : own.noAddress,
    by && `${own.states[question.state]}: ${by}`,
  ];
  return section({
    title: own.asked,
    id: 'spurt',
    body: html`${question.asked === ERASED ? paragraph(own.erased, 'muted') : prose(question.asked, written)}${list(facts.filter(Boolean))}`,
  });
}

const fields = ['question', 'answer', 'change'] as const;
function labels(lang: Lang): Record<string, string> {
  const { questionIn, answerIn, changeIn } = texts(lang).callQuestions.office;
  const words = { question: questionIn, answer: answerIn, change: changeIn };
  return Object.fromEntries(
    fields.flatMap((name) => (['nb', 'nn'] as const).map((form) => [`${name}.${form}`, words[name][form]])),
  );
}

function answering({ edition, question, errors, input }: QuestionView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.callQuestions.office;
  const wrong = errorsByField(errors);
  const [current] = question.versions;
  const given = (name: (typeof fields)[number], form: 'nb' | 'nn') => ({
    name: `${name}.${form}`,
    label: labels(lang)[`${name}.${form}`] ?? '',
    value: input(`${name}.${form}`) ?? (name === 'change' ? '' : (current?.[name][form] ?? '')),
    error: wrong[`${name}.${form}`],
  });
  const title = { open: own.answer, setAside: own.answer, answered: own.correct, takenDown: own.again }[
    question.state
  ];
  return section({
    title,
    id: 'svar',
    body: html`${paragraph(own.answerLead)}${form({
      action: `${editionHref(edition.id, 'questions')}/${question.id}`,
      label: title,
      version: question.version,
      body: html`${(['nb', 'nn'] as const).map((written) =>
        fieldset({
          legend: t.letterBatches.inLanguage[written],
          body: html`${textArea({ ...given('question', written), rows: 3, maxlength: QUESTION_LENGTH, lang: written })}${textArea({ ...given('answer', written), rows: 8, maxlength: ANSWER_LENGTH, lang: written })}${
            question.version > 0 &&
            textField({ ...given('change', written), hint: own.changeHint, maxlength: CHANGE_LENGTH })
          }`,
        }),
      )}${button({ label: own.publish })}`,
    })}`,
  });
}

function others({ edition, question }: QuestionView, lang: Lang): Html {
  const own = texts(lang).callQuestions.office;
  const here = `${editionHref(edition.id, 'questions')}/${question.id}`;
  const { version, state, number } = question;
  if (state === 'open')
    return html`${paragraph(own.setAsideHint, 'muted')}${actionForm({ action: `${here}/legg-til-side`, label: own.setAside, version })}`;
  return html`${number !== null && paragraph(link(`${publicHref(lang, answersPath)}#${anchorOf(number)}`, own.public))}${state === 'answered' && actionForm({ action: `${here}/ta-ned`, label: own.takeDown, kind: 'danger', version, ask: own.takeDownAsk })}`;
}

function history({ versions }: CallQuestion, lang: Lang): Html {
  const own = texts(lang).callQuestions.office;
  return details({
    summary: own.history,
    body: versions.map(
      (one) =>
        html`${paragraph(html`<strong>${own.version(one.version, one.answeredBy, at(one.at, lang))}</strong> ${!one.isPublic && tag(own.hidden)}`)}${list(
          (['nb', 'nn'] as const).map((form) => prose(`${one.question[form]}\n\n${one.answer[form]}`, form)),
        )}`,
    ),
  });
}
