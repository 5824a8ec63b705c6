/** One line of a list of applications, as the API gives it. */
import Type, { type Static } from 'typebox';
import { percent, type ListedNomination } from './queries.ts';

const uuid = Type.String({ format: 'uuid' });

export const listedSchema = Type.Object({
  id: uuid,
  editionId: uuid,
  year: Type.Integer(),
  state: Type.String(),
  version: Type.Integer(),
  applicant: Type.Object({
    kind: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    partners: Type.Array(Type.String()),
  }),
  progress: Type.Integer(),
  submittedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export const listSchema = Type.Object({ nominations: Type.Array(listedSchema) });

/** Those of a table stand by their state; whoever works on one is told what is public at its instant. */
type Row = Omit<ListedNomination, 'outcome'> & Partial<Pick<ListedNomination, 'outcome'>>;

export const listView = (rows: readonly Row[]): Static<typeof listedSchema>[] =>
  rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    year: row.year,
    state: row.outcome ?? row.state,
    version: row.version,
    applicant: {
      kind: row.applicant_kind,
      name: row.organisation_name,
      unit: row.unit_name,
      partners: row.partners,
    },
    progress: percent(row.progress),
    submittedAt: row.submitted_at?.toISOString() ?? null,
  }));
