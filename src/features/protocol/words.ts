/** What the protocol says, part by part, in words: the same for the page and for paper. */
import { instant } from '../../platform/clock.ts';
import { formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { JuryProtocol } from './schema.ts';
import { meetingTables } from './words-meeting.ts';

export interface Table {
  title: string;
  /** `share`: of the width on paper. */
  columns: readonly { label: string; share: number }[];
  rows: readonly (readonly string[])[];
}
type Part = Omit<Table, 'rows'> & { rows: Table['rows'] | undefined };
export interface DecisionPart {
  id: string;
  title: string;
  facts: readonly (readonly [term: string, value: string])[];
  reason: string;
  departs: boolean;
  retracted: string | null;
  people: Table;
}

const when = (at: string | null, lang: Lang): string => (at ? formatDateTime(instant(at), lang) : '');

/** The tables beside the decisions; those that are not for this reader are left out. */
export function tablesOf(protocol: JuryProtocol, lang: Lang): Table[] {
  const t = texts(lang);
  const own = t.juryProtocol;
  const declared = t.conflicts.protocol;
  const parts: Part[] = [
    {
      title: declared.jury,
      columns: [
        { label: t.jury.seats.person, share: 2 },
        { label: t.jury.seats.organisation, share: 2 },
        { label: t.jury.seats.role, share: 1.2 },
        { label: declared.from, share: 1.5 },
        { label: declared.to, share: 1.5 },
      ],
      rows: protocol.jury.map((one) => [
        one.name,
        one.organisation,
        t.jury.roles[one.role as keyof typeof t.jury.roles],
        one.calledInAt ? t.conflicts.calledIn(when(one.calledInAt, lang)) : when(one.confirmedAt, lang),
        when(one.leftAt, lang),
      ]),
    },
    {
      title: own.recusals,
      columns: [
        { label: declared.who, share: 2 },
        { label: t.jury.leader.application, share: 2 },
        { label: declared.ground, share: 2 },
        { label: own.reach, share: 2 },
      ],
      rows: protocol.recusals?.map((one) => [
        one.name,
        one.application,
        one.grounds.map((code) => `${code}: ${t.jury.declaration.grounds[code]}`).join('; '),
        t.conflicts.reaches[one.reach],
      ]),
    },
    {
      title: declared.objections,
      columns: [
        { label: t.jury.leader.application, share: 2 },
        { label: declared.about, share: 2 },
        { label: declared.time, share: 1.6 },
        { label: declared.outcome, share: 2 },
      ],
      rows: protocol.objections?.map((one) => [
        one.application,
        one.about ?? t.objections.wholeJury,
        when(one.at, lang),
        one.answeredAt === null
          ? t.objections.waiting
          : [
              one.recused === null
                ? t.objections.answered
                : one.recused
                  ? t.jury.conflicts.recused
                  : t.jury.conflicts.free,
              one.answeredBy ?? '',
              when(one.answeredAt, lang),
            ].join(', '),
      ]),
    },
    {
      title: own.ballots,
      columns: [
        { label: declared.who, share: 2 },
        { label: own.delivered, share: 1 },
      ],
      rows: protocol.ballots.map(({ name, delivered, of }) => [name, own.count(delivered, of)]),
    },
  ];
  return [
    ...meetingTables(protocol, lang),
    ...parts.flatMap(({ rows, ...part }) => (rows ? [{ ...part, rows }] : [])),
  ];
}

/** Each decision with who took part in it and who has confirmed it. */
export function decisionParts(protocol: JuryProtocol, lang: Lang): DecisionPart[] {
  const t = texts(lang);
  const own = t.juryProtocol;
  return protocol.decisions.map((one, index) => {
    const title = `${index + 1}. ${t.decisions.kinds[one.kind]}`;
    const confirmed = new Map(one.confirmations.map(({ personId, at }) => [personId, at]));
    return {
      id: one.id,
      title,
      facts: [
        ...(one.noAward ? [[t.decisions.noAward, '—'] as const] : []),
        ...one.entries.map(
          ({ organisation, outcome }) => [t.decisions.outcomes[outcome], organisation] as const,
        ),
        [own.decided, `${one.decidedBy}, ${when(one.decidedAt, lang)}`] as const,
        ...(one.quorum === null
          ? []
          : [
              [
                own.votes,
                own.quorum(one.participants.filter(({ tookPart }) => tookPart).length, one.quorum),
              ] as const,
            ]),
      ],
      reason: one.reason,
      departs: one.departs,
      retracted: one.retracted
        ? `${t.decisions.retracted(one.retracted.by, when(one.retracted.at, lang))}: ${one.retracted.reason}`
        : null,
      people: {
        // Two decisions of a kind can follow each other: each table is called by its own.
        title: `${own.participants}: ${title}`,
        columns: [
          { label: t.conflicts.protocol.who, share: 2 },
          { label: own.part, share: 3 },
          { label: own.confirmed, share: 2 },
        ],
        rows: one.participants.map((person) => [
          person.name,
          person.tookPart ? t.decisions.tookPart : `${t.decisions.didNot}${whyNot(person, lang)}`,
          person.tookPart ? when(confirmed.get(person.personId) ?? null, lang) || own.notYet : '',
        ]),
      },
    };
  });
}

type Person = JuryProtocol['decisions'][number]['participants'][number];
function whyNot({ note, unanswered, wholeEdition }: Person, lang: Lang): string {
  const own = texts(lang).juryProtocol;
  const why = [wholeEdition && own.wholeEdition, note && own.outOf(note), unanswered && own.unanswered];
  const said = why.filter(Boolean).join('; ');
  return said && `: ${said}`;
}
