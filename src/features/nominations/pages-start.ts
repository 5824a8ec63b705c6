/** Beginning an application, and asking to join one. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { lookUp } from '../organisations/lookups.ts';
import { startNomination } from './commands.ts';
import { askToJoin } from './join-requests.ts';
import { candidates } from './organisation.ts';
import { joinableCall, nextCall, openCall } from './queries-call.ts';
import { districts, municipalities } from './registers.ts';
import { kindSchema, newNominationFields, type ApplicantKind } from './schema.ts';
import { joinPage } from './views-join.ts';
import { chooseKindPage, kindSlugs, noCallPage, startPage } from './views-start.ts';

const slug = Type.Union(
  (Object.keys(kindSlugs) as (keyof typeof kindSlugs)[]).map((each) => Type.Literal(each)),
);
const startForm = Type.Object({
  ...newNominationFields,
  partners: Type.Optional(Type.String({ maxLength: 4000 })),
});
const joinForm = Type.Object({
  kind: kindSchema,
  organisation: newNominationFields.organisation,
  key: newNominationFields.key,
  message: Type.Optional(Type.String({ maxLength: 2000 })),
});

const namesOf: Record<ApplicantKind, readonly string[]> = {
  municipality: municipalities.map(({ name }) => name),
  district: districts.map(({ name }) => name),
  enterprise: [],
  cooperation: municipalities.map(({ name }) => name),
};
const texts = (input: FormInput): Record<string, string> =>
  Object.fromEntries(Object.keys(input).map((name) => [name, inputText(input, name)]));

/** Suggestions only where the name was the trouble. */
const matchesFor = (kind: ApplicantKind, input: FormInput, errors: readonly FormError[]) =>
  errors.some(({ field }) => field === 'organisation')
    ? candidates(kind, inputText(input, 'organisation'))
    : [];

export async function nominationStartPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const apply = { action: 'service.apply' };

  app.get(
    '/soknad/ny',
    { config: apply, schema: { querystring: Type.Object({ slag: Type.Optional(slug) }) } },
    async (request, reply) => {
      const call = await openCall(db, request.now);
      if (!call) return reply.page(noCallPage(await nextCall(db, request.now), request.lang));
      const { slag } = request.query;
      if (!slag) return reply.page(chooseKindPage(call, request.lang));
      const kind = kindSlugs[slag];
      return reply.page(
        startPage({ kind, call, input: {}, errors: [], matches: [], names: namesOf[kind] }, request.lang),
      );
    },
  );

  app.post(
    '/soknad/ny',
    { config: apply, schema: { querystring: Type.Object({ slag: slug }) } },
    async (request, reply) => {
      const call = await openCall(db, request.now);
      if (!call) return reply.code(409).page(noCallPage(await nextCall(db, request.now), request.lang));
      const kind = kindSlugs[request.query.slag];
      const sent = await submitForm(request, startForm, ({ partners, ...given }) =>
        transact(db, contextOf(request), (unit) =>
          startNomination(unit, { editionId: call.id, kind, ...given, partners: partners?.split('\n') }),
        ),
      );
      if (sent.ok) {
        await lookUp(services, sent.result.number);
        return seeOther(reply, `/soknad/${sent.result.id}`);
      }
      const { errors, input } = sent;
      return reply.code(sent.status).page(
        startPage(
          {
            kind,
            call,
            input: texts(input),
            errors,
            matches: matchesFor(kind, input, errors),
            names: namesOf[kind],
          },
          request.lang,
        ),
      );
    },
  );

  const joinQuery = Type.Object({ slag: Type.Optional(slug), sendt: Type.Optional(Type.String()) });
  app.get(
    '/soknad/bli-med',
    { config: apply, schema: { querystring: joinQuery } },
    async (request, reply) => {
      const kind = kindSlugs[request.query.slag ?? 'kommune'];
      return reply.page(
        joinPage(
          {
            kind,
            input: {},
            errors: [],
            matches: [],
            names: namesOf.municipality,
            sent: request.query.sendt !== undefined,
          },
          request.lang,
        ),
      );
    },
  );

  app.post('/soknad/bli-med', { config: apply }, async (request, reply) => {
    const call = await joinableCall(db, request.now);
    const sent = await submitForm(request, joinForm, (given) =>
      transact(db, contextOf(request), (unit) => askToJoin(unit, { editionId: call.id, ...given })),
    );
    if (sent.ok) return seeOther(reply, '/soknad/bli-med?sendt=1');
    const { errors, input } = sent;
    const kind = (inputText(input, 'kind') || 'municipality') as ApplicantKind;
    return reply.code(sent.status).page(
      joinPage(
        {
          kind,
          input: texts(input),
          errors,
          matches: matchesFor(kind, input, errors),
          names: namesOf.municipality,
          sent: false,
        },
        request.lang,
      ),
    );
  });
}
