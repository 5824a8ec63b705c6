/** "Do you have any connection?", applicant by applicant, in plain questions. */
import {
  alert,
  button,
  card,
  checkboxGroup,
  details,
  emptyState,
  errorSummary,
  errorsByField,
  form,
  link,
  list,
  pageHead,
  paragraph,
  radioGroup,
  stack,
  statusMessage,
  tag,
  textArea,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { html, nothing, type Content, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatList } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { answers, grounds, type Answer, type DetectionRule, type Standing } from './schema.ts';

export interface DeclareView {
  /** The page itself: the jury's, or the secretariat's. */
  action: string;
  title: string;
  lead: string;
  applicants: readonly {
    id: string;
    organisation_name: string;
    unit_name: string;
    partners: readonly string[];
    answer: Answer | null;
    grounds: readonly string[];
    standing: Standing;
    /** Connections that the service sees, in whatever it holds. */
    seen?: readonly { rule: DetectionRule; about: string }[];
  }[];
  /** What was sent and has to be shown again, by field. */
  input: (name: string) => string | readonly string[] | undefined;
  errors: readonly FormError[];
  saved: boolean;
  /** What a connection takes away, where that is more than the ballot of a juror. */
  loses?: { lead: string; items: readonly string[] };
  /** What is said otherwise than to a juror. */
  words?: { discoveredLead: string; bounded: string; pending?: string };
  /** The application whose question stands open: somebody has discovered a connection to it. */
  discovered?: string | undefined;
}

const tones: Record<Standing, Tone> = {
  undeclared: 'warning',
  free: 'success',
  pending: 'info',
  recused: 'neutral',
};

/** `frame` puts the page's own surroundings around the parts. */
export function declarePage(view: DeclareView, frame: (...body: Content[]) => Html, lang: Lang): Page {
  const t = texts(lang);
  const own = t.jury.declaration;
  const { applicants, errors } = view;
  const all = applicants.every(({ standing }) => standing !== 'undeclared');
  const boxes = applicants.map((one) => applicant(one, view, t, lang));
  return {
    title: view.title,
    failed: errors.length > 0,
    main: frame(
      errorSummary(
        errors,
        t,
        Object.fromEntries(
          applicants.flatMap((one) => [
            [`answer-${one.id}`, nameOf(one)],
            [`grounds-${one.id}`, nameOf(one)],
          ]),
        ),
      ),
      view.saved && statusMessage(all ? own.savedAll : own.saved),
      pageHead({ title: view.title, lead: view.lead }),
      paragraph(own.principle),
      view.loses && html`${paragraph(view.loses.lead)}${list(view.loses.items)}`,
      html`<p>${link('/min-side/arbeid', t.work.link)}</p>`,
      applicants.length
        ? form({
            action: view.action,
            body: html`${stack(...boxes)}${applicants.some(mayAnswer) && button({ label: own.save })}`,
          })
        : emptyState({ title: own.nobody }),
    ),
  };
}

type Applicant = DeclareView['applicants'][number];
const mayAnswer = ({ standing }: Applicant): boolean => standing === 'undeclared' || standing === 'free';
const nameOf = ({ organisation_name, unit_name }: Applicant): string =>
  applicantName(organisation_name, unit_name);

/** One not yet answered stands open; one answered "none" folds out under "I have discovered a connection". */
function applicant(one: Applicant, view: DeclareView, t: Texts, lang: Lang): Html {
  const own: Texts['jury']['declaration'] & DeclareView['words'] = { ...t.jury.declaration, ...view.words };
  const failed = view.errors.some(({ field }) => field?.endsWith(one.id));
  const questions = mayAnswer(one) && html`${seen(one, t)}${fields(one, view, t)}`;
  const body =
    one.standing === 'undeclared'
      ? questions
      : html`${tag((one.standing === 'pending' && own.pending) || own.standing[one.standing], tones[one.standing])}${
          one.standing === 'free'
            ? details({
                summary: own.discovered,
                open: failed || view.discovered === one.id,
                body: html`${paragraph(own.discoveredLead)}${questions}`,
              })
            : one.standing === 'pending' && paragraph(own.bounded, 'muted')
        }`;
  return card({
    title: nameOf(one),
    over: one.partners.length ? own.with(formatList(one.partners, lang)) : undefined,
    body,
  });
}

/** What the service sees, beside the question and before the answer: it proposes, and says why. */
function seen({ seen: found = [] }: Applicant, t: Texts): Html {
  return found.length
    ? alert({
        tone: 'info',
        title: t.work.seen,
        body: list(found.map(({ rule, about }) => t.work.rules[rule](about))),
      })
    : nothing;
}

function fields(one: Applicant, view: DeclareView, t: Texts): Html {
  const own = t.jury.declaration;
  const errors = errorsByField(view.errors);
  const given = (field: string) => view.input(`${field}-${one.id}`);
  const answer = textOf(given('answer')) ?? one.answer ?? '';
  const chosen = [given('grounds') ?? []].flat();
  return stack(
    radioGroup({
      name: `answer-${one.id}`,
      legend: own.legend(nameOf(one)),
      value: answer,
      error: errors[`answer-${one.id}`],
      options: answers.map((value) => ({ value, label: own.answers[value] })),
    }),
    details({
      summary: own.groundsLegend,
      open: answer === 'connection' || answer === 'unsure',
      body: html`${checkboxGroup({
        name: `grounds-${one.id}`,
        legend: own.groundsLegend,
        hint: own.groundsHint,
        values: chosen,
        error: errors[`grounds-${one.id}`],
        options: grounds.map((value) => ({ value, label: own.grounds[value] })),
      })}${textArea({ name: `note-${one.id}`, label: own.note, hint: own.noteHint, optional: t.common.optional, rows: 3, maxlength: 2000, value: textOf(given('note')) ?? '' })}`,
    }),
  );
}

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.at(-1);

/** At the top of a page that is closed until one has answered. */
export const declareFirst = (t: Texts): Html =>
  alert({ tone: 'info', body: paragraph(t.jury.declaration.first) });
