/** Confirmations over JSON, for those who apply. The one who answers has a link and a page. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { findNomination } from '../nominations/queries.ts';
import { askConfirmation } from './commands.ts';
import { confirmBy, rulesFor, wantedFor } from './queries.ts';
import { askFields } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['applications'];
const time = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const shape = Type.Object({
  confirmBy: Type.String({ format: 'date-time', description: 'The first instant that is too late' }),
  confirmations: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'leader or partner' }),
      organisation: Type.String(),
      state: Type.String({ description: 'notAsked, asked, confirmed or declined' }),
      name: Type.String(),
      askedAt: time,
      answeredAt: time,
      answeredName: Type.String(),
      answeredTitle: Type.String(),
    }),
  ),
});
const body = Type.Object(
  {
    kind: Type.Union([Type.Literal('leader'), Type.Literal('partner')]),
    organisation: Type.Optional(
      Type.String({ maxLength: 200, description: 'The partner, as it stands in the application' }),
    ),
    ...askFields,
  },
  { additionalProperties: false },
);

export async function confirmationApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const response = { 200: shape };

  app.get(
    '/nominations/:id/confirmations',
    {
      config: { action: 'nomination.list' },
      schema: { tags, summary: 'Who is to confirm the application, and who has', params, response },
    },
    async (request) => standing(request, request.params.id),
  );

  app.post(
    '/nominations/:id/confirmations',
    {
      config: { action: 'nomination.manageMembers' },
      schema: { tags, summary: 'Send a link to the leader or to a partner', params, body, response },
    },
    async (request) => {
      const { organisation = '', ...ask } = request.body;
      await transact(db, contextOf(request), (unit) =>
        askConfirmation(unit, request.params.id, { organisation, ...ask }),
      );
      return standing(request, request.params.id);
    },
  );

  async function standing(reader: Reader, id: string) {
    const row = await findNomination(db, reader, id);
    const secretariat = row.rel.secretary && can(nomination, 'read', row);
    if (!secretariat && !can(nomination, 'readDraft', row)) throw problem('auth/forbidden');
    const rules = await rulesFor(db, row.edition_id);
    const iso = (at: Date | null) => at && at.toISOString();
    return {
      confirmBy: confirmBy(rules, row).toISOString(),
      confirmations: (await wantedFor(db, row, rules)).map((one) => ({
        kind: one.kind,
        organisation: one.organisation,
        state: one.state,
        name: one.name,
        askedAt: iso(one.askedAt),
        answeredAt: iso(one.answeredAt),
        answeredName: one.answeredName,
        answeredTitle: one.answeredTitle,
      })),
    };
  }
}
