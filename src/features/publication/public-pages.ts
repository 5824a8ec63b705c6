/** The public site: the same for everyone, without sessions, kept for two seconds at most. A GET here writes nothing. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS, type Lang } from '../../ui/text/index.ts';
import { sendFile } from '../documents/send-file.ts';
import { publicPicture } from '../namings/queries.ts';
import { schedule } from '../retention/queries.ts';
import { accessibility } from './accessibility.ts';
import { callDocument } from './call-document.ts';
import { CALL_FORMS } from './words-call.ts';
import { callCalendar } from './public-calendar.ts';
import { keepAnswers } from './kept-answers.ts';
import { atomFeed, changeOf, jsonFeed, newsOf, robots, siteMap } from './public-feeds.ts';
import { nomineePages } from './public-pages-nominees.ts';
import { pressKitPage } from './public-press.ts';
import {
  frozenRules,
  pastEditions,
  publicCall,
  publicYear,
  publicYears,
  type PublicYear,
} from './public-queries.ts';
import { publicExtract, publicResults } from './public-results.ts';
import { folded, nameOf, nomineePath } from './schema-nominee.ts';
import type { PastEdition } from './schema-public.ts';
import {
  accessibilityPage,
  checkPage,
  cookiesPage,
  historyPage,
  privacyPage,
  type HistoryLine,
} from './views-about.ts';
import { callPage, noCallPage } from './views-call.ts';
import { frontPage } from './views-front.ts';
import { processingPage } from './views-processing.ts';
import { pastYearPage, yearPage } from './views-year.ts';

const config = { action: 'public' };
const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
const search = Type.Object({ sok: Type.Optional(Type.String()) });
/** Of what is searched for. */
const LONGEST = 200;
const yearParams = Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) });

export async function publicPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  keepAnswers(plain, services.db);
  for (const lang of LANGS) await plain.register(pagesIn, { services, lang });
  await plain.register(machineFiles, { services });
  await plain.register(pressKitPage, { services });
}

async function pagesIn(
  plain: FastifyInstance,
  { services, lang }: { services: Services; lang: Lang },
): Promise<void> {
  const { db, config: settings } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.addHook('onRequest', (request, _reply, done) => {
    request.lang = lang;
    done();
  });
  await app.register(nomineePages, { services, lang });
  const send = (reply: FastifyReply, path: string, page: Page) => reply.publicPage({ ...page, lang, path });
  const at = (path: string) => publicHref(lang, path);

  app.get(at('/'), { config }, async ({ now }, reply) => {
    const [years, past] = [await publicYears(db, now), await pastEditions(db)];
    const current = years[0] ?? null;
    const last = history(years, past).find(
      ({ year, winner }) => winner !== null && !(year === current?.edition.year && current.outcome.winner),
    );
    return send(
      reply,
      '/',
      frontPage({ current, lastWinner: last?.winner ? { year: last.year, name: last.winner } : null }, lang),
    );
  });

  app.get(at('/utlysning'), { config }, async ({ now }, reply) => {
    const call = await publicCall(db, now);
    return send(reply, '/utlysning', call ? callPage(call, lang) : noCallPage(lang));
  });

  for (const kind of ['pdf', 'docx'] as const)
    app.get(at(CALL_FORMS[kind]), { config }, async ({ now }, reply) => {
      const call = await publicCall(db, now);
      if (!call) throw problem('not-found');
      return reply
        .type(TYPES[kind])
        .send(await callDocument(call, { kind, demo: settings.mode === 'demo' }, lang));
    });

  app.get(at('/prisen/:year'), { config, schema: { params: yearParams } }, async ({ now, params }, reply) => {
    const year = Number(params.year);
    const own = await publicYear(db, now, year);
    const past = own ? undefined : (await pastEditions(db)).find((one) => one.year === year);
    if (!own && !past) throw problem('not-found');
    return send(
      reply,
      `/prisen/${year}`,
      own
        ? yearPage(own, lang, (await publicResults(db, now, year))[0])
        : pastYearPage(past as PastEdition, lang),
    );
  });

  app.get(at('/historie'), { config, schema: { querystring: search } }, async ({ now, query }, reply) => {
    const all = history(await publicYears(db, now), await pastEditions(db));
    const sought = (query.sok ?? '').slice(0, LONGEST);
    return send(reply, '/historie', historyPage({ lines: found(all, sought), of: all.length, sought }, lang));
  });

  app.get(at('/slik-kan-du-kontrollere'), { config }, async ({ now }, reply) => {
    const years = (await publicYears(db, now)).flatMap(({ edition: { year, rulesSha256 } }) =>
      rulesSha256 ? [{ year, sha256: rulesSha256 }] : [],
    );
    const results = await publicResults(db, now);
    return send(reply, '/slik-kan-du-kontrollere', checkPage(years, results, settings.baseUrl, lang));
  });
  app.get(at('/personvern'), { config }, async (_request, reply) =>
    send(reply, '/personvern', privacyPage(lang)),
  );
  app.get(at('/personvern/lagring'), { config }, async (_request, reply) =>
    send(reply, '/personvern/lagring', processingPage(await schedule(db), lang)),
  );
  app.get(at('/informasjonskapsler'), { config }, async (_request, reply) =>
    send(reply, '/informasjonskapsler', cookiesPage(lang)),
  );
  app.get(at('/tilgjengelighet'), { config }, async (_request, reply) =>
    send(reply, '/tilgjengelighet', accessibilityPage(accessibility, lang)),
  );

  app.get(at('/feed.atom'), { config }, async ({ now }, reply) =>
    reply
      .type('application/atom+xml; charset=utf-8')
      .send(atomFeed(newsOf(await publicYears(db, now), settings.baseUrl, lang), settings.baseUrl, lang)),
  );
  app.get(at('/kalender.ics'), { config }, async ({ now }, reply) =>
    reply
      .type('text/calendar; charset=utf-8')
      .send(callCalendar(await publicYears(db, now), settings.baseUrl, lang)),
  );
  app.get(at('/feed.json'), { config }, async ({ now }, reply) =>
    reply
      .type('application/feed+json; charset=utf-8')
      .send(jsonFeed(newsOf(await publicYears(db, now), settings.baseUrl, lang), settings.baseUrl, lang)),
  );
}

