/** The public scope alone, on a clock that stands still until it is set. */
import fastify, { type FastifyInstance } from 'fastify';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { loadConfig } from '../../src/config.ts';
import { callAnswerApi } from '../../src/features/call-questions/public-api.ts';
import { callAnswerPages } from '../../src/features/call-questions/public-pages.ts';
import { keptAnswers } from '../../src/features/publication/kept-answers.ts';
import { publicApi } from '../../src/features/publication/public-api.ts';
import { publicPages } from '../../src/features/publication/public-pages.ts';
import { footerLinks, publicNavigation } from '../../src/navigation.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { http } from '../../src/platform/http/index.ts';
import type { Services } from '../../src/platform/services.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

export async function publicApp(
  t: Teardown,
  db: Database,
  start: Date,
): Promise<{ app: FastifyInstance; clock: ReturnType<typeof fixedClock> }> {
  const clock = fixedClock(start);
  const config = loadConfig({ BASE_URL: 'https://etikkprisen.example.no', HELP_PHONE: '22 00 00 00' });
  const services = { config, db, clock } as unknown as Services;
  const app = fastify();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  await app.register(keptAnswers, { clock });
  await app.register(http, { services, navigation: () => [], publicNavigation, footerLinks });
  for (const pages of [publicPages, callAnswerPages]) await app.register(pages, { services });
  for (const api of [publicApi, callAnswerApi]) await app.register(api, { services, prefix: '/api/v1' });
  t.teardown(async () => await app.close());
  return { app, clock };
}

/** Everything the public can ask for about a year. */
export const publicAddresses = (year: number): string[] => [
  ...['', '/nn', '/en'].flatMap((lang) => [
    lang || '/',
    ...[
      '/utlysning',
      '/utlysning/soknadsskjema.pdf',
      '/utlysning/soknadsskjema.docx',
      '/utlysning/sporsmal',
      `/prisen/${year}`,
      '/historie',
      '/slik-kan-du-kontrollere',
      '/personvern',
      '/personvern/lagring',
      '/informasjonskapsler',
      '/tilgjengelighet',
      '/feed.atom',
      '/kalender.ics',
      '/feed.json',
    ].map((path) => lang + path),
  ]),
  '/sitemap.xml',
  '/robots.txt',
  `/prisen/${year}/regler.json`,
  '/api/v1/public/editions',
  `/api/v1/public/editions/${year}`,
  '/api/v1/public/call',
  `/api/v1/public/editions/${year}/answers`,
];

/** The own pages and pictures of these, whether they are nominated or not, and what the press gets. */
export const nomineeAddresses = (year: number, slugs: readonly string[]): string[] => [
  `/prisen/${year}/pressepakke.zip`,
  ...slugs.flatMap((slug) =>
    ['', '/nn', '/en'].flatMap((lang) =>
      ['', '/nominert.png', '/vinner.png', '/hederlig-omtale.png'].map(
        (of) => `${lang}/prisen/${year}/nominerte/${slug}${of}`,
      ),
    ),
  ),
];
