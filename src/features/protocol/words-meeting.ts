/** Meetings and votes, as the tables of the protocol say them. */
import { instant } from '../../platform/clock.ts';
import { plainNameIn } from '../../ui/criterion-name.ts';
import { motionTitle } from '../../ui/motion-title.ts';
import { formatDateTime, formatTime } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { JuryProtocol } from './schema.ts';
import type { Table } from './words.ts';

type Meeting = JuryProtocol['meetings'][number];
type Motion = JuryProtocol['motions'][number];

/** Nothing where there was no meeting and no vote. */
export function meetingTables({ meetings, motions, agreed }: JuryProtocol, lang: Lang): Table[] {
  const own = texts(lang).juryProtocol;
  return [
    ...meetings.flatMap((one) => tablesOfMeeting(one, lang)),
    ...(agreed?.length ? [agreedTable(agreed, lang)] : []),
    ...(motions.length === 0
      ? []
      : [
          {
            title: own.motions,
            columns: [
              { label: own.motion, share: 2.4 },
              { label: own.outcome, share: 1.2 },
              { label: own.howVoted, share: 3 },
              { label: own.dissents, share: 2.4 },
            ],
            rows: motions.map((one) => motionRow(one, lang)),
          },
        ]),
  ];
}

function tablesOfMeeting({ startedAt, present, treated, absences }: Meeting, lang: Lang): Table[] {
  const t = texts(lang);
  const own = t.juryProtocol;
  const title = t.meetings.one(formatDateTime(instant(startedAt), lang));
  const at = (when: string | null) => (when ? formatTime(instant(when), lang) : '');
  return [
    {
      title: `${title}: ${own.present}`,
      columns: [
        { label: own.person, share: 3 },
        { label: own.newConflict, share: 2 },
        { label: own.from, share: 1 },
        { label: own.until, share: 1 },
      ],
      rows: present.map((one) => [
        one.name,
        one.newConflict ? t.common.yes : t.common.no,
        at(one.from),
        at(one.until),
      ]),
    },
    {
      title: `${title}: ${own.treated}`,
      columns: [
        { label: own.application, share: 4 },
        { label: own.from, share: 1 },
        { label: own.until, share: 1 },
      ],
      rows: treated.map((one) => [one.application, at(one.from), at(one.until)]),
    },
    {
      title: `${title}: ${own.absences}`,
      columns: [
        { label: own.person, share: 2.4 },
        { label: own.application, share: 2.4 },
        { label: own.out, share: 1 },
        { label: own.in, share: 1 },
      ],
      rows: absences.map((one) => [one.name, one.application ?? own.allOfThem, at(one.out), at(one.in)]),
    },
  ];
}

function agreedTable(agreed: NonNullable<JuryProtocol['agreed']>, lang: Lang): Table {
  const t = texts(lang);
  const own = t.agreed;
  return {
    title: own.title,
    columns: [
      { label: t.juryProtocol.application, share: 2 },
      { label: own.juror, share: 2 },
      { label: own.criterion, share: 2 },
      { label: own.delivered, share: 1 },
      { label: own.score, share: 1 },
      { label: own.reason, share: 3 },
    ],
    rows: agreed.map((one) => [
      one.application,
      one.juror,
      plainNameIn(one.texts, lang),
      String(one.delivered ?? '–'),
      String(one.score),
      one.reason,
    ]),
  };
}

function motionRow(one: Motion, lang: Lang): string[] {
  const t = texts(lang);
  const own = t.motions;
  return [
    [motionTitle(one, t), one.body].filter(Boolean).join(': '),
    [
      one.outcome ? own.outcomes[one.outcome] : '',
      one.closedAt ? formatDateTime(instant(one.closedAt), lang) : '',
    ].join(', '),
    [...votesOf(one, lang), own.quorum(sum(one), one.entitled, one.quorum), ...ledBy(one, lang)].join(' '),
    one.dissents.map(({ name, body }) => `${name}: ${body}`).join(' '),
  ];
}

const sum = ({ tally }: Motion): number => (tally ? tally.for + tally.against + tally.abstain : 0);

/** By name, or how many. */
function votesOf({ voters, tally }: Motion, lang: Lang): string[] {
  const own = texts(lang).motions;
  const named = (['for', 'against', 'abstain'] as const).flatMap((vote) => {
    const names = voters.filter((voter) => voter.vote === vote).map(({ name }) => name);
    return names.length ? [`${own.votes[vote]}: ${names.join(', ')}.`] : [];
  });
  const out = voters.filter(({ entitled }) => !entitled).map(({ name }) => name);
  return [
    ...(named.length || !tally ? named : [`${own.tally(tally.for, tally.against, tally.abstain)}.`]),
    ...(out.length ? [`${own.notEntitled}: ${out.join(', ')}.`] : []),
  ];
}

function ledBy({ presidedBy, castVote }: Motion, lang: Lang): string[] {
  const own = texts(lang).motions;
  return presidedBy ? [castVote ? own.castVote(presidedBy) : own.presided(presidedBy)] : [];
}
