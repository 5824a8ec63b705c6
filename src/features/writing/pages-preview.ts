/** The form as the applicant will see it, before the announcement: for the secretariat. What is written in it is saved nowhere. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import { inputText, seeOther, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { editionCrumbs } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import { NOBODYS, previewHref, previewNote } from '../../ui/preview.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { afterSaving } from './section-form.ts';
import { stepAfter, stepAt, stepsOf, STEP_SLUG } from './schema-steps.ts';
import { sectionPage } from './views-section.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid, step: Type.String({ pattern: STEP_SLUG }) });
const querystring = Type.Object({
  sprak: Type.Optional(Type.Enum(LANGS)),
  lagret: Type.Optional(Type.String()),
  rader: Type.Optional(Type.String({ maxLength: 60 })),
});
const config = { action: 'edition.manage' };
const HERE = '/sekretariat/:editionId/forhandsvis/skjema';

export async function formPreviewPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function find(request: FastifyRequest, id: string, sprak: Lang | undefined) {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    request.lang = sprak ?? request.lang;
    const fields = await fieldsOf(db, { id: NOBODYS, edition_id: id });
    return { edition, fields, home: previewHref(id, 'form') };
  }

  app.get(
    HERE,
    { config, schema: { params: Type.Object({ editionId: uuid }), querystring } },
    async (request, reply) => {
      const { fields, home } = await find(request, request.params.editionId, request.query.sprak);
      const [first] = stepsOf(fields);
      if (!first) throw problem('not-found');
      return seeOther(reply, `${home}/del/${first.slug}?sprak=${request.lang}`);
    },
  );

  app.get(`${HERE}/del/:step`, { config, schema: { params, querystring } }, async (request, reply) => {
    const { editionId, step: slug } = request.params;
    const { sprak, lagret, rader } = request.query;
    const { edition, fields, home } = await find(request, editionId, sprak);
    const step = stepAt(fields, slug);
    if (!step) throw problem('not-found');
    const { lang } = request;
    const page = sectionPage(
      {
        row: {
          id: NOBODYS,
          organisation_name: texts(lang).preview.applicant,
          language: lang === 'nn' ? 'nn' : 'nb',
        },
        step,
        fields: step.fields,
        locked: null,
        wanted: new Map(),
        clashes: new Map(),
        errors: [],
        withNumbers: new Set(),
        deadline: edition.closes_at,
        now: request.now,
        savedAt: null,
        cleaned: false,
        moreRows: rader ?? null,
        me: '',
        shared: true,
        previewAt: home,
      },
      lang,
    );
    const here = `${home}/del/${step.slug}`;
    const note = previewNote({ editionId, what: 'form', here, tried: lagret !== undefined }, lang);
    return reply.page({
      ...page,
      breadcrumbs: editionCrumbs(edition, texts(lang).preview.part, lang),
      main: html`${note}${page.main}`,
    });
  });

  app.post(`${HERE}/del/:step`, { config, schema: { params, querystring } }, async (request, reply) => {
    const { editionId, step: slug } = request.params;
    const { fields, home } = await find(request, editionId, request.query.sprak);
    const step = stepAt(fields, slug);
    if (!step) throw problem('not-found');
    const then = inputText((request.body ?? {}) as FormInput, 'then');
    const following = then === 'next' ? stepAfter(fields, step) : undefined;
    return seeOther(
      reply,
      following
        ? `${home}/del/${following.slug}?sprak=${request.lang}`
        : `${home}/del/${step.slug}${afterSaving(then, [], step, { sprak: request.lang })}`,
    );
  });
}
