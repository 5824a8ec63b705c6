import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { answerScore, proposeScore } from './agreed.ts';
import { assessmentsOf } from './queries-assessments.ts';
import { uuid } from './schema.ts';
import { AnswerIn, ProposalIn } from './schema-agreed.ts';
import { assessmentsPage } from './views-assessments.ts';

/** The ballots on one application side by side, and what the jury agrees on about them at its meeting. */
export async function assessmentPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const one = { params: Type.Object({ id: uuid }) };

  app.get(
    '/jury/resultat/:id',
    { config: { action: 'nomination.seeResult' }, schema: one },
    (request, reply) =>
      show(request, reply, { saved: (request.query as { lagret?: string }).lagret !== undefined }),
  );

  async function show(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
    { input = {}, errors = [], saved = false }: { input?: FormInput; errors?: FormError[]; saved?: boolean },
  ): Promise<FastifyReply> {
    const assessments = await assessmentsOf(db, request, request.params.id);
    const seat = seatView(await mySeat(db, request, assessments.editionId));
    return reply.page(
      assessmentsPage(
        { ...assessments, seat, errors, saved, input: (name) => inputText(input, name) },
        request.lang,
      ),
    );
  }

  const back = (id: string): string => `/jury/resultat/${id}?lagret=1#enighet`;
  const ProposalForm = Type.Object(
    { ...ProposalIn.properties, ballotId: uuid },
    { additionalProperties: false },
  );

  app.post(
    '/jury/resultat/:id/enighet',
    { config: { action: 'ballot.proposeScore' }, schema: one },
    async (request, reply) => {
      const sent = await submitForm(request, ProposalForm, ({ ballotId, ...given }) =>
        transact(db, contextOf(request), (unit) => proposeScore(unit, ballotId, given)),
      );
      return sent.ok
        ? seeOther(reply, back(request.params.id))
        : show(request, reply.code(sent.status), sent);
    },
  );

  app.post(
    '/jury/resultat/:id/enighet/:agreedId',
    {
      config: { action: 'ballot.answerScore' },
      schema: { params: Type.Object({ id: uuid, agreedId: uuid }) },
    },
    async (request, reply) => {
      const sent = await submitForm(request, AnswerIn, ({ answer }) =>
        transact(db, contextOf(request), (unit) => answerScore(unit, request.params.agreedId, answer)),
      );
      return sent.ok
        ? seeOther(reply, back(sent.result.nominationId))
        : show(request, reply.code(sent.status), sent);
    },
  );
}
