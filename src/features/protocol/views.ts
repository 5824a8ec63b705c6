/** The protocol of the jury as a page. */
import {
  actionForm,
  alert,
  descriptionList,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  section,
  stack,
  statusMessage,
  table,
} from '../../ui/components/index.ts';
import { editionHref, protocolHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { decisionParts, tablesOf, type DecisionPart, type Table } from './words.ts';
import type { JuryProtocol } from './schema.ts';

export interface ProtocolView {
  editionId: string;
  protocol: JuryProtocol;
  confirmed: boolean;
}

export function juryProtocolPage({ editionId, protocol, confirmed }: ProtocolView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.juryProtocol;
  const declared = t.conflicts.protocol;
  const here = protocolHref(editionId);
  const mayConfirm = new Set(protocol.allowedActions.map(({ decisionId }) => decisionId));
  return {
    title: own.title,
    wide: true,
    breadcrumbs: [
      { label: t.secretariat.edition(protocol.year), href: editionHref(editionId) },
      { label: own.title },
    ],
    main: stack(
      confirmed && statusMessage(own.confirmedNow),
      pageHead({ title: own.title, over: t.secretariat.edition(protocol.year), lead: own.lead }),
      list([
        link(`${here}.pdf`, own.pdf, { download: true }),
        link(`${here}.json`, own.json, { download: true }),
      ]),
      protocol.partial && alert({ tone: 'info', body: paragraph(own.partial) }),
      section({
        title: own.decisions,
        id: 'beslutninger',
        body:
          protocol.decisions.length === 0
            ? paragraph(declared.none)
            : decisionParts(protocol, lang).map((one) => decision(one, mayConfirm.has(one.id), here, t)),
      }),
      tablesOf(protocol, lang).map((one) => section({ title: one.title, body: tableOf(one, declared.none) })),
      section({
        title: declared.rules,
        id: 'reglene',
        body: descriptionList([
          [t.conflicts.setup.quorum, String(protocol.rules.quorum)],
          [declared.rulesHash, protocol.rules.sha256 && html`<code>${protocol.rules.sha256}</code>`],
        ]),
      }),
    ),
  };
}

function decision(one: DecisionPart, mayConfirm: boolean, here: string, t: Texts): Html {
  const own = t.juryProtocol;
  return html`${heading(3, one.title, { size: 'xs' })}${one.retracted && alert({ tone: 'warning', body: paragraph(one.retracted) })}${descriptionList(one.facts)}${
    one.departs && alert({ tone: 'info', body: paragraph(t.decisions.departs) })
  }${one.reason && html`${heading(4, t.decisions.reason, { size: '2xs' })}${prose(one.reason)}`}${tableOf(one.people, t.conflicts.protocol.none, true)}${
    mayConfirm &&
    html`${paragraph(own.confirmLead)}${actionForm({ action: `${here}/${one.id}/bekreft`, label: own.confirm, kind: 'primary' })}`
  }`;
}

const tableOf = ({ title, columns, rows }: Table, none: string, caption = false): Html =>
  rows.length === 0
    ? paragraph(none, 'muted')
    : table({
        caption: title,
        hideCaption: !caption,
        columns: columns.map(({ label }, index) => ({
          header: label,
          names: index === 0,
          cell: (row: readonly string[]) => row[index] ?? '',
        })),
        rows,
      });
