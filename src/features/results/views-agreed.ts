/** What was agreed on at the meeting: both scores, the form for proposing one, and the juror's answer. */
import {
  actions,
  alert,
  button,
  errorsByField,
  form,
  paragraph,
  prose,
  section,
  select,
  srOnly,
  table,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { nameIn, plainNameIn } from '../../ui/criterion-name.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { AssessmentsOut } from './schema.ts';
import { REASON_LENGTH, type AgreedScore } from './schema-agreed.ts';

export interface AgreedView extends AssessmentsOut {
  errors: readonly FormError[];
  input: (name: string) => string;
}

/** Nothing for a year without points. */
export function agreedPart(view: AgreedView, lang: Lang): Content {
  const own = texts(lang).agreed;
  if (!view.scoring || (view.agreed.length === 0 && view.proposable.length === 0)) return null;
  const mine = view.agreed.filter(({ allowedActions }) => allowedActions.includes('confirmed'));
  return section({
    title: own.title,
    id: 'enighet',
    body: html`${paragraph(own.lead)}${mine.map((one) => answerBox(one, view, lang))}${
      view.agreed.length > 0 ? listOf(view, lang) : paragraph(own.none, 'muted')
    }${view.proposable.length > 0 && proposeForm(view, lang)}`,
  });
}

const nameOf = ({ organisation, unit }: AssessmentsOut): string => applicantName(organisation, unit);
const hrefOf = ({ nominationId }: AssessmentsOut, { id }: AgreedScore): string =>
  `/jury/resultat/${nominationId}/enighet/${id}`;

/** The juror's own: nobody else can press it. */
function answerBox(one: AgreedScore, view: AssessmentsOut, lang: Lang): Html {
  const own = texts(lang).agreed;
  return alert({
    tone: 'info',
    body: html`${paragraph(own.yours(one.proposedBy))}${paragraph(
      html`<strong>${nameIn(one.texts, lang)}</strong>: ${own.change(one.delivered ?? '–', one.score)}`,
    )}${prose(one.reason)}${form({
      action: hrefOf(view, one),
      label: `${plainNameIn(one.texts, lang)}, ${nameOf(view)}`,
      body: actions(
        button({ label: own.confirm, name: 'answer', value: 'confirmed' }),
        button({ label: own.decline, name: 'answer', value: 'declined', kind: 'secondary' }),
      ),
    })}`,
  });
}

const listOf = (view: AssessmentsOut, lang: Lang): Html => {
  const own = texts(lang).agreed;
  return table({
    caption: own.title,
    hideCaption: true,
    rows: view.agreed,
    columns: [
      { header: own.juror, names: true, cell: ({ name }) => name },
      { header: own.criterion, cell: (one) => nameIn(one.texts, lang) },
      { header: own.delivered, numeric: true, cell: ({ delivered }) => delivered ?? '–' },
      { header: own.score, numeric: true, cell: ({ score }) => score },
      { header: own.reason, cell: ({ reason }) => prose(reason) },
      { header: own.state, cell: (one) => stateOf(one, view, lang) },
    ],
  });
};

function stateOf(one: AgreedScore, view: AssessmentsOut, lang: Lang): Content {
  const own = texts(lang).agreed;
  if (one.confirmedAt !== null) {
    const when = formatDateTime(instant(one.confirmedAt), lang);
    return one.counts ? own.confirmed(when) : own.replaced(when);
  }
  return html`${own.waiting(one.name)}${
    one.allowedActions.includes('withdrawn') &&
    form({
      action: hrefOf(view, one),
      label: `${own.withdraw}: ${one.name}, ${plainNameIn(one.texts, lang)}`,
      body: button({
        label: html`${own.withdraw}${srOnly(`: ${one.name}, ${plainNameIn(one.texts, lang)}`)}`,
        name: 'answer',
        value: 'withdrawn',
        kind: 'tertiary',
      }),
    })
  }`;
}

function proposeForm(view: AgreedView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.agreed;
  const wrong = errorsByField(view.errors);
  const { min, max } = view.scale;
  return html`${form({
    action: `/jury/resultat/${view.nominationId}/enighet`,
    label: own.propose,
    body: html`${paragraph(own.proposeLead)}${select({
      name: 'ballotId',
      label: own.juror,
      empty: t.common.choose,
      value: view.input('ballotId'),
      error: wrong['ballotId'],
      options: view.proposable.map(({ ballotId, name }) => ({ value: ballotId, label: name })),
    })}${select({
      name: 'criterionId',
      label: own.criterion,
      empty: t.common.choose,
      value: view.input('criterionId'),
      error: wrong['criterionId'],
      options: view.criteria
        .filter(({ weight }) => weight !== null)
        .map(({ criterionId, texts: words }) => ({ value: criterionId, label: plainNameIn(words, lang) })),
    })}${textField({
      name: 'score',
      label: own.newScore,
      hint: own.newScoreHint(min, max),
      inputmode: 'numeric',
      width: 'short',
      value: view.input('score'),
      error: wrong['score'],
    })}${textArea({
      name: 'reason',
      label: own.reason,
      hint: own.reasonHint,
      rows: 3,
      maxlength: REASON_LENGTH,
      value: view.input('reason'),
      error: wrong['reason'],
    })}${button({ label: own.proposeButton, kind: 'secondary' })}`,
  })}`;
}
