import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { standardCalibration } from './calibration-standard.ts';
import { setCalibration } from './commands-calibration.ts';
import { calibrationSetup } from './queries-calibration.ts';
import { TEXT_LENGTH, TITLE_LENGTH } from './schema-calibration.ts';
import { calibrationSetupPage } from './views-calibration-setup.ts';

const title = Type.Optional(Type.String({ maxLength: TITLE_LENGTH }));
const body = Type.Optional(Type.String({ maxLength: TEXT_LENGTH }));
const Setup = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    active: Type.Boolean(),
    'title-nb': title,
    'body-nb': body,
    'title-nn': title,
    'body-nn': body,
  },
  { additionalProperties: false },
);

/** The made-up application, as the secretariat sets it up. */
export async function calibrationSetupPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const here = '/sekretariat/:editionId/eksempel';
  const params = Type.Object({ editionId: Type.String({ format: 'uuid' }) });
  const config = { action: 'edition.manage' };

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { input, errors = [], saved = false }: { input?: FormInput; errors?: FormError[]; saved?: boolean },
  ): Promise<FastifyReply> {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    const stored = await calibrationSetup(db, id);
    const { version = 0, active = false, texts = standardCalibration } = stored ?? {};
    return reply.page(
      calibrationSetupPage(
        {
          edition,
          version,
          active: input ? inputText(input, 'active') !== '' : active,
          isStandard: stored === null,
          isOpen: can(editionResource, 'setCalibration', edition),
          value: (part, lang) => (input ? inputText(input, `${part}-${lang}`) : texts[lang][part]),
          saved,
          errors,
        },
        request.lang,
      ),
    );
  }

  app.get(
    here,
    { config, schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, request.params.editionId, { saved: request.query.lagret !== undefined }),
  );

  app.post(
    here,
    { config: { action: 'edition.setCalibration' }, schema: { params } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(request, Setup, ({ version, active, ...given }) =>
        transact(db, contextOf(request), (unit) =>
          setCalibration(unit, editionId, {
            version,
            active,
            texts: {
              nb: { title: given['title-nb'] ?? '', body: given['body-nb'] ?? '' },
              nn: { title: given['title-nn'] ?? '', body: given['body-nn'] ?? '' },
            },
          }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${editionId}/eksempel?lagret=1`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );
}
