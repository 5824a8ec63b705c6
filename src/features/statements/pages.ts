import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { findEdition, pagesOf } from '../editions/queries.ts';
import { approveStatement, writeStatement } from './commands.ts';
import { statementsOf } from './queries.ts';
import { STATEMENT_LENGTH, type StatementOut } from './schema.ts';
import { statementsPage } from './views.ts';
import { countWords } from './words.ts';

const uuid = Type.String({ format: 'uuid' });
const text = Type.Optional(Type.String({ maxLength: STATEMENT_LENGTH }));
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  done?: 'saved' | 'approvedNow' | null;
}

/** The secretariat writes, the acting chair approves: the same page shows each what he or she may do. */
export async function statementPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const ofEdition = { params: Type.Object({ editionId: uuid }) };
  const ofOne = { params: Type.Object({ editionId: uuid, id: uuid }) };

  app.get(
    '/sekretariat/:editionId/begrunnelser',
    { config: { action: 'nomination.seeStatement' }, schema: ofEdition },
    async (request, reply) => {
      const { ferdig } = request.query as { ferdig?: string };
      return show(request, reply, request.params.editionId, {
        done: ({ lagret: 'saved', godkjent: 'approvedNow' } as const)[ferdig ?? ''] ?? null,
      });
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [], done = null }: Redrawn,
  ): Promise<FastifyReply> {
    const row = await findEdition(db, request, editionId);
    const { id, year } = row;
    const open = pagesOf(row);
    const statements = (await statementsOf(db, request, id)).map(forView);
    return reply.page(
      statementsPage(
        {
          edition: { id, year },
          pages: open.includes('statements') ? open : [...open, 'statements'],
          statements,
          protocol: can(edition, 'readProtocol', row),
          done,
          errors,
          input: (name) => (name in input ? inputText(input, name) : undefined),
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/sekretariat/:editionId/begrunnelser/:id',
    { config: { action: 'nomination.writeStatement' }, schema: ofOne },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const schema = Type.Object(
        { [`nb-${id}`]: text, [`nn-${id}`]: text, [`version-${id}`]: Type.Integer({ minimum: 0 }) },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, schema, (form) => {
        const given = form as Record<string, string | number | undefined>;
        const written = {
          nb: String(given[`nb-${id}`] ?? ''),
          nn: String(given[`nn-${id}`] ?? ''),
          version: Number(given[`version-${id}`]),
        };
        return transact(db, contextOf(request), (unit) => writeStatement(unit, id, written));
      });
      return sent.ok
        ? seeOther(reply, `/sekretariat/${editionId}/begrunnelser?ferdig=lagret`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/begrunnelser/:id/godkjenn',
    { config: { action: 'nomination.approveStatement' }, schema: ofOne },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const schema = Type.Object({ version: Type.Integer({ minimum: 0 }) }, { additionalProperties: false });
      const sent = await submitForm(request, schema, ({ version }) =>
        transact(db, contextOf(request), (unit) => approveStatement(unit, id, version)),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${editionId}/begrunnelser?ferdig=godkjent`)
        : show(request, reply.code(sent.status), editionId, { errors: sent.errors });
    },
  );
}

const forView = ({ writtenAt, approvedAt, ...statement }: StatementOut) => ({
  ...statement,
  writtenAt: writtenAt ? instant(writtenAt) : null,
  approvedAt: approvedAt ? instant(approvedAt) : null,
  words: { nb: countWords(statement.nb), nn: countWords(statement.nn) },
});
