import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { allowedOf, checklists } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { requirementText, texts } from '../../ui/text/index.ts';
import { saveScores } from './commands-scores.ts';
import { dispatchBallot } from './commands.ts';
import { ballotFlow } from './flow.ts';
import { myBallots, ownBallot, scaleOf, sheetOf } from './queries.ts';
import { BallotListed, BallotOut, ScoreChanges, type MyBallot } from './schema.ts';
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
        params,
        body: ScoreChanges,
        response: {
          200: Type.Object({
            version,
            scores: Type.Record(Type.String(), version, {
              description: 'Criterion > the version it now has',
            }),
          }),
        },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => saveScores(unit, request.params.id, request.body.scores)),
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
}

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
