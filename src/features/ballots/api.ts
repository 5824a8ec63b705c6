import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { allowedOf, checklists } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import { mySeat } from '../jury/queries.ts';
import { demandSamePerson, signedInAs } from '../writing/same-person.ts';
import { saveScores } from './commands-scores.ts';
import { dispatchBallot } from './commands.ts';
import { unlockBallot } from './commands-reopen.ts';
import { ballotFlow } from './flow.ts';
import { hashesFor, lastHash } from './queries-hashes.ts';
import { ballotHistory } from './queries-reopen.ts';
import { myBallots, ownBallot, scaleOf, sheetOf } from './queries.ts';
import {
  BallotHistory,
  BallotListed,
  BallotOut,
  HashesOut,
  Opening,
  ScoreChanges,
  type MyBallot,
  type SheetLine,
} from './schema.ts';
import { criterionIn } from './words.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['ballots'];
const version = Type.Integer({ minimum: 0 });

export async function ballotsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/ballots',
    {
      config: { action: 'ballot.read' },
      schema: {
        tags,
        summary: 'My own ballots of an edition; nobody else’s are read here',
        params,
        response: { 200: Type.Object({ ballots: Type.Array(BallotListed) }) },
      },
    },
    async (request) => ({ ballots: (await myBallots(db, request, request.params.id)).map(listed) }),
  );

  app.get(
    '/ballots/:id',
    {
      config: { action: 'ballot.read' },
      schema: {
        tags,
        summary: 'My own ballot: what is given, what is missing, what can be done',
        params,
        response: { 200: BallotOut },
      },
    },
    (request) => transact(db, contextOf(request), (unit) => wholeBallot(unit, request.params.id)),
  );

  app.patch(
    '/ballots/:id/scores',
    {
      config: { action: 'ballot.edit' },
      schema: {
        tags,
        summary: 'Save scores and assessments; the first save starts the ballot',
        description:
          'Each criterion says the version it was written upon. When another window has saved something else since, the answer is 409 conflict/version with `params.fields`: what is stored now.',
        params,
        headers: signedInAs,
        body: ScoreChanges,
        response: {
          200: Type.Object({
            version,
            savedAt: Type.String({ format: 'date-time' }),
            scores: Type.Record(Type.String(), version, {
              description: 'Criterion > the version it now has',
            }),
          }),
        },
      },
    },
    async (request) => {
      demandSamePerson(request);
      const saved = await transact(db, contextOf(request), (unit) =>
        saveScores(unit, request.params.id, request.body.scores),
      );
      return { ...saved, savedAt: request.now.toISOString() };
    },
  );

  app.post(
    '/ballots/:id/events',
    {
      config: { action: 'ballot.deliver' },
      schema: {
        tags,
        summary: 'Start, deliver or reopen my own ballot',
        params,
        body: Type.Object(
          { type: Type.Enum(['start', 'deliver', 'reopen']), version },
          { additionalProperties: false },
        ),
        response: { 200: BallotOut },
      },
    },
    (request) =>
      transact(db, contextOf(request), async (unit) => {
        const { id } = await ownBallot(unit.trx, unit, { id: request.params.id });
        await dispatchBallot(unit, { id, event: { type: request.body.type }, version: request.body.version });
        return wholeBallot(unit, id);
      }),
  );

  app.post(
    '/ballots/:id/reopening',
    {
      config: { action: 'ballot.unlock' },
      schema: {
        tags,
        summary:
          'Open a delivered ballot after the closing, with a reason: only its juror changes it, and both versions are kept',
        params,
        body: Opening,
        response: { 200: Type.Object({ state: Type.String(), version }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), async (unit) => {
        const row = await unlockBallot(unit, request.params.id, request.body);
        return { state: row.state, version: row.version };
      }),
  );

  app.get(
    '/ballots/:id/versions',
    {
      config: { action: 'ballot.read' },
      schema: {
        tags,
        summary: 'What a ballot says, and what it said before the chair opened it',
        params,
        response: { 200: BallotHistory },
      },
    },
    async (request) => {
      const { ballot, now, earlier } = await ballotHistory(db, request, request.params.id);
      const out = outOf(request.lang);
      return {
        state: ballot.state,
        scores: now.map(out),
        earlier: earlier.map(({ at, by, reason, before }) => ({
          reopenedAt: at.toISOString(),
          reopenedBy: by,
          reason,
          scores: before?.map(out) ?? null,
        })),
      };
    },
  );

  app.get(
    '/editions/:id/ballot-hashes',
    {
      config: { action: 'ballot.read' },
      schema: {
        tags,
        summary:
          'The hashes of my own ballots with their salts; from the closing on those of all ballots I am not out of',
        params,
        response: { 200: HashesOut },
      },
    },
    async (request) => {
      await mySeat(db, request, request.params.id);
      return hashesFor(db, request, request.params.id);
    },
  );
}

const outOf = (lang: Lang) => (line: SheetLine) => {
  const { texts: words, scored: _scored, version: _version, ...given } = line;
  return { ...given, name: criterionIn(words, lang).name };
};

const listed = ({ id, nomination_id, organisation_name, unit_name, state, version }: MyBallot) => ({
  id,
  nominationId: nomination_id,
  organisation: organisation_name,
  unit: unit_name,
  state,
  version,
});

async function wholeBallot(unit: Unit, id: string) {
  const row = await ownBallot(unit.trx, unit, { id });
  const t = texts(unit.actor.lang);
  const [own] = (await myBallots(unit.trx, unit, row.edition_id)).filter((ballot) => ballot.id === id);
  const scale = await scaleOf(unit.trx, row.edition_id);
  const sheet = await sheetOf(unit.trx, row);
  const found = await checklists(unit, ballotFlow, row);
  const needed = found.find(({ event }) => event === 'deliver')?.items ?? [];
  return {
    ...listed(own!),
    hash: row.delivered_at ? await lastHash(unit.trx, id) : null,
    allowedActions: allowedOf(found),
    unmet: needed
      .filter(({ met }) => !met)
      .map(({ requirement, items }) => ({
        requirement,
        message: requirementText(t, requirement),
        items: [...items],
      })),
    scale: sheet.some((line) => line.scored) ? { min: scale.min, max: scale.max } : null,
    scores: sheet.map(({ texts: words, scored: _scored, ...line }) => ({
      ...line,
      name: criterionIn(words, unit.actor.lang).name,
    })),
  };
}
