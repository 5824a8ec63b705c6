/** The secretariat's pages: what people could not use, and where it is answered. */
import {
  actionForm,
  button,
  card,
  descriptionList,
  emptyState,
  errorsByField,
  errorSummary,
  form,
  link,
  pageHead,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  tag,
  textArea,
  type FormError,
  type Tone,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { instant } from '../../platform/clock.ts';
import { excerpt } from '../../ui/text/excerpt.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { ANSWER_LENGTH, barrierPath, officePath, type Barrier, type BarrierState } from './schema.ts';

const tones: Record<BarrierState, Tone> = { open: 'warning', answered: 'success', closed: 'neutral' };
const at = (when: string, lang: Lang): string => formatDateTime(instant(when), lang);

export function barriersPage(found: readonly Barrier[], lang: Lang): Page {
  const t = texts(lang);
  const own = t.barriers.office;
  return {
    title: own.title,
    breadcrumbs: [{ label: t.secretariat.title, href: '/sekretariat' }, { label: own.title }],
    main: stack(
      pageHead({ title: own.title, lead: own.lead }),
      paragraph(link(publicHref(lang, barrierPath), own.public)),
      found.length === 0
        ? emptyState({ title: own.none, body: own.noneBody })
        : found.map((one) =>
            card({
              title: excerpt(one.told),
              href: `${officePath}/${one.id}`,
              level: 2,
              over: tag(own.states[one.state], tones[one.state]),
              body: paragraph(own.toldAt(at(one.toldAt, lang)), 'small'),
            }),
          ),
    ),
  };
}

export type Done = 'answered' | 'closed';
export interface BarrierView {
  barrier: Barrier;
  done: Done | null;
  errors: readonly FormError[];
  input: (name: string) => string;
}

export function barrierPage(view: BarrierView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.barriers.office;
  const { barrier, errors, done } = view;
  const title = excerpt(barrier.told);
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: [
      { label: t.secretariat.title, href: '/sekretariat' },
      { label: own.title, href: officePath },
      { label: title },
    ],
    main: stack(
      errorSummary(errors, t, { answer: own.answer }),
      pageHead({ title, over: tag(own.states[barrier.state], tones[barrier.state]) }),
      done && statusMessage(own.done[done]),
      section({
        title: own.told,
        id: 'meldt',
        body: html`${prose(barrier.told, barrier.language)}${descriptionList([
          [own.page, barrier.page || null],
          [own.from, barrier.email ?? own.noAddress],
          [own.when, at(barrier.toldAt, lang)],
          [own.closed, barrier.closedAt && own.closedBy(barrier.closedBy ?? '', at(barrier.closedAt, lang))],
        ])}`,
      }),
      barrier.answer !== null &&
        section({ title: own.answered, id: 'svar', body: prose(barrier.answer, barrier.language) }),
      barrier.state === 'open' && answering(view, lang),
    ),
  };
}

function answering({ barrier, errors, input }: BarrierView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.barriers.office;
  const action = `${officePath}/${barrier.id}`;
  const close = html`${paragraph(own.closeHint, 'muted')}${actionForm({ action, label: own.close, fields: { close: '1' } })}`;
  if (barrier.email === null) return close;
  return html`${section({
    title: own.answer,
    id: 'svar',
    body: form({
      action,
      label: own.answer,
      body: html`${textArea({
        name: 'answer',
        label: own.answer,
        hint: own.answerHint(barrier.email, t.barriers.languages[barrier.language]),
        rows: 8,
        maxlength: ANSWER_LENGTH,
        lang: barrier.language,
        value: input('answer'),
        error: errorsByField(errors)['answer'],
      })}${button({ label: own.send })}`,
    }),
  })}${close}`;
}
