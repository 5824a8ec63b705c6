/** The applicant's page of the jury, and the page where objections are answered. */
import {
  alert,
  button,
  card,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  section,
  select,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { instant } from '../../platform/clock.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { JuryObjectionOut, JuryPerson, ObjectionOut } from './schema.ts';

interface Redrawn {
  errors: readonly FormError[];
  input: (name: string) => string;
  done: boolean;
}
export interface ObjectionView extends Redrawn {
  row: { id: string; organisation_name: string };
  year: number;
  until: Date;
  open: boolean;
  jury: readonly JuryPerson[];
  objections: readonly ObjectionOut[];
}

export function objectionPage(view: ObjectionView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.objections;
  const { row, until, open, jury, objections, errors, done } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t, { about: own.about, text: own.text }),
      done && statusMessage(own.sent),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      juryTable(jury, t),
      open
        ? section({
            title: own.make,
            id: 'innsigelse',
            body: html`${paragraph(own.makeLead(formatDeadline(until, lang)))}${objectionForm(view, t)}`,
          })
        : alert({ tone: 'info', body: paragraph(own.tooLate) }),
      objections.length > 0 &&
        section({
          title: own.earlier,
          id: 'tidligere',
          body: objections.map((one) => objection(one, t, lang)),
        }),
    ),
  };
}

const juryTable = (jury: readonly JuryPerson[], t: Texts): Html =>
  table({
    caption: t.objections.jury,
    rows: jury,
    columns: [
      { header: t.jury.seats.person, names: true, cell: ({ name }) => name },
      { header: t.jury.seats.organisation, cell: ({ organisation }) => organisation },
      { header: t.jury.seats.role, cell: ({ role }) => t.jury.roles[role] },
    ],
  });

function objectionForm({ row, jury, errors, input }: ObjectionView, t: Texts): Html {
  const own = t.objections;
  const wrong = errorsByField(errors);
  return form({
    action: `/soknad/${row.id}/innsigelse`,
    body: html`${select({
      name: 'about',
      label: own.about,
      value: input('about') || 'jury',
      error: wrong['about'],
      options: [
        { value: 'jury', label: own.wholeJury },
        ...jury.map(({ personId, name, organisation }) => ({
          value: personId,
          label: `${name} (${organisation})`,
        })),
      ],
    })}${textArea({ name: 'text', label: own.text, hint: own.textHint, rows: 6, maxlength: 4000, value: input('text'), error: wrong['text'] })}${button({ label: own.send })}`,
  });
}

function objection({ about, text, madeAt, answer, answeredAt }: ObjectionOut, t: Texts, lang: Lang): Html {
  const own = t.objections;
  return card({
    level: 3,
    title: about ?? own.wholeJury,
    over: tag(answer === null ? own.waiting : own.answered, answer === null ? 'warning' : 'success'),
    body: html`${paragraph(own.madeAt(formatDateTime(instant(madeAt), lang)), 'muted')}${prose(text ?? own.erased)}${
      answer !== null &&
      answeredAt !== null &&
      html`${paragraph(html`<strong>${own.answer}</strong>`)}${prose(answer)}${paragraph(own.answeredAt(formatDateTime(instant(answeredAt), lang)), 'muted')}`
    }`,
  });
}

export interface AnswersView extends Redrawn {
  seat: SeatView;
  objections: readonly JuryObjectionOut[];
}

export function answersPage(view: AnswersView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.objections;
  const { objections, errors, done } = view;
  return {
    title: own.listTitle,
    failed: errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/innsigelser',
      t,
      errorSummary(errors, t),
      done && statusMessage(own.saved),
      pageHead({ title: own.listTitle, lead: own.listLead }),
      objections.length
        ? stack(...objections.map((one) => toAnswer(one, view, t, lang)))
        : emptyState({ title: own.none }),
    ),
  };
}

function toAnswer(one: JuryObjectionOut, view: AnswersView, t: Texts, lang: Lang): Html {
  const own = t.objections;
  return card({
    title: own.from(one.organisation, one.about),
    over: tag(one.answer === null ? own.waiting : own.answered, one.answer === null ? 'warning' : 'success'),
    body: html`${paragraph(own.madeAt(formatDateTime(instant(one.madeAt), lang)), 'muted')}${prose(one.text ?? own.erased)}${
      one.answer !== null && html`${paragraph(html`<strong>${own.answer}</strong>`)}${prose(one.answer)}`
    }${one.mayAnswer && answerForm(one, view, t)}`,
  });
}

function answerForm(
  { id, aboutId, about, organisation }: JuryObjectionOut,
  view: AnswersView,
  t: Texts,
): Html {
  const own = t.objections;
  const wrong = errorsByField(view.errors);
  const area = (name: 'reason' | 'answer', hint: string) =>
    textArea({
      name: `${name}-${id}`,
      label: name === 'reason' ? own.reason : own.toApplicant,
      hint,
      rows: 4,
      maxlength: name === 'reason' ? 2000 : 4000,
      value: view.input(`${name}-${id}`),
      error: wrong[`${name}-${id}`],
    });
  return form({
    action: `/jury/innsigelser/${id}`,
    label: own.from(organisation, about),
    body: html`${
      aboutId !== null &&
      html`${radioGroup({
        name: `recused-${id}`,
        legend: t.jury.conflicts.outcomeLegend,
        value: view.input(`recused-${id}`),
        error: wrong[`recused-${id}`],
        options: [
          { value: 'yes', label: t.jury.conflicts.outcomes.yes },
          { value: 'no', label: t.jury.conflicts.outcomes.no },
        ],
      })}${area('reason', own.reasonHint)}`
    }${area('answer', own.toApplicantHint)}${button({ label: own.sendAnswer })}`,
  });
}
