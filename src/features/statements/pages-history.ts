/** One statement: what was written earlier, beside the text now, and what chair and secretariat say about it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { findEdition } from '../editions/queries.ts';
import { commentOn, commentsOn, settleComment } from './comments.ts';
import { mayReadComments, statementOf } from './queries.ts';
import { COMMENT_LENGTH } from './schema.ts';
import { restoreVersion, versionsOf } from './versions.ts';
import { statementHistoryPage, type HistoryDone } from './views-history.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid, id: uuid });
const done: Record<string, HistoryDone> = { merknad: 'commentSaved', hentet: 'restored' };
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
}

export async function statementHistoryPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const at = '/sekretariat/:editionId/begrunnelser/:id';
  const querystring = Type.Object({
    versjon: Type.Optional(Type.Integer({ minimum: 1 })),
    ferdig: Type.Optional(Type.String()),
  });

  app.get(
    at,
    { config: { action: 'nomination.seeStatement' }, schema: { params, querystring } },
    (request, reply) => show(request, reply, request.params, {}),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId, id }: { editionId: string; id: string },
    { input = {}, errors = [] }: Redrawn,
  ): Promise<FastifyReply> {
    const { versjon, ferdig = '' } = request.query as { versjon?: number; ferdig?: string };
    const { year } = await findEdition(db, request, editionId);
    const statement = await statementOf(db, request, id);
    const versions = (await versionsOf(db, request, id)).map(({ writtenAt, approvedAt, ...one }) => ({
      ...one,
      writtenAt: instant(writtenAt),
      approvedAt: approvedAt === null ? null : instant(approvedAt),
    }));
    const compared = versjon === undefined ? null : versions.find(({ version }) => version === versjon);
    if (compared === undefined) throw problem('not-found');
    const comments = (await mayReadComments(db, request, id))
      ? (await commentsOn(db, request, id)).map(({ writtenAt, resolvedAt, ...one }) => ({
          ...one,
          writtenAt: instant(writtenAt),
          resolvedAt: resolvedAt === null ? null : instant(resolvedAt),
        }))
      : null;
    return reply.page(
      statementHistoryPage(
        {
          edition: { id: editionId, year },
          statement,
          versions,
          compared,
          comments,
          done: done[ferdig] ?? null,
          errors,
          written: inputText(input, 'body'),
        },
        request.lang,
      ),
    );
  }

  const here = ({ editionId, id }: { editionId: string; id: string }): string =>
    `/sekretariat/${editionId}/begrunnelser/${id}`;

  app.post(
    `${at}/merknader`,
    { config: { action: 'nomination.commentStatement' }, schema: { params } },
    async (request, reply) => {
      const form = Type.Object(
        { body: Type.String({ minLength: 1, maxLength: COMMENT_LENGTH }) },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, form, ({ body }) =>
        transact(db, contextOf(request), (unit) => commentOn(unit, request.params.id, body)),
      );
      return sent.ok
        ? seeOther(reply, `${here(request.params)}?ferdig=merknad#merknader`)
        : show(request, reply.code(sent.status), request.params, sent);
    },
  );

  app.post(
    `${at}/merknader/:commentId`,
    {
      config: { action: 'nomination.commentStatement' },
      schema: { params: Type.Object({ editionId: uuid, id: uuid, commentId: uuid }) },
    },
    async (request, reply) => {
      const { id, commentId } = request.params;
      const form = Type.Object({ resolved: Type.Enum(['yes', 'no']) }, { additionalProperties: false });
      const sent = await submitForm(request, form, ({ resolved }) =>
        transact(db, contextOf(request), (unit) => settleComment(unit, id, commentId, resolved === 'yes')),
      );
      return sent.ok
        ? seeOther(reply, `${here(request.params)}?ferdig=merknad#merknader`)
        : show(request, reply.code(sent.status), request.params, sent);
    },
  );

  app.post(
    `${at}/tilbake`,
    { config: { action: 'nomination.writeStatement' }, schema: { params } },
    async (request, reply) => {
      const form = Type.Object(
        { wanted: Type.Integer({ minimum: 1 }), version: Type.Integer({ minimum: 0 }) },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, form, (asked) =>
        transact(db, contextOf(request), (unit) => restoreVersion(unit, request.params.id, asked)),
      );
      return sent.ok
        ? seeOther(reply, `${here(request.params)}?ferdig=hentet`)
        : show(request, reply.code(sent.status), request.params, sent);
    },
  );
}
