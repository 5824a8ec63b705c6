import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { SHOW } from '../../ui/components/shown.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { LANGS } from '../../ui/text/index.ts';
import { moveDown, moveTo, moveUp, removeItem, saveCriterion, saveQuestion } from './content-items.ts';
import {
  criterionForm,
  criterionFrom,
  criterionValues,
  questionForm,
  questionFrom,
  questionValues,
} from './forms-criteria.ts';
import { guideOf } from './guide.ts';
import { uuid } from './input.ts';
import { shownCriterion, shownQuestion } from './previewed.ts';
import { criteriaOf, demand, findEdition, questionsOf } from './queries.ts';
import { criteriaPage } from './views-criteria.ts';
import { criterionPage, questionPage } from './views-criteria-forms.ts';

const BASE = '/sekretariat/:editionId/kriterier';
const params = Type.Object({ editionId: uuid });
const itemParams = Type.Object({ editionId: uuid, id: Type.Union([uuid, Type.Literal('ny')]) });
const config = { action: 'edition.configure' };

export async function criteriaPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const here = (editionId: string) => editionHref(editionId, 'criteria');

  app.get(
    BASE,
    {
      config: { action: 'edition.read' },
      schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      showList(request, reply, request.params.editionId, { saved: request.query.lagret !== undefined }),
  );

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { saved = false, errors = [] }: { saved?: boolean; errors?: FormError[] },
  ): Promise<FastifyReply> {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    const view = { edition, criteria: await criteriaOf(db, id), questions: await questionsOf(db, id) };
    return reply.page(
      criteriaPage(
        {
          ...view,
          guide: await guideOf(db, contextOf(request), id),
          mayConfigure: can(editionResource, 'configure', edition),
          mayAmend: can(editionResource, 'amend', edition),
          saved,
          errors,
        },
        request.lang,
      ),
    );
  }

  interface Shown {
    values?: Record<string, string>;
    errors?: FormError[];
  }
  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: 'kriterium' | 'sporsmal',
    given: Shown,
  ): Promise<FastifyReply> {
    const { editionId, id } = request.params as { editionId: string; id: string };
    const edition = await findEdition(db, request, editionId);
    demand(edition, 'configure');
    const criteria = await criteriaOf(db, editionId);
    const stored =
      kind === 'kriterium'
        ? criterionValues(existing(criteria, id))
        : questionValues(existing(await questionsOf(db, editionId), id));
    const values = given.values ?? stored;
    const view = {
      edition,
      id: id === 'ny' ? null : id,
      values,
      errors: given.errors ?? [],
      shown: LANGS.filter((lang) => lang !== 'en' || values['name-en'] || values['label-en']).map((lang) => ({
        lang,
        body: kind === 'kriterium' ? shownCriterion(edition, values, lang) : shownQuestion(values, lang),
      })),
    };
    return reply.page(
      kind === 'kriterium'
        ? criterionPage(view, request.lang)
        : questionPage({ ...view, criteria }, request.lang),
    );
  }

  for (const kind of ['kriterium', 'sporsmal'] as const) {
    app.get(`${BASE}/${kind}/:id`, { config, schema: { params: itemParams } }, async (request, reply) =>
      showForm(request, reply, kind, {}),
    );

    app.post(`${BASE}/${kind}/:id`, { config, schema: { params: itemParams } }, async (request, reply) => {
      const { editionId, id } = request.params;
      const save = { editionId, id: id === 'ny' ? null : id };
      const written = (request.body ?? {}) as FormInput;
      if (inputText(written, 'then') === SHOW)
        return showForm(request, reply, kind, { values: valuesIn(written) });
      const sent = await (kind === 'kriterium'
        ? submitForm(request, criterionForm, (read) =>
            transact(db, contextOf(request), (unit) =>
              saveCriterion(unit, save, read.version, criterionFrom(read)),
            ),
          )
        : submitForm(request, questionForm, (read) =>
            transact(db, contextOf(request), (unit) =>
              saveQuestion(unit, save, read.version, questionFrom(read)),
            ),
          ));
      if (sent.ok) return seeOther(reply, `${here(editionId)}?lagret=1`);
      return showForm(request, reply.code(sent.status), kind, {
        values: valuesIn(sent.input),
        errors: sent.errors,
      });
    });

    for (const [path, work] of [
      ['opp', moveUp],
      ['ned', moveDown],
      ['plass', moveTo],
      ['fjern', removeItem],
    ] as const) {
      app.post(
        `${BASE}/${kind}/:id/${path}`,
        { config, schema: { params: itemParams } },
        async (request, reply) => {
          const { editionId, id } = request.params;
          const table = kind === 'kriterium' ? 'criteria' : 'questions';
          const place = `to-${id}`;
          const moved = Type.Object({
            version: Type.Integer(),
            ...(path === 'plass' ? { [place]: Type.Integer({ minimum: 1 }) } : {}),
          });
          const sent = await submitForm(request, moved, (read) => {
            const { version, [place]: to } = read as { version: number } & Record<string, number>;
            return transact(db, contextOf(request), (unit) =>
              work(unit, table, { editionId, id, to }, version),
            );
          });
          return sent.ok
            ? seeOther(reply, `${here(editionId)}?lagret=1`)
            : showList(request, reply.code(sent.status), editionId, { errors: sent.errors });
        },
      );
    }
  }
}

const valuesIn = (input: FormInput): Record<string, string> =>
  Object.fromEntries(Object.keys(input).map((name) => [name, inputText(input, name)]));

/** The one with this id, or `null` for a new one. */
function existing<T extends { id: string }>(list: readonly T[], id: string): T | null {
  const found = list.find((one) => one.id === id);
  if (!found && id !== 'ny') throw problem('not-found');
  return found ?? null;
}
