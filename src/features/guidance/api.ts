/** Help while an application is written, and the regions, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { renderSubmission } from '../nominations/submission.ts';
import { answerHelp, askHelp, closeHelp, endAccess, giveAccess } from './commands.ts';
import { changeRegion } from './commands-regions.ts';
import { accessTo, draftToReadAlong, helpFor, regions, regionsFor } from './queries.ts';
import { HELP_LENGTH, helpSchema, regionFields, regionSchema, type Region } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];
const closed = { additionalProperties: false };
const said = Type.Object({ text: Type.String({ minLength: 1, maxLength: HELP_LENGTH }) }, closed);
const draftSchema = Type.Object({
  answers: Type.Array(
    Type.Object({ question: uuid, section: Type.String(), label: Type.String(), value: Type.String() }),
  ),
  documents: Type.Array(
    Type.Object({ id: uuid, name: Type.String(), description: Type.String(), bytes: Type.Integer() }),
  ),
});

export async function guidanceApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const response = { 200: helpSchema };

  app.get(
    '/nominations/:id/help',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'Who can read the draft, and what was asked of the secretariat',
        params,
        response,
      },
    },
    async (request) => helpOf(request, request.params.id),
  );

  app.post(
    '/nominations/:id/help',
    {
      config: { action: 'nomination.askHelp' },
      schema: {
        tags,
        summary: 'Ask the secretariat, which can read the draft until this is closed',
        params,
        body: said,
        response,
      },
    },
    async (request) => {
      await act(request, (unit) => askHelp(unit, request.params.id, request.body.text));
      return helpOf(request, request.params.id);
    },
  );

  app.post(
    '/nominations/:id/help/closing',
    {
      config: { action: 'nomination.askHelp' },
      schema: {
        tags,
        summary: 'Close the question: the secretariat reads the draft no longer',
        params,
        response,
      },
    },
    async (request) => {
      await act(request, (unit) => closeHelp(unit, request.params.id));
      return helpOf(request, request.params.id);
    },
  );

  app.post(
    '/nominations/:id/help/answers',
    {
      config: { action: 'nomination.answerHelp' },
      schema: {
        tags,
        summary: 'Answer an applicant who has asked',
        params,
        body: said,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await act(request, (unit) => answerHelp(unit, request.params.id, request.body.text));
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/nominations/:id/adviser-access',
    {
      config: { action: 'nomination.giveAccess' },
      schema: {
        tags,
        summary: 'Let the adviser of the region read the draft, or take it back',
        params,
        body: Type.Object({ region: uuid, mayRead: Type.Boolean() }, closed),
        response,
      },
    },
    async (request) => {
      const { region: id, mayRead } = request.body;
      await act(request, async (unit) => {
        if (mayRead) return giveAccess(unit, request.params.id, id);
        await nominationFor(unit.trx, unit, request.params.id, 'giveAccess');
        const adviser = (await regions(unit.trx)).find((each) => each.id === id)?.adviser;
        if (!adviser) throw problem('not-found');
        return endAccess(unit, request.params.id, adviser.id);
      });
      return helpOf(request, request.params.id);
    },
  );

  app.get(
    '/nominations/:id/draft',
    {
      config: { action: 'nomination.readAlong' },
      schema: {
        tags,
        summary: 'The draft, for an adviser who was let in and for the secretariat when it was asked',
        params,
        response: { 200: draftSchema },
      },
    },
    async (request) => {
      const { answers, documents } = await renderSubmission(
        db,
        await draftToReadAlong(db, request, request.params.id),
      );
      return { answers: [...answers], documents: [...documents] };
    },
  );

  app.get(
    '/regions',
    {
      config: { action: 'signedIn' },
      schema: {
        tags: ['people'],
        summary: 'The regions, their counties and their advisers',
        response: { 200: Type.Object({ regions: Type.Array(regionSchema) }) },
      },
    },
    async () => ({ regions: (await regions(db)).map(shown) }),
  );

  app.put(
    '/regions/:regionId',
    {
      config: { action: 'service.manageRegions' },
      schema: {
        tags: ['people'],
        summary: 'Change a region: its names, its counties, who advises there',
        params: Type.Object({ regionId: uuid }),
        body: Type.Object({ version: Type.Integer({ minimum: 0 }), ...regionFields }, closed),
        response: { 200: regionSchema },
      },
    },
    async (request) => {
      await act(request, (unit) => changeRegion(unit, request.params.regionId, request.body));
      const changed = (await regions(db)).find(({ id }) => id === request.params.regionId);
      return shown(changed!);
    },
  );

  const act = (request: FastifyRequest, work: (unit: Unit) => Promise<void>) =>
    transact(db, contextOf(request), work);

  async function helpOf(request: FastifyRequest, id: string) {
    const row = await nominationFor(db, request, id, 'readDraft');
    const own = regionsFor(row, await regions(db));
    const [region] = own.length === 1 ? own : [];
    return {
      region: region ? { id: region.id, name: { ...region.name } } : null,
      access: (await accessTo(db, id)).map(({ name, givenBy, givenAt, endedAt, out }) => ({
        name,
        givenBy,
        givenAt: givenAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        canRead: endedAt === null && !out && can(nomination, 'giveAccess', row),
      })),
      requests: (await helpFor(db, id)).map(({ askedAt, askedBy, closedAt, messages }) => ({
        askedAt: askedAt.toISOString(),
        askedBy,
        closedAt: closedAt?.toISOString() ?? null,
        messages: messages.map(({ writtenAt, ...message }) => ({
          ...message,
          writtenAt: writtenAt.toISOString(),
        })),
      })),
    };
  }
}

const shown = ({ id, version, name, counties, adviser }: Region) => ({
  id,
  version,
  name: { ...name },
  counties: [...counties],
  adviser: adviser && { name: adviser.name, email: adviser.email, phone: adviser.phone },
});
