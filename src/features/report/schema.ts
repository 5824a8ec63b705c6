/** The report of a year: how many applied, from where, with what, and what became public of the outcome. Numbers, and no text of anybody's. */
import Type, { type Static } from 'typebox';
import { applicantKinds } from '../nominations/schema.ts';

const text = Type.String();
const instant = Type.String({ format: 'date-time' });
const count = Type.Integer({ minimum: 0 });
const names = Type.Array(text);

export const ReportOut = Type.Object({
  format: Type.Literal('etikkprisen/year-report@1'),
  year: Type.Integer(),
  asOf: instant,
  applications: Type.Object({
    sent: Type.Integer({
      minimum: 0,
      description: 'Sent in and not withdrawn; what the parts below add up to',
    }),
    admitted: Type.Integer({ minimum: 0, description: 'Of those, for the jury to assess' }),
    rejected: count,
    withdrawn: Type.Integer({ minimum: 0, description: 'Sent in and then withdrawn' }),
    drafts: Type.Integer({ minimum: 0, description: 'Begun and never sent in' }),
  }),
  kinds: Type.Array(Type.Object({ kind: Type.Enum([...applicantKinds]), count })),
  counties: Type.Array(Type.Object({ county: text, count }), {
    description:
      'All of them; an application from nowhere in the registers is counted under an empty name, last',
  }),
  /** Each question with choices, and how often each was chosen, the most frequent first. */
  choices: Type.Array(
    Type.Object({
      question: text,
      of: Type.Integer({ minimum: 0, description: 'Applications that the reader may read' }),
      erased: Type.Integer({
        minimum: 0,
        description:
          'Further ones whose answers are erased by the schedule of retention, and counted in none of the options',
      }),
      options: Type.Array(Type.Object({ label: text, count })),
    }),
  ),
  /** Empty before they are public. */
  nominated: names,
  winner: Type.Union([text, Type.Null()]),
  honourableMentions: names,
  noAward: Type.Boolean(),
  isCancelled: Type.Boolean({
    description: 'The year was cancelled: nothing more of an outcome will be public',
  }),
  ceremony: Type.Object({ at: instant, place: text }),
  earlier: Type.Array(Type.Object({ year: Type.Integer(), applications: count }), {
    description: 'Earlier years whose number is known, the latest first',
  }),
});
export type Report = Static<typeof ReportOut>;
