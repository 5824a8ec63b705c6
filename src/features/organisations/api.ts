/** Who applies, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { changeApplicant } from './commands.ts';
import { lookUp } from './lookups.ts';
import { organisationOfNomination, type OrganisationView } from './queries.ts';
import type { RegisterSnapshot } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['applications'];
const maybe = Type.Union([Type.String(), Type.Null()]);
const registerSchema = Type.Object({
  status: Type.String({ description: 'confirmed, removed, unknown, notConfirmed or noNumber' }),
  name: maybe,
  form: maybe,
  municipality: maybe,
  languageForm: maybe,
  parent: maybe,
});
const organisationSchema = Type.Object({
  version: Type.Integer(),
  name: Type.String(),
  number: maybe,
  unit: Type.String(),
  partners: Type.Array(Type.String()),
  register: registerSchema,
  registerWhenSent: Type.Union([registerSchema, Type.Null()]),
  duplicates: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      name: Type.String(),
      unit: Type.String(),
      state: Type.String(),
      why: Type.String({ description: 'same, parent or child' }),
    }),
    { description: 'Applications of the same year that the reader may know of' },
  ),
});
const change = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    organisation: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'The name, where the applicant wrote it; one of the register stays. Left out, it stays too',
      }),
    ),
    organisationNumber: Type.Optional(
      Type.String({ maxLength: 40, description: 'Nine digits; empty for none' }),
    ),
    unit: Type.Optional(Type.String({ maxLength: 200 })),
    partners: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
  },
  { additionalProperties: false },
);

export async function organisationApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const response = { 200: organisationSchema };

  app.get(
    '/nominations/:id/organisation',
    {
      config: { action: 'nomination.list' },
      schema: { tags, summary: 'Who applies, and what the register says of them', params, response },
    },
    async (request) => shown(await organisationOfNomination(db, request, request.params.id)),
  );

  app.put(
    '/nominations/:id/organisation',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Change number, unit and partners, and a name that was written',
        params,
        body: change,
        response,
      },
    },
    async (request) => {
      const { id } = request.params;
      const number = await transact(db, contextOf(request), (unit) =>
        changeApplicant(unit, id, request.body),
      );
      await lookUp(services, number);
      return shown(await organisationOfNomination(db, request, id));
    },
  );
}

const shown = ({ row, now, sent, duplicates }: OrganisationView) => ({
  version: row.version,
  name: row.organisation_name,
  number: row.organisation_number,
  unit: row.unit_name,
  partners: row.partners,
  register: entryOf(now),
  registerWhenSent: sent && entryOf(sent),
  duplicates: duplicates.map(({ id, organisation_name, unit_name, state, why }) => ({
    id,
    name: organisation_name,
    unit: unit_name,
    state,
    why,
  })),
});

const entryOf = ({ status, name, form, municipality, languageForm, parent }: RegisterSnapshot) => ({
  status,
  name: name ?? null,
  form: form ?? null,
  municipality: municipality ?? null,
  languageForm: languageForm ?? null,
  parent: parent ?? null,
});
