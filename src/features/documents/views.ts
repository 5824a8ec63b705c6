/** The attachments of an application, for those who work on it. */
import {
  actions,
  alert,
  button,
  buttonLink,
  emptyState,
  errorSummary,
  form,
  liveRegion,
  pageHead,
  paragraph,
  section,
  stack,
  statusMessage,
  uploadArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import type { FileFaults } from '../../ui/submission.ts';
import { wantedHere } from '../../ui/returned-parts.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from '../nominations/schema.ts';
import type { ListedDocument } from './schema.ts';
import { documentCard } from './views-card.ts';

export type Done = 'saved' | 'moved' | 'removed' | 'replaced' | 'restored';
export interface DocumentsView {
  row: Pick<NominationRow, 'id' | 'organisation_name'>;
  documents: readonly ListedDocument[];
  /** Replaced, and kept until the application is sent in. */
  earlier: readonly ListedDocument[];
  faults: FileFaults;
  limits: { max: number; bytes: number };
  open: boolean;
  /** Other parts can be changed, this one not. */
  locked: boolean;
  /** What the secretariat asks for here. */
  wanted: string | null;
  /** What the file field of the browser should offer. */
  accept: string;
  errors: readonly FormError[];
  /** What was sent and is to be shown again, by field. */
  input: (name: string) => string | undefined;
  /** How many have just been uploaded. */
  uploaded: number;
  done: Done | null;
}
const REGION = 'filene';

export function documentsPage(view: DocumentsView, lang: Lang): Page {
  const t = texts(lang);
  const { row, errors, uploaded, done, open } = view;
  const own = t.documents;
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
      // What the secretariat asks for is not optional.
      pageHead({
        title: own.title,
        over: row.organisation_name,
        ...(view.wanted === null && { lead: own.lead }),
      }),
      wantedHere(view.wanted, lang),
      liveRegion({
        id: REGION,
        body: list(view, lang),
        waiting: [...view.faults.values()].includes('unchecked'),
      }),
      open
        ? uploadForm(view, lang)
        : alert({ body: paragraph(view.locked ? t.completion.closed : t.nominations.form.closed) }),
      actions(buttonLink({ href: `/soknad/${row.id}`, label: own.back, kind: 'secondary' })),
    ),
  };
}

function list(view: DocumentsView, lang: Lang): Html {
  const own = texts(lang).documents;
  const { documents, limits } = view;
  if (documents.length === 0)
    return emptyState({ title: own.none, body: view.wanted === null ? own.noneBody : own.noneAsked });
  return section({
    title: own.yours,
    id: 'filer',
    body: html`${paragraph(own.count(documents.length, limits.max), 'muted')}${
      documents.length >= limits.max && view.open && alert({ body: paragraph(own.full) })
    }${stack(...documents.map((document, i) => documentCard(document, i, view, lang)))}`,
  });
}

function uploadForm({ row, documents, limits, accept, errors }: DocumentsView, lang: Lang): Html {
  const own = texts(lang).documents;
  if (documents.length >= limits.max) return html``;
  const area = uploadArea({
    name: 'files',
    label: own.choose,
    hint: html`${own.limits(limits.max, limits.bytes)} ${own.readers}`,
    accept,
    error: errors.find(({ field }) => field === 'files')?.message,
    api: `/api/v1/nominations/${row.id}/uploads`,
    shows: REGION,
    maxBytes: limits.bytes,
    drop: own.drop,
    words: own.uploading,
  });
  return form({
    action: `/soknad/${row.id}/vedlegg`,
    multipart: true,
    body: html`${area}${actions(button({ label: own.upload }))}`,
  });
}
