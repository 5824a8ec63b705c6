import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { addMinutes, osloFields } from '../../platform/clock.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { ceremonyHref, editionHref } from '../../ui/edition-nav.ts';
import { pagesOf } from '../editions/queries.ts';
import { preparePublication } from './commands.ts';
import { approveMove } from './commands-move.ts';
import { holdPublication, resumePublication } from './commands-release.ts';
import { previewPages } from './pages-preview.ts';
import { publicationsOf } from './queries.ts';
import { publicationPage, type PublicationView } from './views-publication.ts';

const uuid = Type.String({ format: 'uuid' });
const flag = Type.Optional(Type.String());
const text = Type.String({ minLength: 1, maxLength: 20_000 });
const kind = Type.Union([Type.Literal('finalists'), Type.Literal('winner')]);
const prepareForm = Type.Object({
  kind,
  release: Type.Union([Type.Literal('moment'), Type.Literal('approval'), Type.Literal('press')]),
  publishAt: Type.Optional(Type.String()),
  publishAtTime: Type.Optional(Type.String()),
  nb: text,
  nn: text,
  correctionNb: Type.Optional(text),
  correctionNn: Type.Optional(text),
});
const doneBy = {
  forberedt: 'prepared',
  godkjent: 'approved',
  alene: 'approvedAlone',
  'flytting-bedt': 'moveAsked',
  flyttet: 'moved',
  stoppet: 'stopped',
  holdt: 'held',
  sluppet: 'resumed',
  'tatt-ned': 'takenDown',
} as const;
/** After the ceremony has begun there is time for speeches, and for what goes wrong. */
const LATEST_MINUTES = 120;

export async function publicationPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  await plain.register(previewPages, { services });
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ editionId: uuid });
  const oneParams = Type.Object({ editionId: uuid, id: uuid });
  const config = { action: 'edition.seeDecisions' };
  const here = (editionId: string) => editionHref(editionId, 'publication');

  app.get(
    '/sekretariat/:editionId/offentliggjoring',
    { config, schema: { params, querystring: Type.Object({ gjort: flag, rett: Type.Optional(kind) }) } },
    async (request, reply) =>
      show(request, reply, request.params.editionId, {
        done: doneBy[request.query.gjort as keyof typeof doneBy] ?? null,
        correcting: request.query.rett ?? null,
      }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    {
      done = null,
      correcting = null,
      input,
      errors = [],
    }: {
      done?: PublicationView['done'];
      correcting?: PublicationView['correcting'];
      input?: FormInput;
      errors?: FormError[];
    },
  ): Promise<FastifyReply> {
    const found = await publicationsOf(db, request, editionId);
    const { finalists_at, ceremony_at } = found.edition;
    const momentOf = (kind: 'finalists' | 'winner') => {
      const planned = kind === 'winner' ? addMinutes(ceremony_at, LATEST_MINUTES) : finalists_at;
      // One that has passed would be refused.
      return planned > request.now ? osloFields(planned) : { date: '', time: '' };
    };
    const ready = found.ready.map((one) => ({ ...one, moment: momentOf(one.kind) }));
    const values = Object.fromEntries(
      Object.keys(input ?? {}).map((name) => [name, inputText(input ?? {}, name)]),
    );
    return reply.page(
      publicationPage(
        {
          ...found,
          pages: pagesOf(found.edition),
          ready,
          done,
          errors,
          correcting:
            correcting ??
            (values['kind'] === 'winner' || values['kind'] === 'finalists' ? values['kind'] : null),
          input: input ? { kind: values['kind'] ?? '', values } : null,
          now: request.now,
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/sekretariat/:editionId/offentliggjoring',
    { config: { action: 'edition.preparePublication' }, schema: { params } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(
        request,
        prepareForm,
        async ({ kind, release, publishAt = '', publishAtTime = '', nb, nn, correctionNb, correctionNn }) => {
          const moment =
            release === 'approval'
              ? { ok: true as const, instant: request.now }
              : readMoment('publishAt', publishAt, publishAtTime);
          if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
          return transact(db, contextOf(request), (unit) =>
            preparePublication(unit, editionId, {
              kind,
              release,
              publishAt: moment.instant,
              texts: { nb, nn },
              ...(correctionNb || correctionNn
                ? { correction: { nb: correctionNb ?? '', nn: correctionNn ?? '' } }
                : {}),
            }),
          );
        },
      );
      return sent.ok
        ? seeOther(reply, `${here(editionId)}?gjort=forberedt`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  // `til` says from where it was pressed.
  const versioned = Type.Object({
    version: Type.Integer(),
    til: Type.Optional(Type.Literal('seremoni')),
  });
  const steps = {
    'godkjenn-flytting': { action: 'edition.approvePublication', run: approveMove, done: 'flyttet' },
    hold: { action: 'edition.runCeremony', run: holdPublication, done: 'holdt' },
    slipp: { action: 'edition.runCeremony', run: resumePublication, done: 'sluppet' },
  } as const;
  for (const [path, { action, run, done }] of Object.entries(steps))
    app.post(
      `/sekretariat/:editionId/offentliggjoring/:id/${path}`,
      { config: { action }, schema: { params: oneParams } },
      async (request, reply) => {
        const { editionId, id } = request.params;
        const sent = await submitForm(request, versioned, async ({ version, til }) => {
          await transact(db, contextOf(request), (unit) => run(unit, id, version));
          return til ? ceremonyHref(editionId) : `${here(editionId)}?gjort=${done}`;
        });
        return sent.ok
          ? seeOther(reply, sent.result)
          : show(request, reply.code(sent.status), editionId, { errors: sent.errors });
      },
    );
}
