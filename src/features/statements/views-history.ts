/** One statement: the text now, the comments on it, and every text that it has had. */
import {
  actionForm,
  button,
  card,
  errorSummary,
  errorsByField,
  form,
  heading,
  hidden,
  link,
  pageHead,
  paragraph,
  prose,
  rows,
  section,
  stack,
  statusMessage,
  tag,
  textArea,
  versus,
  type FormError,
} from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { COMMENT_LENGTH, type CommentOut, type StatementOut, type VersionOut } from './schema.ts';
import { readOnly } from './views.ts';

type Version = Omit<VersionOut, 'writtenAt' | 'approvedAt'> & { writtenAt: Date; approvedAt: Date | null };
type Comment = Omit<CommentOut, 'writtenAt' | 'resolvedAt'> & { writtenAt: Date; resolvedAt: Date | null };
export type HistoryDone = 'commentSaved' | 'restored';
export interface StatementHistoryView {
  edition: { id: string; year: number };
  statement: StatementOut;
  versions: readonly Version[];
  /** The one that is shown beside the text now. */
  compared: Version | null;
  /** Null for whoever may not read them. */
  comments: readonly Comment[] | null;
  done: HistoryDone | null;
  errors: readonly FormError[];
  /** A comment that was not kept. */
  written: string;
}

export function statementHistoryPage(view: StatementHistoryView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.decisions.statements;
  const { edition, statement, compared } = view;
  const all = editionHref(edition.id, 'statements');
  const name = applicantName(statement.organisation, statement.unit);
  return {
    title: `${name}: ${own.versions.toLowerCase()}`,
    wide: true,
    failed: view.errors.length > 0,
    breadcrumbs: [
      { label: t.secretariat.edition(edition.year), href: `/sekretariat/${edition.id}` },
      { label: own.title, href: all },
      { label: name },
    ],
    main: stack(
      errorSummary(view.errors, t),
      view.done && statusMessage(own[view.done]),
      pageHead({ title: name, over: own.title }),
      compared
        ? comparison(compared, view, t)
        : section({ title: own.now, id: 'teksten', body: readOnly(statement, t) }),
      view.comments && commentsPart(view.comments, view, t, lang),
      section({
        title: own.versions,
        id: 'versjoner',
        body: html`${paragraph(own.versionsLead, 'muted')}${rows(view.versions.map((one) => versionRow(one, view, t, lang)))}`,
      }),
      paragraph(link(all, own.back)),
    ),
  };
}

const here = ({ edition, statement }: StatementHistoryView): string =>
  `${editionHref(edition.id, 'statements')}/${statement.nominationId}`;

function versionRow(one: Version, view: StatementHistoryView, t: Texts, lang: Lang): Html {
  const own = t.decisions.statements;
  const label = own.version(one.version, one.writtenBy, formatDateTime(one.writtenAt, lang));
  const isNow = one.version === view.statement.version;
  const notes = [
    isNow && own.current,
    one.approvedAt &&
      (isNow && view.statement.approvedAt ? own.approved : own.wasApproved)(
        one.approvedBy ?? '',
        formatDateTime(one.approvedAt, lang),
      ).replace(/\.$/, ''),
  ].filter(Boolean);
  return html`<div>${isNow ? label : link(`${here(view)}?versjon=${one.version}#sammenlign`, label)}</div>${notes.length > 0 && paragraph(`${notes.join('. ')}.`, 'small')}`;
}

function comparison(then: Version, view: StatementHistoryView, t: Texts): Html {
  const own = t.decisions.statements;
  const { statement } = view;
  const pair = (lang: 'nb' | 'nn'): Html => {
    const part = (title: string, text: string): Html =>
      html`${heading(4, title, { size: '2xs' })}${text ? prose(text, lang) : paragraph(own.empty, 'muted')}`;
    return html`${heading(3, texts(lang).common.languageName, { size: 'xs' })}${versus(part(own.then(then.version), then[lang]), part(own.now, statement[lang]))}${then[lang] === statement[lang] && paragraph(own.same, 'small')}`;
  };
  const differs = then.nb !== statement.nb || then.nn !== statement.nn;
  return section({
    title: own.then(then.version),
    id: 'sammenlign',
    body: html`${pair('nb')}${pair('nn')}${
      differs &&
      statement.allowedActions.includes('write') &&
      form({
        action: `${here(view)}/tilbake`,
        version: statement.version,
        body: html`${hidden('wanted', then.version)}${button({ label: own.restore, kind: 'secondary' })}`,
      })
    }`,
  });
}

function commentsPart(comments: readonly Comment[], view: StatementHistoryView, t: Texts, lang: Lang): Html {
  const own = t.decisions.statements;
  const may = view.statement.allowedActions.includes('comment');
  const open = comments.filter(({ resolvedAt }) => !resolvedAt);
  const settled = comments.filter(({ resolvedAt }) => resolvedAt);
  return section({
    title: own.comments,
    id: 'merknader',
    body: html`${paragraph(own.commentsLead, 'muted')}${comments.length === 0 && paragraph(own.noComments)}${[...open, ...settled].map((one) => comment(one, may, view, t, lang))}${
      may &&
      form({
        action: `${here(view)}/merknader`,
        body: html`${textArea({
          name: 'body',
          label: own.comment,
          hint: own.commentHint,
          rows: 3,
          maxlength: COMMENT_LENGTH,
          value: view.written,
          error: errorsByField(view.errors)['body'],
        })}${button({ label: own.addComment, kind: 'secondary' })}`,
      })
    }`,
  });
}

function comment(one: Comment, may: boolean, view: StatementHistoryView, t: Texts, lang: Lang): Html {
  const own = t.decisions.statements;
  const said = own.commented(one.writtenBy, formatDateTime(one.writtenAt, lang), one.version);
  return card({
    over: one.resolvedAt
      ? tag(own.resolved(one.resolvedBy ?? '', formatDateTime(one.resolvedAt, lang)), 'success')
      : tag(own.open, 'warning'),
    body: html`${prose(one.body)}${paragraph(said, 'small')}${
      may &&
      actionForm({
        action: `${here(view)}/merknader/${one.id}`,
        label: one.resolvedAt ? own.reopen : own.resolve,
        kind: 'tertiary',
        fields: { resolved: one.resolvedAt ? 'no' : 'yes' },
      })
    }`,
  });
}
