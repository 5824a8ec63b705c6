/** The regions and their advisers, kept by the secretariat or the administrator. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { numberedCounties } from '../nominations/registers.ts';
import { authoriseService } from '../people/commands.ts';
import { changeRegion } from './commands-regions.ts';
import { regions } from './queries.ts';
import { regionFields } from './schema.ts';
import { regionPage, regionsPage } from './views-regions.ts';

const params = Type.Object({ regionId: Type.String({ format: 'uuid' }) });
const config = { action: 'service.manageRegions' };
const line = Type.String({ minLength: 1, maxLength: 120 });
const regionForm = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  nameNb: line,
  nameNn: line,
  counties: regionFields.counties,
  adviserName: Type.Optional(regionFields.adviserName),
  adviserEmail: Type.Optional(regionFields.adviserEmail),
  adviserPhone: Type.Optional(regionFields.adviserPhone),
});

export async function regionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const saved = Type.Object({ lagret: Type.Optional(Type.String()) });

  const demandManager = (request: FastifyRequest) =>
    transact(db, contextOf(request), (unit) => authoriseService(unit, 'manageRegions'));

  app.get('/sekretariat/regioner', { config, schema: { querystring: saved } }, async (request, reply) => {
    await demandManager(request);
    const view = {
      regions: await regions(db),
      counties: numberedCounties,
      saved: request.query.lagret !== undefined,
    };
    return reply.page(regionsPage(view, request.lang));
  });

  app.get('/sekretariat/regioner/:regionId', { config, schema: { params } }, async (request, reply) =>
    show(request, reply, request.params.regionId, { errors: [], input: null }),
  );

  app.post('/sekretariat/regioner/:regionId', { config, schema: { params } }, async (request, reply) => {
    await demandManager(request);
    const sent = await submitForm(request, regionForm, ({ nameNb, nameNn, ...form }) =>
      transact(db, contextOf(request), (unit) =>
        changeRegion(unit, request.params.regionId, {
          adviserName: '',
          adviserEmail: '',
          adviserPhone: '',
          ...form,
          name: { nb: nameNb, nn: nameNn },
        }),
      ),
    );
    if (sent.ok) return seeOther(reply, '/sekretariat/regioner?lagret=1');
    return show(request, reply.code(sent.status), request.params.regionId, sent);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { errors, input }: { errors: readonly FormError[]; input: FormInput | null },
  ): Promise<FastifyReply> {
    await demandManager(request);
    const region = (await regions(db)).find((each) => each.id === id);
    if (!region) throw problem('not-found');
    const { name, adviser, counties } = region;
    const stored = {
      nameNb: name['nb'] ?? '',
      nameNn: name['nn'] ?? '',
      adviserName: adviser?.name ?? '',
      adviserEmail: adviser?.email ?? '',
      adviserPhone: adviser?.phone ?? '',
    };
    const written =
      input && Object.fromEntries(Object.keys(stored).map((field) => [field, inputText(input, field)]));
    const chosen = input ? [input['counties'] ?? []].flat() : counties;
    return reply.page(
      regionPage(
        { region, counties: numberedCounties, input: written ?? stored, chosen, errors },
        request.lang,
      ),
    );
  }
}