async function machineFiles(
  plain: FastifyInstance,
  { services: { db, files, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/prisen/:year/regler.json',
    {
      config,
      schema: {
        params: yearParams,
        querystring: Type.Object({ versjon: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }),
      },
    },
    async ({ now, params, query }, reply) => {
      const rules = await frozenRules(db, now, Number(params.year), query.versjon);
      if (rules === undefined) throw problem('not-found');
      return reply.type('application/json; charset=utf-8').send(rules);
    },
  );
  app.get(
    '/prisen/:year/tall.json',
    { config, schema: { params: yearParams } },
    async ({ now, params }, reply) => {
      const extract = await publicExtract(db, now, Number(params.year));
      if (extract === undefined) throw problem('not-found');
      return reply.type('application/json; charset=utf-8').send(extract);
    },
  );
  // The same for everybody from the instant on; asked for anew as often as a page is.
  app.get(
    '/prisen/:year/bilder/:hash',
    { config, schema: { params: Type.Object({ ...yearParams.properties, hash: Type.String() }) } },
    async (request, reply) => {
      const { year, hash } = request.params;
      const picture = await publicPicture(db, request.now, Number(year), hash);
      return sendFile(request, reply, files, picture, 'public, max-age=2');
    },
  );
  app.get('/sitemap.xml', { config }, async ({ now }, reply) => {
    const own = await publicYears(db, now);
    const ofYears = own.flatMap(({ edition: { year }, outcome }) => {
      const changedAt = changeOf(outcome);
      const paths = [`/prisen/${year}`, ...outcome.nominated.map((one) => nomineePath(year, one))];
      return paths.map((path) => ({ path, changedAt }));
    });
    const served = new Set(own.map(({ edition }) => edition.year));
    const past = (await pastEditions(db)).filter(({ year }) => !served.has(year));
    const earlier = past.map(({ year }) => ({ path: `/prisen/${year}` }));
    return reply
      .type('application/xml; charset=utf-8')
      .send(siteMap([...ofYears, ...earlier], settings.baseUrl));
  });
  app.get('/robots.txt', { config }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(settings.baseUrl)),
  );
}

/** The years in which somebody of this name won or was nominated, or that year; all of them when nothing is sought. */
function found(lines: readonly HistoryLine[], sought: string): readonly HistoryLine[] {
  const wanted = folded(sought);
  if (wanted === '') return lines;
  return lines.filter(({ year, winner, nominated, honourable }) =>
    [String(year), winner ?? '', ...nominated, ...honourable].some((name) => folded(name).includes(wanted)),
  );
}

/** Every year with an outcome, our own and those from before the service, the latest first. */
export function history(years: readonly PublicYear[], past: readonly PastEdition[]): HistoryLine[] {
  const own = years.flatMap(({ edition: { year }, outcome: { winner, nominated } }) => {
    if (!winner) return [];
    const named = (outcome: string) => nominated.filter((one) => one.outcome === outcome).map(nameOf);
    return [
      {
        year,
        winner: named('winner')[0] ?? null,
        nominated: nominated.map(nameOf),
        honourable: named('honourableMention'),
      },
    ];
  });
  const before = past
    .filter(({ year }) => !own.some((one) => one.year === year))
    .map(({ year, winner, finalists, honourable }) => ({ year, winner, nominated: finalists, honourable }));
  return [...own, ...before].toSorted((a, b) => b.year - a.year);
}
