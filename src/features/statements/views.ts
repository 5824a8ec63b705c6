/** Writing and approving the jury's statements on the nominated. */
import {
  actionForm,
  button,
  card,
  details,
  emptyState,
  errorSummary,
  errorsByField,
  form,
  heading,
  hidden,
  list,
  paragraph,
  prose,
  stack,
  statusMessage,
  tag,
  textArea,
  versus,
  link,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { editionHead, feedbackHref, protocolHref, type EditionPage } from '../../ui/edition-nav.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { StatementOut } from './schema.ts';

export interface StatementView extends Omit<StatementOut, 'writtenAt' | 'approvedAt'> {
  writtenAt: Date | null;
  approvedAt: Date | null;
  words: { nb: number; nn: number };
}
export interface StatementsView {
  edition: { id: string; year: number };
  /** The pages of the year that the reader may open. */
  pages: readonly EditionPage[];
  statements: readonly StatementView[];
  /** Whether the reader may open the protocol of the jury. */
  protocol: boolean;
  done: 'saved' | 'approvedNow' | null;
  errors: readonly FormError[];
  input: (name: string) => string | undefined;
}

export function statementsPage(view: StatementsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.decisions.statements;
  const { edition, statements, errors } = view;
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: [
      { label: t.secretariat.edition(edition.year), href: `/sekretariat/${edition.id}` },
      { label: own.title },
    ],
    main: stack(
      errorSummary(
        errors,
        t,
        Object.fromEntries(
          statements.flatMap(({ nominationId, organisation }) => [
            [`nb-${nominationId}`, organisation],
            [`nn-${nominationId}`, organisation],
          ]),
        ),
      ),
      view.done && statusMessage(own[view.done]),
      editionHead(edition, 'statements', { title: own.title, lead: own.lead }, lang, view.pages),
      statements.some(({ allowedActions }) => allowedActions.includes('write')) &&
        details({
          summary: own.promptsTitle,
          body: html`${list(own.prompts)}${paragraph(own.opening(edition.year))}${paragraph(own.length)}`,
        }),
      statements.length
        ? statements.map((one) => statement(one, view, t, lang))
        : emptyState({ title: own.none, body: own.noneBody }),
      paragraph(link(feedbackHref(edition.id), t.feedback.office.title)),
      view.protocol && paragraph(link(protocolHref(edition.id), t.juryProtocol.title)),
    ),
  };
}

function statement(one: StatementView, view: StatementsView, t: Texts, lang: Lang): Html {
  const own = t.decisions.statements;
  const complete = Boolean(one.nb && one.nn);
  const state = one.approvedAt
    ? tag(own.approved(one.approvedBy ?? '', formatDateTime(one.approvedAt, lang)), 'success')
    : complete
      ? tag(own.waiting, 'warning')
      : tag(one.nb || one.nn ? own.incomplete : own.unwritten);
  const approve =
    one.allowedActions.includes('approve') &&
    actionForm({
      action: `/sekretariat/${view.edition.id}/begrunnelser/${one.nominationId}/godkjenn`,
      label: own.approve,
      kind: 'primary',
      version: one.version,
    });
  return card({
    title: applicantName(one.organisation, one.unit),
    over: state,
    body: html`${one.writtenAt && paragraph(own.written(one.writtenBy ?? '', formatDateTime(one.writtenAt, lang)), 'muted')}${one.allowedActions.includes('write') ? writeForm(one, view, t) : readOnly(one, t)}${approve}${one.version > 0 && paragraph(link(`/sekretariat/${view.edition.id}/begrunnelser/${one.nominationId}`, one.allowedActions.includes('comment') || one.openComments > 0 ? own.more(one.openComments) : own.versions))}`,
  });
}

/** Bokmål and nynorsk side by side, as they stand. */
export const readOnly = ({ nb, nn }: { nb: string; nn: string }, t: Texts): Html => {
  const own = t.decisions.statements;
  const part = (lang: 'nb' | 'nn', text: string) =>
    html`${heading(3, texts(lang).common.languageName, { size: '2xs' })}${text ? prose(text, lang) : paragraph(own.empty, 'muted')}`;
  return nb || nn ? versus(part('nb', nb), part('nn', nn)) : paragraph(own.unwritten);
};

function writeForm(one: StatementView, view: StatementsView, t: Texts): Html {
  const own = t.decisions.statements;
  const errors = errorsByField(view.errors);
  const field = (written: 'nb' | 'nn'): Html => {
    const name = `${written}-${one.nominationId}`;
    return textArea({
      name,
      label: own[written],
      hint: `${own.words(one.words[written])}. ${own.length}`,
      counted: own.count,
      rows: 12,
      lang: written,
      maxlength: 10_000,
      value: view.input(name) ?? one[written],
      error: errors[name],
    });
  };
  return form({
    action: `/sekretariat/${view.edition.id}/begrunnelser/${one.nominationId}`,
    body: html`${hidden(`version-${one.nominationId}`, one.version)}${versus(field('nb'), field('nn'))}${one.approvedAt || one.isPublic ? paragraph(one.isPublic ? own.fallsPublic : own.falls, 'muted') : nothing}${button({ label: own.save, kind: 'secondary' })}`,
  });
}
