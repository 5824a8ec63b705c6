/** The protocol of the jury on paper: a tagged PDF, the same bytes for the same content. */
import {
  heading,
  note,
  paragraph,
  prose,
  renderPdf,
  table,
  terms,
  title,
  type Block,
} from '../../platform/pdf/index.ts';
import { LOCALES, formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { decisionParts, tablesOf, type DecisionPart, type Table } from './words.ts';
import type { JuryProtocol } from './schema.ts';

interface Drawn {
  lang: Lang;
  /** As of when it is told. */
  at: Date;
  demo: boolean;
}
export function juryProtocolPdf(protocol: JuryProtocol, drawn: Drawn): Promise<Buffer> {
  const { lang } = drawn;
  const t = texts(lang);
  const own = t.juryProtocol;
  return onPaper(own.title, protocol, drawn, [
    heading(2, t.conflicts.protocol.rules),
    terms([
      [t.conflicts.setup.quorum, String(protocol.rules.quorum)],
      [t.conflicts.protocol.rulesHash, protocol.rules.sha256],
    ]),
    ...tablesOf(protocol, lang).flatMap((one) => part(one, 2, t.conflicts.protocol.none)),
    heading(2, own.decisions),
    ...decisionsOf(protocol, lang),
  ]);
}

/** The decisions alone, with who took part in each: what an archive keeps beside the protocol. */
export const juryDecisionsPdf = (protocol: JuryProtocol, drawn: Drawn): Promise<Buffer> =>
  onPaper(texts(drawn.lang).juryProtocol.decisions, protocol, drawn, decisionsOf(protocol, drawn.lang));

function onPaper(
  what: string,
  { year, partial }: JuryProtocol,
  { lang, at, demo }: Drawn,
  blocks: readonly Block[],
): Promise<Buffer> {
  const t = texts(lang);
  const name = `${what}, Etikkprisen ${year}`;
  return renderPdf(
    {
      title: name,
      author: 'KS',
      lang: LOCALES[lang],
      at,
      foot: name,
      pageOf: t.receipts.pdf.pageOf,
      banner: demo ? t.receipts.pdf.demo : t.conflicts.protocol.banner,
    },
    [
      title(what, {
        over: `Etikkprisen ${year}`,
        lead: t.conflicts.protocol.asOf(formatExact(at, lang)),
      }),
      ...(partial ? [note(t.juryProtocol.partial)] : []),
      ...blocks,
    ],
  );
}

const decisionsOf = (protocol: JuryProtocol, lang: Lang): Block[] =>
  protocol.decisions.length === 0
    ? [paragraph(texts(lang).conflicts.protocol.none, 'muted')]
    : decisionParts(protocol, lang).flatMap((one) => decided(one, lang));

const part = ({ title: name, columns, rows }: Table, level: 2 | 4, none: string): Block[] => [
  heading(level, name),
  rows.length > 0 ? table(columns, rows, { rowHeads: true }) : paragraph(none, 'muted'),
];

function decided(one: DecisionPart, lang: Lang): Block[] {
  const t = texts(lang);
  return [
    heading(3, one.title),
    ...(one.retracted ? [note(one.retracted)] : []),
    terms(one.facts),
    ...(one.departs ? [paragraph(t.decisions.departs, 'strong')] : []),
    ...(one.reason ? [heading(4, t.decisions.reason), ...prose(one.reason)] : []),
    ...part(one.people, 4, t.conflicts.protocol.none),
  ];
}
