import Type, { type Static } from 'typebox';
import type { Bootstrap, RankResult } from '../../core/scoring/index.ts';
import { AgreedScore } from './schema-agreed.ts';
import { nullable, uuid } from './schema-parts.ts';

export { nullable, uuid };

export const linesPerPage = 50;

const mean = Type.Object({
  exact: Type.String({ description: 'A fraction in lowest terms: "147/20"' }),
  display: Type.String({ description: 'Two decimals, for reading: "7.35"' }),
});
const person = Type.Object({ personId: uuid, name: Type.String() });

/** One application in the result. */
export const ResultLine = Type.Object({
  nominationId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  place: nullable(
    Type.Integer({
      minimum: 1,
      description: '1, 2, 2, 4 among the applications that the reader takes part in',
    }),
  ),
  score: nullable(
    Type.Object(
      { value: Type.Number(), display: mean.properties.display },
      { description: 'The mean that the regulations name; places follow from it' },
    ),
  ),
  mean: nullable(mean),
  placeRange: nullable(
    Type.Object(
      { low: Type.Integer({ minimum: 1 }), high: Type.Integer({ minimum: 1 }) },
      { description: 'Best and last place in 90 of 100 juries re-drawn from this one; null until computed' },
    ),
  ),
  inTopGroup: Type.Boolean({ description: 'Its distance to the first place may be chance' }),
  nBallots: Type.Integer({ minimum: 0, description: 'Ballots that count' }),
  nJurors: Type.Integer({ minimum: 0, description: 'Jurors who take part in this application' }),
  totals: Type.Array(Type.Object({ ...person.properties, mean }), {
    description: 'The weighted mean of each ballot; empty with scoring off',
  }),
  agreed: Type.Integer({ minimum: 0, description: 'Scores that count as agreed on at the meeting' }),
  missing: Type.Array(person, { description: 'Did not deliver: shown apart and never counted as zero' }),
  out: Type.Array(person, { description: 'Take no part in this application' }),
});
const method = Type.Enum(['adjusted', 'plain', 'trimmed', 'lowerMedian', 'copeland']);
const named = Type.Object({ nominationId: uuid, name: Type.String() });

/** What to look at before the decision; each list is empty where there is nothing to say. */
export const ResultSummary = Type.Object({
  first: Type.Array(named),
  topGroup: Type.Array(named, { description: 'The first and those whose distance to it may be chance' }),
  disagreed: Type.Array(
    Type.Object({ ...named.properties, low: mean.properties.display, high: mean.properties.display }),
    { description: 'Where the jurors lie furthest apart' },
  ),
  methodsDisagree: Type.Array(
    Type.Object({
      place: Type.Integer({ minimum: 1 }),
      methods: Type.Array(Type.Object({ methods: Type.Array(method), nominations: Type.Array(named) })),
    }),
    { description: 'Places that matter for the prize about which accepted methods do not agree' },
  ),
  reversals: Type.Array(
    Type.Object({
      above: named,
      below: named,
      jurors: Type.Integer({ minimum: 1 }),
      difference: mean.properties.display,
    }),
    { description: 'The jurors who judged both gave the one that stands below more' },
  ),
  parts: Type.Array(Type.Array(Type.String()), {
    description: 'Applications in groups without a juror in common, where that leaves no ranking',
  }),
  fewBallots: Type.Boolean({
    description: 'So few ballots that the adjusted mean is little more than a guess',
  }),
  lot: Type.Array(named, { description: 'Those who share the first place, in the order of the lot' }),
});
export type ResultSummary = Static<typeof ResultSummary>;

export const Redrawing = Type.Object(
  {
    state: Type.Enum(['none', 'waiting', 'running', 'done', 'stopped', 'failed']),
    part: Type.Number({ minimum: 0, maximum: 1 }),
    juries: Type.Integer({ minimum: 0, description: 'How many juries can be re-drawn from this one' }),
  },
  { description: 'How far the computation of the ranges has come' },
);
export type Redrawing = Static<typeof Redrawing>;

export const ResultOut = Type.Object({
  scoring: Type.Boolean(),
  scale: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
  rule: Type.Enum(['adjusted', 'plain', 'trimmed']),
  tieRule: Type.Enum(['shared', 'ladder', 'ladder+lot']),
  partial: Type.Boolean({
    description:
      'The reader is out of some application: places and figures are computed as if there were only the others',
  }),
  total: Type.Integer({ minimum: 0 }),
  quorum: Type.Integer({ description: 'An application with fewer ballots was closed with a reason' }),
  page: Type.Integer({ minimum: 1 }),
  lines: Type.Array(ResultLine),
  summary: nullable(ResultSummary),
  redrawing: Redrawing,
});
export type ResultLine = Static<typeof ResultLine>;
export type ResultOut = Static<typeof ResultOut>;

/** What each juror gave on one criterion. */
export const AssessmentsOut = Type.Object({
  nominationId: uuid,
  editionId: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  scoring: Type.Boolean(),
  totals: Type.Array(Type.Object({ ...person.properties, mean }), {
    description: 'The weighted mean of each ballot; empty with scoring off',
  }),
  criteria: Type.Array(
    Type.Object({
      criterionId: uuid,
      kind: Type.Enum(['must', 'assessed', 'extra']),
      weight: nullable(Type.Integer()),
      texts: Type.Unknown({ description: 'Name and description per language' }),
      given: Type.Array(
        Type.Object({
          ...person.properties,
          score: nullable(Type.Integer({ description: 'As delivered' })),
          agreedScore: nullable(Type.Integer({ description: 'Counts instead: agreed on at the meeting' })),
          notDescribed: Type.Boolean(),
          met: nullable(Type.Boolean()),
          assessment: Type.String(),
        }),
      ),
    }),
  ),
  scale: ResultOut.properties.scale,
  agreed: Type.Array(AgreedScore, { description: 'Agreed on at the meeting, or waiting for the juror' }),
  proposable: Type.Array(Type.Object({ ballotId: uuid, ...person.properties }), {
    description: 'Ballots about which the reader may propose another score now',
  }),
});
export type AssessmentsOut = Static<typeof AssessmentsOut>;

const perJuror = nullable(Type.Array(nullable(Type.Number())));
export const JurorFigures = Type.Object({
  severity: perJuror,
  severitySE: perJuror,
  residualSD: perJuror,
  outfit: perJuror,
});
export type JurorFigures = Static<typeof JurorFigures>;

/** Everything computed; lists run over `nominations` and `jurors` as they stand here. docs/scoring.md explains each figure. */
export const FiguresOut = Type.Object({
  scale: ResultOut.properties.scale,
  rule: ResultOut.properties.rule,
  partial: ResultOut.properties.partial,
  redrawing: Redrawing,
  nominations: Type.Array(named),
  jurors: Type.Array(person),
  criteria: Type.Array(Type.Object({ criterionId: uuid, weight: Type.Integer(), texts: Type.Unknown() })),
  scores: Type.Array(Type.Array(nullable(Type.Array(nullable(Type.Integer())))), {
    description: '[nomination][juror][criterion]',
  }),
  result: Type.Unsafe<Omit<RankResult, keyof JurorFigures> | null>(
    Type.Unknown({ description: 'As `npm run rank` prints it, without what points at one juror' }),
  ),
  bootstrap: Type.Unsafe<Bootstrap | null>(
    Type.Unknown({ description: 'The re-drawn juries, once they are computed' }),
  ),
  jurorFigures: Type.Object({
    mayOpen: Type.Boolean(),
    figures: nullable(JurorFigures),
  }),
});
export type FiguresOut = Static<typeof FiguresOut>;
