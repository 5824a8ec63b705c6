/** The public data service: what the public pages say, for machines. The same for everyone, kept as the pages are. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { rulesVersionAsJson, rulesVersionOut } from '../editions/schema-rules.ts';
import { schedule } from '../retention/queries.ts';
import { processingAsJson, processingOut } from '../retention/schema-api.ts';
import { accessibility } from './accessibility.ts';
import { keepAnswers } from './kept-answers.ts';
import { pressKitApi } from './public-press.ts';
import { pastEditions, publicCall, publicYear, publicYears } from './public-queries.ts';
import { iso, ownYear, times } from './public-year.ts';
import type { PastEdition, PublicCall } from './schema-public.ts';

const tags = ['public'];
const level = Type.Enum(['A', 'AA']);
const accessibilityOut = Type.Object({
  standard: Type.String(),
  levels: Type.Array(level),
  engine: Type.String({ description: 'What runs the rules on every page, whenever something changes' }),
  run: Type.Union([
    Type.Object({
      on: Type.String({ format: 'date', description: 'When the tests were run' }),
      pages: Type.Integer({ description: 'How many times a page was looked at' }),
      files: Type.Integer({ description: 'By how many test files' }),
    }),
    Type.Null(),
  ]),
  criteria: Type.Array(
    Type.Object({
      id: Type.String(),
      level,
      rules: Type.Array(Type.String({ description: 'The rules that were run for it' })),
      state: Type.Enum(['noFaultFound', 'faultFound', 'notPresent', 'notTestedByMachine']),
      pages: Type.Integer({ description: 'On how many of them a rule had something to look at' }),
    }),
  ),
});
const config = { action: 'public' };
const text = Type.String();
const instantText = Type.String({ format: 'date-time' });
const bothForms = Type.Object({ nb: text, nn: text });
const open = Type.Object({}, { additionalProperties: true });

export const finalist = Type.Object({
  slug: Type.Union([text, Type.Null()], {
    description:
      'In the address of its own page, /prisen/<year>/nominerte/<slug>; null for a year before the service',
  }),
  name: text,
  unit: text,
  partners: Type.Array(text),
  outcome: Type.String({ description: 'finalist, winner or honourableMention' }),
  statement: Type.Union([bothForms, Type.Null()]),
  quote: Type.Union([Type.Object({ text, by: text, language: text }), Type.Null()]),
  picture: Type.Union(
    [
      Type.Object({
        src: Type.String({ description: 'From the root of this site' }),
        alt: text,
        credit: text,
        width: Type.Integer(),
        height: Type.Integer(),
        language: text,
      }),
      Type.Null(),
    ],
    { description: 'Sent by the nominated, drawn anew; who took it is named beside it' },
  ),
  absent: Type.Union([Type.Integer(), Type.Null()], {
    description: 'How many of the jury took no part in what concerns it; null where the year does not tell',
  }),
});
const published = Type.Object({
  at: instantText,
  texts: bothForms,
  corrected: Type.Union([Type.Object({ at: instantText, what: bothForms }), Type.Null()]),
});
const yearOut = Type.Object({
  year: Type.Integer(),
  phase: Type.String({
    description:
      'announced, open, closed, judging, finalists, winner, noAward, cancelled; takenDown while what was out is being corrected; or past, for a year before the service',
  }),
  opensAt: Type.Optional(instantText),
  closesAt: Type.Optional(instantText),
  finalistsAt: Type.Optional(instantText),
  ceremonyAt: Type.Optional(instantText),
  ceremonyPlace: Type.Optional(text),
  rulesSha256: Type.Optional(text),
  rulesVersions: Type.Optional(Type.Array(rulesVersionOut)),
  finalists: Type.Union([published, Type.Null()]),
  winner: Type.Union([Type.Object({ ...published.properties, noAward: Type.Boolean() }), Type.Null()]),
  takenDown: Type.Union([Type.Object({ at: instantText, notice: bothForms }), Type.Null()], {
    description: 'What was public and is not any more',
  }),
  nominated: Type.Array(finalist),
  jury: Type.Array(Type.Object({ name: text, organisation: text, role: text })),
});
const callOut = Type.Object({
  year: Type.Integer(),
  phase: text,
  editionId: Type.String({ format: 'uuid' }),
  opensAt: instantText,
  closesAt: instantText,
  judgingEndsAt: instantText,
  finalistsAt: instantText,
  ceremonyAt: instantText,
  ceremonyPlace: text,
  prizeAmount: Type.Integer(),
  texts: open,
  rulesSha256: Type.Union([text, Type.Null()]),
  rulesVersions: Type.Array(rulesVersionOut),
  help: Type.Object({ name: text, email: text, phone: text }),
  criteria: Type.Array(open),
  questions: Type.Array(open),
  scale: Type.Union([open, Type.Null()]),
  documents: Type.Object({ max: Type.Integer(), bytes: Type.Integer() }),
  jury: yearOut.properties.jury,
});

export async function publicApi(plain: FastifyInstance, { services }: { services: Services }): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  keepAnswers(plain, db);
  await plain.register(pressKitApi, { services });

  app.get(
    '/public/editions',
    {
      config,
      schema: {
        tags,
        summary: 'Every year of the prize with what is public of it, the latest first',
        response: { 200: Type.Object({ editions: Type.Array(yearOut) }) },
      },
    },
    async ({ now }) => {
      const own = (await publicYears(db, now)).map(ownYear);
      const past = (await pastEditions(db))
        .filter(({ year }) => !own.some((one) => one.year === year))
        .map(pastYear);
      return { editions: [...own, ...past].toSorted((a, b) => b.year - a.year) };
    },
  );

  app.get(
    '/public/editions/:year',
    {
      config,
      schema: {
        tags,
        summary: 'One year of the prize',
        params: Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) }),
        response: { 200: yearOut },
      },
    },
    async ({ now, params }) => {
      const year = Number(params.year);
      const own = await publicYear(db, now, year);
      if (own) return ownYear(own);
      const past = (await pastEditions(db)).find((one) => one.year === year);
      if (!past) throw problem('not-found');
      return pastYear(past);
    },
  );

  app.get(
    '/public/processing-record',
    {
      config,
      schema: {
        tags,
        summary:
          'The record of the processing (GDPR article 30), with the schedule that the service erases by',
        response: { 200: processingOut },
      },
    },
    async () => processingAsJson(await schedule(db)),
  );

  app.get(
    '/public/accessibility',
    {
      config,
      schema: {
        tags,
        summary:
          'The state of each success criterion of WCAG 2.2, level A and AA, as far as a machine can tell',
        response: { 200: accessibilityOut },
      },
    },
    async () => accessibility,
  );

  app.get(
    '/public/call',
    {
      config,
      schema: {
        tags,
        summary: 'The current call: dates, criteria, the whole form, jury',
        response: { 200: callOut },
      },
    },
    async ({ now }) => {
      const call = await publicCall(db, now);
      if (!call) throw problem('not-found');
      return callAsJson(call);
    },
  );
}

function pastYear({ year, winner, finalists, honourable }: PastEdition) {
  const outcomeOf = (name: string) =>
    name === winner ? 'winner' : honourable.includes(name) ? 'honourableMention' : 'finalist';
  const names = finalists.includes(winner) ? finalists : [winner, ...finalists];
  return {
    year,
    phase: 'past',
    finalists: null,
    winner: null,
    takenDown: null,
    jury: [],
    nominated: names.map((name) => ({
      slug: null,
      name,
      unit: '',
      partners: [],
      outcome: outcomeOf(name),
      statement: null,
      quote: null,
      picture: null,
      absent: null,
    })),
  };
}

function callAsJson({ edition, criteria, questions, scale, documents, jury }: PublicCall) {
  const { id, year, phase, judgingEndsAt, ceremonyPlace, prizeAmount, texts, rulesSha256, help } = edition;
  return {
    year,
    phase,
    editionId: id,
    ...times(edition),
    judgingEndsAt: iso(judgingEndsAt),
    ceremonyPlace,
    prizeAmount,
    texts,
    rulesSha256,
    rulesVersions: edition.rulesVersions.map(rulesVersionAsJson),
    help,
    criteria: [...criteria],
    questions: [...questions],
    scale,
    documents,
    jury: [...jury],
  };
}
