import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { sendCsv, sendXlsx } from '../../platform/http/attachments.ts';
import {
  formErrors,
  inputText,
  readForm,
  readMoment,
  refusal,
  seeOther,
  submitForm,
  type FormInput,
} from '../../platform/http/forms.ts';
import { demandPerson, formStamp, formStampAgain } from '../../platform/http/open-form.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { csvStream } from '../../platform/sheets/csv.ts';
import { xlsx } from '../../platform/sheets/xlsx.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import { pagesOf } from '../editions/queries.ts';
import { askPlace, leaveBy, removeGuest, setSignup } from './commands.ts';
import { columnsOf } from './files.ts';
import { guestBy, guestsOf, openSignup } from './queries.ts';
import { guestForm, guestPath, settingsForm, token } from './schema.ts';
import { askPlacePage, leavePage } from './views-public.ts';
import { guestsPage, type Done } from './views.ts';

interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
}
const doneOf = { sendt: 'sent', meldtav: 'left' } as const;

/** Signing up and signing off, for everybody, with an address in each language. Looking changes nothing. */
export async function askPlacePages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  for (const lang of LANGS) await plain.register(pagesIn, { services, lang });
}

async function pagesIn(
  plain: FastifyInstance,
  { services: { db, config }, lang }: { services: Services; lang: Lang },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { sessionSecret: secret } = config;
  const here = publicHref(lang, guestPath);
  const anyone = { action: 'anyone' };
  app.addHook('onRequest', async (request) => {
    request.lang = lang;
  });
  const systemContext = (request: FastifyRequest) => ({
    actor: systemActor,
    now: request.now,
    requestId: request.id,
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], done = null }: Drawn & { done?: 'sent' | 'left' | null },
  ) => {
    const open = (await openSignup(db, request.now)) ?? null;
    const stamp = errors.length > 0 ? formStampAgain(secret) : formStamp(secret);
    const view = { open, errors, stamp, done, input: (name: string) => inputText(input, name) };
    return reply.publicPage({ ...askPlacePage(view, lang), lang, path: guestPath });
  };

  app.get(
    here,
    { config: anyone, schema: { querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, { done: doneOf[request.query.gjort as keyof typeof doneOf] ?? null }),
  );

  app.post(here, { config: anyone }, async (request, reply) => {
    const { input, ...form } = readForm(guestForm, request.body);
    if (!form.ok) return show(request, reply.code(422), { input, errors: formErrors(form.errors, lang) });
    const { name, email, organisation, needs, ...rest } = form.value;
    try {
      demandPerson(rest, secret);
      await transact(db, systemContext(request), (unit) =>
        askPlace(unit, { name, email, organisation, needs, language: lang, source: request.ip, secret }),
      );
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 422, 429].includes(error.status)) throw error;
      return show(request, reply.code(error.status), { input, errors: refusal(error, lang) });
    }
    return seeOther(reply, `${here}?gjort=sendt`);
  });

  const byLink = { config: anyone, schema: { params: Type.Object({ token }) } };
  app.get(`${here}/:token`, byLink, async (request, reply) => {
    const found = await guestBy(db, request.params.token);
    const page = leavePage({ ...found, token: request.params.token }, lang);
    return reply.publicPage({ ...page, lang, path: `${guestPath}/${request.params.token}` });
  });

  app.post(`${here}/:token`, byLink, async (request, reply) => {
    await transact(db, systemContext(request), (unit) => leaveBy(unit, config, request.params.token));
    return seeOther(reply, `${here}?gjort=meldtav`);
  });
}

const uuid = Type.String({ format: 'uuid' });
const doneBy: Record<string, Done> = { lagret: 'saved', meldtav: 'removed' };

/** For the secretariat: how one signs up, the list, and the list as a file. */
export async function guestPages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.keepGuests' };
  const HERE = '/sekretariat/:editionId/seremonipamelding';
  const params = Type.Object({ editionId: uuid });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [], done = null }: Drawn & { done?: Done | null },
  ) => {
    const found = await guestsOf(db, request, editionId);
    const given = (name: string) => (name in input ? inputText(input, name) : undefined);
    const view = { ...found, pages: pagesOf(found.edition), errors, done, input: given };
    return reply.page(guestsPage(view, request.lang));
  };

  app.get(
    HERE,
    { config, schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    (request, reply) =>
      show(request, reply, request.params.editionId, { done: doneBy[request.query.gjort ?? ''] ?? null }),
  );

  app.post(HERE, { config, schema: { params } }, async (request, reply) => {
    const { editionId } = request.params;
    const sent = await submitForm(
      request,
      settingsForm,
      async ({ closesAt = '', closesAtTime = '', ...given }) => {
        const isGiven = closesAt !== '' || closesAtTime !== '';
        const moment = isGiven ? readMoment('closesAt', closesAt, closesAtTime, { deadline: true }) : null;
        if (moment?.ok === false) throw problem('request/invalid', {}, moment.errors);
        const { 'text.nb': nb = '', 'text.nn': nn = '', ...rest } = given;
        await transact(db, contextOf(request), (unit) =>
          setSignup(unit, editionId, { ...rest, text: { nb, nn }, closesAt: moment?.instant }),
        );
      },
    );
    return sent.ok
      ? seeOther(reply, `${editionHref(editionId, 'guests')}?gjort=lagret`)
      : show(request, reply.code(sent.status), editionId, sent);
  });

  app.post(
    `${HERE}/:guestId/meld-av`,
    { config, schema: { params: Type.Object({ editionId: uuid, guestId: uuid }) } },
    async (request, reply) => {
      const { editionId, guestId } = request.params;
      await transact(db, contextOf(request), (unit) =>
        removeGuest(unit, settings, { editionId, id: guestId }),
      );
      return seeOther(reply, `${editionHref(editionId, 'guests')}?gjort=meldtav`);
    },
  );

  app.get(`${HERE}.csv`, { config, schema: { params } }, async (request, reply) => {
    const { edition, guests } = await guestsOf(db, request, request.params.editionId);
    return sendCsv(reply, `seremoni-${edition.year}.csv`, csvStream(columnsOf(texts(request.lang)), guests));
  });

  app.get(`${HERE}.xlsx`, { config, schema: { params } }, async (request, reply) => {
    const { edition, guests } = await guestsOf(db, request, request.params.editionId);
    const t = texts(request.lang);
    const file = await xlsx({ name: t.ceremonyGuests.list.sheet, columns: columnsOf(t), rows: guests });
    return sendXlsx(reply, `seremoni-${edition.year}.xlsx`, file);
  });
}
