/** The protocol of declarations on paper: a tagged PDF, the same bytes for the same content. */
import { instant } from '../../platform/clock.ts';
import {
  heading,
  note,
  paragraph,
  renderPdf,
  table,
  terms,
  title,
  type Block,
} from '../../platform/pdf/index.ts';
import { LOCALES, formatDateTime, formatExact } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Protocol } from './schema-protocol.ts';

export function protocolPdf(
  protocol: Protocol,
  { lang, at, demo }: { lang: Lang; at: Date; demo: boolean },
): Promise<Buffer> {
  const t = texts(lang);
  const own = t.conflicts.protocol;
  const { year, rules } = protocol;
  return renderPdf(
    {
      title: `${own.title}, Etikkprisen ${year}`,
      author: 'KS',
      lang: LOCALES[lang],
      at,
      foot: `${own.title}, Etikkprisen ${year}`,
      pageOf: t.receipts.pdf.pageOf,
      banner: demo ? t.receipts.pdf.demo : own.banner,
    },
    [
      title(own.title, { over: `Etikkprisen ${year}`, lead: own.asOf(formatExact(at, lang)) }),
      note(own.scope),
      heading(2, own.rules),
      paragraph(t.jury.declaration.principle),
      terms([
        [t.conflicts.setup.quorum, String(rules.quorum)],
        [own.rulesHash, rules.sha256],
        ...Object.entries(rules.reach).map(
          ([ground, reach]) => [ground, t.conflicts.reaches[reach]] as const,
        ),
      ]),
      heading(2, own.jury),
      juryTable(protocol, lang),
      ...part(own.declarations, declarationTable(protocol, lang), protocol.declarations.length, own.none),
      ...part(own.decisions, decisionTable(protocol, lang), protocol.decisions.length, own.none),
      ...part(own.objections, objectionTable(protocol, lang), protocol.objections.length, own.none),
      paragraph(own.grounds, 'strong'),
      terms(Object.entries(t.jury.declaration.grounds)),
    ],
  );
}

const part = (name: string, rows: Block, count: number, none: string): Block[] => [
  heading(2, name),
  count ? rows : paragraph(none, 'muted'),
];

const when = (at: string | null, lang: Lang): string => (at ? formatDateTime(instant(at), lang) : '');

function juryTable({ jury }: Protocol, lang: Lang): Block {
  const t = texts(lang);
  const own = t.conflicts.protocol;
  return table(
    [
      { label: t.jury.seats.person, share: 2 },
      { label: t.jury.seats.organisation, share: 2 },
      { label: t.jury.seats.role, share: 1.2 },
      { label: own.from, share: 1.5 },
      { label: own.to, share: 1.5 },
    ],
    jury.map((one) => [
      one.name,
      one.organisation,
      t.jury.roles[one.role as keyof typeof t.jury.roles],
      one.calledInAt ? t.conflicts.calledIn(when(one.calledInAt, lang)) : when(one.confirmedAt, lang),
      when(one.leftAt, lang),
    ]),
    { rowHeads: true },
  );
}

function declarationTable({ declarations }: Protocol, lang: Lang): Block {
  const t = texts(lang);
  const own = t.conflicts.protocol;
  return table(
    [
      { label: own.who, share: 2 },
      { label: t.jury.leader.application, share: 2 },
      { label: own.answer, share: 2 },
      { label: own.ground, share: 1 },
      { label: own.time, share: 1.6 },
    ],
    declarations.map((one) => [
      one.capacity === 'jury' ? one.name : `${one.name} (${t.conflicts.capacities[one.capacity]})`,
      one.application,
      t.jury.declaration.answers[one.answer],
      one.grounds.join(', '),
      when(one.at, lang),
    ]),
    { rowHeads: true },
  );
}

function decisionTable({ decisions }: Protocol, lang: Lang): Block {
  const t = texts(lang);
  const own = t.conflicts.protocol;
  return table(
    [
      { label: own.who, share: 1.6 },
      { label: t.jury.leader.application, share: 1.6 },
      { label: own.outcome, share: 1.6 },
      { label: t.jury.conflicts.reason, share: 3 },
      { label: own.by, share: 1.8 },
    ],
    decisions.map((one) => [
      one.name,
      one.application,
      one.reach
        ? `${t.jury.conflicts.recused}: ${t.conflicts.reaches[one.reach].toLowerCase()}${one.reach === one.reachByTheRegulations ? '' : ` (${own.departs})`}`
        : t.jury.conflicts.free,
      one.reason,
      `${one.decidedBy}, ${when(one.at, lang)}`,
    ]),
    { rowHeads: true },
  );
}

function objectionTable({ objections }: Protocol, lang: Lang): Block {
  const t = texts(lang);
  const own = t.conflicts.protocol;
  return table(
    [
      { label: t.jury.leader.application, share: 2 },
      { label: own.about, share: 2 },
      { label: own.time, share: 1.6 },
      { label: own.outcome, share: 1.4 },
      { label: own.by, share: 2 },
    ],
    objections.map((one) => [
      one.application,
      one.about ?? t.objections.wholeJury,
      when(one.at, lang),
      one.answeredAt === null
        ? t.objections.waiting
        : one.recused === null
          ? t.objections.answered
          : one.recused
            ? t.jury.conflicts.recused
            : t.jury.conflicts.free,
      one.answeredBy ? `${one.answeredBy}, ${when(one.answeredAt, lang)}` : '',
    ]),
    { rowHeads: true },
  );
}
