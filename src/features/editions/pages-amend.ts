/** Changing what was frozen, one thing at a time: a criterion, a question, the regulations, the words of the scale. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { amendRules } from './amend.ts';
import {
  criterionAmendment,
  criterionTexts,
  criterionValues,
  questionAmendment,
  questionTexts,
  questionValues,
} from './forms-criteria.ts';
import { levelsOf, scaleFields, scaleValues, scaleWordsOf } from './forms.ts';
import { uuid } from './input.ts';
import { criteriaOf, demand, findEdition, questionsOf, type JudgedEdition } from './queries.ts';
import type { EditionTexts, Localised } from './schema.ts';
import { REASON_MAX, REASON_MIN, type Amendment } from './schema-rules.ts';
import { amendPage, type Amended } from './views-amend.ts';

const BASE = '/sekretariat/:editionId/kriterier/endre';
const config = { action: 'edition.amend' };
const params = Type.Object({ editionId: uuid });
const itemParams = Type.Object({ editionId: uuid, id: uuid });
const reasonText = Type.String({ minLength: REASON_MIN, maxLength: REASON_MAX });
const regulation = Type.String({ minLength: 1, maxLength: 20_000 });
const regulationsForm = Type.Object({
  version: Type.Integer(),
  reason: reasonText,
  'regulations-nb': regulation,
  'regulations-nn': regulation,
  'regulations-en': Type.Optional(regulation),
});

export async function amendPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  interface Shown {
    values?: Record<string, string>;
    errors?: readonly FormError[];
  }
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    what: Amended,
    { values, errors = [] }: Shown = {},
  ): Promise<FastifyReply> {
    const { editionId, id = null } = request.params as { editionId: string; id?: string };
    const edition = await findEdition(db, request, editionId);
    demand(edition, 'amend');
    const stored = await storedValues(edition, what, id);
    const shown = { ...stored.values, ...values };
    return reply.page(
      amendPage(
        {
          edition,
          what,
          id,
          counts: stored.counts,
          levels: levelsOf(edition),
          values: shown,
          errors,
        },
        request.lang,
      ),
    );
  }

  async function storedValues(edition: JudgedEdition, what: Amended, id: string | null) {
    if (what === 'retningslinjer') {
      const own = edition.texts as Localised<EditionTexts>;
      const values = (['nb', 'nn', 'en'] as const).map((lang) => [
        `regulations-${lang}`,
        own[lang]?.regulations ?? '',
      ]);
      return { counts: false, values: Object.fromEntries(values) as Record<string, string> };
    }
    if (what === 'skala')
      return {
        counts: false,
        values: Object.fromEntries(scaleValues(scored(edition))) as Record<string, string>,
      };
    if (what === 'kriterium') {
      const row = known(await criteriaOf(db, edition.id), id);
      return { counts: row.weight !== null, values: criterionValues(row) };
    }
    return { counts: false, values: questionValues(known(await questionsOf(db, edition.id), id)) };
  }

  /** Keeps what was typed when it cannot be. */
  async function take<T extends Parameters<typeof submitForm>[1]>(
    request: FastifyRequest,
    reply: FastifyReply,
    what: Amended,
    schema: T,
    changeOf: (read: Static<T>) => Omit<Amendment, 'reason'>,
  ): Promise<FastifyReply> {
    const { editionId } = request.params as { editionId: string };
    const sent = await submitForm(request, schema, (read) => {
      const { version, reason } = read as { version: number; reason: string };
      return transact(db, contextOf(request), (unit) =>
        amendRules(unit, editionId, version, { reason, ...changeOf(read) }),
      );
    });
    if (sent.ok) return seeOther(reply, `${editionHref(editionId, 'criteria')}?lagret=1`);
    const values = Object.fromEntries(
      Object.keys(sent.input).map((name) => [name, inputText(sent.input, name)]),
    );
    return show(request, reply.code(sent.status), what, { values, errors: sent.errors });
  }

  app.get(`${BASE}/retningslinjer`, { config, schema: { params } }, (request, reply) =>
    show(request, reply, 'retningslinjer'),
  );
  app.post(`${BASE}/retningslinjer`, { config, schema: { params } }, (request, reply) =>
    take(request, reply, 'retningslinjer', regulationsForm, (read) => {
      const { 'regulations-nb': nb, 'regulations-nn': nn, 'regulations-en': en } = read;
      return { regulations: { nb, nn, ...(en ? { en } : {}) } };
    }),
  );
  app.get(`${BASE}/skala`, { config, schema: { params } }, (request, reply) => show(request, reply, 'skala'));
  app.post(`${BASE}/skala`, { config, schema: { params } }, async (request, reply) => {
    const edition = scored(await findEdition(db, request, request.params.editionId));
    const levels = levelsOf(edition);
    const schema = Type.Object({ version: Type.Integer(), reason: reasonText, ...scaleFields(levels) });
    const stored = edition.scale_words as Record<string, unknown>;
    return take(request, reply, 'skala', schema, (read) => {
      const said = scaleWordsOf(levels, read);
      // A level without words stays without.
      const kept = levels.filter((level) => stored[level] || said[level]?.nb || said[level]?.nn);
      return { scaleWords: Object.fromEntries(kept.map((level) => [level, said[level]!])) };
    });
  });
  for (const what of ['kriterium', 'sporsmal'] as const)
    app.get(`${BASE}/${what}/:id`, { config, schema: { params: itemParams } }, (request, reply) =>
      show(request, reply, what),
    );
  app.post(`${BASE}/kriterium/:id`, { config, schema: { params: itemParams } }, (request, reply) =>
    take(request, reply, 'kriterium', criterionAmendment, (read) => ({
      criteria: [{ id: request.params.id, weight: read.weight ?? null, texts: criterionTexts(read) }],
    })),
  );
  app.post(`${BASE}/sporsmal/:id`, { config, schema: { params: itemParams } }, (request, reply) =>
    take(request, reply, 'sporsmal', questionAmendment, (read) => ({
      questions: [{ id: request.params.id, wordLimit: read.wordLimit ?? null, texts: questionTexts(read) }],
    })),
  );
}

/** @throws not-found in a year without points */
function scored<T extends { scoring: boolean }>(edition: T): T {
  if (!edition.scoring) throw problem('not-found');
  return edition;
}

function known<T extends { id: string }>(list: readonly T[], id: string | null): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw problem('not-found');
  return found;
}
