/** The attachments of an application, for those who work on it. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  card,
  details,
  emptyState,
  errorSummary,
  fileField,
  form,
  hidden,
  link,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatBytes, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { DocumentRow, NominationRow } from '../nominations/schema.ts';

export type Done = 'saved' | 'moved' | 'removed';
export interface DocumentsView {
  row: Pick<NominationRow, 'id' | 'organisation_name'>;
  documents: readonly DocumentRow[];
  /** Hashes of files that are not where they should be. */
  missing: ReadonlySet<string>;
  limits: { max: number; bytes: number };
  open: boolean;
  /** What the file field of the browser should offer. */
  accept: string;
  errors: readonly FormError[];
  /** How many have just been uploaded. */
  uploaded: number;
  done: Done | null;
}

export function documentsPage(view: DocumentsView, lang: Lang): Page {
  const t = texts(lang);
  const { row, documents, limits, errors, uploaded, done, open } = view;
  const own = t.documents;
  const list =
    documents.length === 0
      ? emptyState({ title: own.none, body: own.noneBody })
      : section({
          title: own.yours,
          id: 'filer',
          body: html`${paragraph(own.count(documents.length, limits.max), 'muted')}${stack(...documents.map((document, i) => documentCard(document, i, view, lang)))}`,
        });
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: [
      { label: t.common.myPage, href: '/min-side' },
      { label: row.organisation_name, href: `/soknad/${row.id}` },
      { label: own.title },
    ],
    main: stack(
      errorSummary(errors, t),
      uploaded > 0 && statusMessage(own.uploaded(uploaded)),
      done && statusMessage(own[done]),
      pageHead({ title: own.title, over: row.organisation_name, lead: own.lead }),
      list,
      open ? uploadForm(view, lang) : alert({ body: paragraph(t.nominations.form.closed) }),
      actions(buttonLink({ href: `/soknad/${row.id}`, label: own.back, kind: 'secondary' })),
    ),
  };
}

function uploadForm({ row, documents, limits, accept, errors }: DocumentsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.documents;
  if (documents.length >= limits.max) return alert({ body: paragraph(own.full) });
  const hint = html`${own.limits(limits.max, limits.bytes)} ${own.readers}`;
  const body = html`${fileField({ name: 'files', label: own.choose, hint, accept, multiple: true, error: errors[0]?.message })}${actions(button({ label: own.upload }))}`;
  return form({ action: `/soknad/${row.id}/vedlegg`, multipart: true, upload: t, body });
}

function documentCard(
  document: DocumentRow,
  index: number,
  { row, documents, missing, open }: DocumentsView,
  lang: Lang,
): Html {
  const t = texts(lang);
  const own = t.documents;
  const { id, name, bytes, description, uploaded_at, sha256 } = document;
  const gone = missing.has(sha256);
  const address = `/soknad/${row.id}/vedlegg/${id}`;
  const move = (to: 'up' | 'down') =>
    actionForm({ action: address, label: own[to](name), kind: 'tertiary', small: true, fields: { do: to } });
  const describe = form({
    action: address,
    label: own.editDescription(name),
    body: html`${hidden('do', 'describe')}${textField({ name: `description-${id}`, label: own.description, hint: own.descriptionHint, value: description, optional: t.common.optional })}${actions(button({ label: own.describe, kind: 'secondary', small: true }))}`,
  });
  return card({
    title: gone ? name : link(`/dokument/${id}`, name, { download: true }),
    level: 3,
    body: html`${gone && html`${tag(t.nominations.submission.missing, 'danger')}${paragraph(t.nominations.submission.missingFile)}`}${description && paragraph(description)}${paragraph(
      html`${formatBytes(Number(bytes), lang)}. ${own.addedBy(formatDateTime(uploaded_at, lang))}`,
      'small',
    )}${open && details({ summary: own.editDescription(name), body: describe })}`,
    foot: open
      ? actions(
          index > 0 && move('up'),
          index < documents.length - 1 && move('down'),
          actionForm({
            action: address,
            label: own.remove(name),
            kind: 'tertiary',
            small: true,
            fields: { do: 'remove' },
            ask: own.askRemove,
          }),
        )
      : nothing,
  });
}
