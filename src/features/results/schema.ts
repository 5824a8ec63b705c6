import Type, { type Static } from 'typebox';

export const linesPerPage = 50;

const uuid = Type.String({ format: 'uuid' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
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
  nBallots: Type.Integer({ minimum: 0, description: 'Ballots that count' }),
  nJurors: Type.Integer({ minimum: 0, description: 'Jurors who take part in this application' }),
  totals: Type.Array(Type.Object({ ...person.properties, mean }), {
    description: 'The weighted mean of each ballot; empty with scoring off',
  }),
  missing: Type.Array(person, { description: 'Did not deliver: shown apart and never counted as zero' }),
  out: Type.Array(person, { description: 'Take no part in this application' }),
});
export const ResultOut = Type.Object({
  scoring: Type.Boolean(),
  scale: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
  rule: Type.Enum(['adjusted', 'plain', 'trimmed']),
  tieRule: Type.Enum(['shared', 'ladder', 'ladder+lot']),
  partial: Type.Boolean({
    description: 'The reader is out of some application: places are among the others only',
  }),
  total: Type.Integer({ minimum: 0 }),
  page: Type.Integer({ minimum: 1 }),
  lines: Type.Array(ResultLine),
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
          score: nullable(Type.Integer()),
          notDescribed: Type.Boolean(),
          met: nullable(Type.Boolean()),
          assessment: Type.String(),
        }),
      ),
    }),
  ),
});
export type AssessmentsOut = Static<typeof AssessmentsOut>;
