/** One attachment: what it is, whether it opens, and what can be done with it. */
import {
  actionForm,
  actions,
  button,
  card,
  checkbox,
  details,
  errorsByField,
  fileField,
  form,
  hidden,
  link,
  paragraph,
  srOnly,
  stack,
  tag,
  textField,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { faultTag, faultText, withholdNote } from '../../ui/submission.ts';
import { formatBytes, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { ListedDocument } from './schema.ts';
import type { DocumentsView } from './views.ts';

export function documentCard(document: ListedDocument, index: number, view: DocumentsView, lang: Lang): Html {
  const own = texts(lang).documents;
  const { name, bytes, description, uploaded_at, sha256, withhold_reason, metadata_removed } = document;
  const fault = view.faults.get(sha256);
  const about = `${formatBytes(Number(bytes), lang)}. ${own.addedBy(formatDateTime(uploaded_at, lang))}`;
  return card({
    title: fault ? html`${name} ${faultTag(fault, lang)}` : link(`/dokument/${document.id}/les`, name),
    level: 3,
    body: html`${fault && paragraph(faultText(fault, lang))}${description && paragraph(description)}${
      withhold_reason !== null && withholdNote(withhold_reason, lang)
    }${paragraph(
      html`${about}${metadata_removed && html` ${own.metadataRemoved}`}`,
      'small',
    )}${!fault && document.scan === 'unscanned' && html`<div>${tag(own.unscanned)}</div>`}${
      view.open && html`<div>${change(document, view, lang)}${replace(document, view, lang)}</div>`
    }${view.open && earlier(document, view, lang)}`,
    foot: view.open ? foot(document, index, view, lang) : nothing,
  });
}

const addressOf = ({ id }: ListedDocument, { row }: DocumentsView): string =>
  `/soknad/${row.id}/vedlegg/${id}`;
/** The word is enough to see; which file it is about is said to who hears it. */
const about = (word: string, { name }: ListedDocument): Html => html`${word}${srOnly(` ${name}`)}`;

function change(document: ListedDocument, view: DocumentsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.documents;
  const { id } = document;
  const errors = errorsByField(view.errors);
  const fields = { description: `description-${id}`, withhold: `withhold-${id}`, reason: `reason-${id}` };
  const again =
    view.input('do') === 'change' && Object.values(fields).some((field) => view.input(field) !== undefined);
  const sent = (field: string, stored: string) => (again ? (view.input(field) ?? '') : stored);
  const body = html`${hidden('do', 'change')}${textField({
    name: fields.description,
    label: own.description,
    hint: own.descriptionHint,
    value: sent(fields.description, document.description),
    error: errors[fields.description],
    optional: t.common.optional,
  })}${checkbox({
    name: fields.withhold,
    label: own.withholdLabel,
    hint: own.withholdHint,
    checked: sent(fields.withhold, document.withhold_reason === null ? '' : 'yes') !== '',
    error: errors[fields.withhold],
  })}${textField({
    name: fields.reason,
    label: own.withholdReason,
    hint: own.withholdReasonHint,
    value: sent(fields.reason, document.withhold_reason ?? ''),
    error: errors[fields.reason],
    optional: own.withholdReasonWhen,
  })}${actions(button({ label: own.save, kind: 'secondary', small: true }))}`;
  return details({
    summary: about(own.change, document),
    open: again,
    body: form({ action: addressOf(document, view), label: `${own.change}: ${document.name}`, body }),
  });
}

function replace(document: ListedDocument, view: DocumentsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.documents;
  const field = `replacement-${document.id}`;
  const error = errorsByField(view.errors)[field];
  const body = html`${fileField({
    name: field,
    label: own.replaceChoose,
    hint: own.replaceHint,
    accept: view.accept,
    error,
  })}${actions(button({ label: own.replaceButton, kind: 'secondary', small: true }))}`;
  return details({
    summary: about(own.replace, document),
    open: error !== undefined,
    body: form({
      action: `${addressOf(document, view)}/ny-fil`,
      label: `${own.replace}: ${document.name}`,
      multipart: true,
      upload: t,
      body,
    }),
  });
}

function earlier(document: ListedDocument, view: DocumentsView, lang: Lang): Html {
  const own = texts(lang).documents;
  const versions = view.earlier.filter(({ replaced_by }) => replaced_by === document.id);
  return html`${versions.map((version) =>
    stack(
      paragraph(
        html`${own.earlier(formatDateTime(version.uploaded_at, lang))}: ${
          view.faults.has(version.sha256) ? version.name : link(`/dokument/${version.id}/les`, version.name)
        }`,
        'small',
      ),
      actionForm({
        action: addressOf(version, view),
        label: about(own.restore, version),
        kind: 'tertiary',
        small: true,
        fields: { do: 'restore' },
      }),
    ),
  )}`;
}

function foot(document: ListedDocument, index: number, view: DocumentsView, lang: Lang): Html {
  const own = texts(lang).documents;
  const act = (what: string, word: string, ask?: string) =>
    actionForm({
      action: addressOf(document, view),
      label: about(word, document),
      kind: 'tertiary',
      small: true,
      fields: { do: what },
      ...(ask !== undefined && { ask }),
    });
  return actions(
    index > 0 && act('up', own.moveUp),
    index < view.documents.length - 1 && act('down', own.moveDown),
    act('remove', own.removeShort, own.askRemove),
  );
}
