/** What everybody sees: the answers, and the form to ask. */
import {
  actions,
  button,
  buttonLink,
  details,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  openFormFields,
  pageHead,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  textArea,
  textField,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import { attrs, html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { instant } from '../../platform/clock.ts';
import { formatDate, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { anchorOf, answersPath, QUESTION_LENGTH, type AnswerVersion, type PublicAnswer } from './schema.ts';

interface AnswersView {
  /** The latest call; null where there has been none. */
  call: { year: number; isOpen: boolean } | null;
  answers: readonly PublicAnswer[];
}

export function answersPage({ call, answers }: AnswersView, lang: Lang): Page {
  const t = texts(lang).callQuestions;
  if (!call)
    return {
      title: t.short,
      main: stack(pageHead({ title: t.short }), emptyState({ title: t.noCall, action: toCall(lang) })),
    };
  const ask = call.isOpen && buttonLink({ href: '/sporsmal', label: t.ask });
  return {
    title: t.title(call.year),
    description: t.description(call.year),
    main: stack(
      pageHead({ title: t.title(call.year), lead: t.lead }),
      actions(ask, toCall(lang)),
      answers.length === 0
        ? emptyState({ title: t.none, body: t.noneBody })
        : answers.map((one) => answer(one, lang)),
    ),
  };
}

const toCall = (lang: Lang): Html => link(publicHref(lang, '/utlysning'), texts(lang).callQuestions.toCall);

/** The form it is written in: nynorsk for its readers, bokmål for everybody else. */
const formFor = (lang: Lang): 'nb' | 'nn' => (lang === 'nn' ? 'nn' : 'nb');
const foreign = (lang: Lang): 'nb' | undefined => (lang === 'en' ? 'nb' : undefined);

function answer({ number, versions, takenDownAt }: PublicAnswer, lang: Lang): Html {
  const t = texts(lang).callQuestions;
  const [current, ...earlier] = versions;
  if (!current)
    return section({
      title: t.takenDownTitle(number),
      id: anchorOf(number),
      body: paragraph(t.takenDown(takenDownAt ? formatDate(instant(takenDownAt), lang) : ''), 'muted'),
    });
  const first = versions.at(-1) ?? current;
  const at = (one: AnswerVersion) => formatDateTime(instant(one.at), lang);
  return section({
    title: html`<span${attrs({ lang: foreign(lang) })}>${current.question[formFor(lang)]}</span>`,
    id: anchorOf(number),
    body: html`${prose(current.answer[formFor(lang)], foreign(lang))}${paragraph(time(instant(first.at), t.answered(at(first))), 'small')}${versions
      .filter(({ change }) => change !== null)
      .toReversed()
      .map((one) =>
        paragraph(
          html`<span${attrs({ lang: foreign(lang) })}>${t.corrected(at(one), one.change?.[formFor(lang)] ?? '')}</span>`,
          'small',
        ),
      )}${earlier.length > 0 && details({ summary: t.earlier, body: earlier.map((one) => was(one, lang)) })}`,
  });
}

function was(one: AnswerVersion, lang: Lang): Html {
  const when = formatDateTime(instant(one.at), lang);
  return html`${paragraph(html`<strong>${time(instant(one.at), when)}</strong>`)}${prose(`${one.question[formFor(lang)]}\n\n${one.answer[formFor(lang)]}`, foreign(lang))}`;
}

export interface AskView {
  call: { year: number } | null;
  input: (name: string) => string;
  errors: readonly FormError[];
  stamp: string;
  sent: boolean;
}

export function askPage({ call, input, errors, stamp, sent }: AskView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.callQuestions;
  const toAnswers = link(publicHref(lang, answersPath), own.toAnswers);
  if (!call)
    return {
      title: own.ask,
      main: stack(
        pageHead({ title: own.ask }),
        sent && statusMessage(own.form.sent),
        emptyState({ title: own.noCall, action: toAnswers }),
      ),
    };
  const wrong = errorsByField(errors);
  const labels = { question: own.form.question, email: own.form.email, website: t.openForm.website };
  return {
    title: own.ask,
    failed: errors.length > 0,
    main: stack(
      errorSummary(errors, t, labels),
      pageHead({ title: own.ask, lead: own.form.lead(call.year) }),
      sent && statusMessage(own.form.sent),
      paragraph(toAnswers),
      form({
        action: '/sporsmal',
        label: own.ask,
        body: html`${textArea({
          name: 'question',
          label: own.form.question,
          hint: own.form.questionHint,
          rows: 6,
          maxlength: QUESTION_LENGTH,
          value: input('question'),
          error: wrong['question'],
        })}${textField({
          name: 'email',
          type: 'email',
          autocomplete: 'email',
          label: own.form.email,
          hint: own.form.emailHint,
          optional: t.common.optional,
          value: input('email'),
          error: wrong['email'],
          width: 'medium',
        })}${openFormFields({ stamp, website: input('website'), error: wrong['website'] }, t)}${paragraph(own.form.kept, 'muted')}${button({ label: own.form.send })}`,
      }),
    ),
  };
}
