/** The answers, the same for everybody and kept as the other public pages are. A GET writes nothing. */
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS } from '../../ui/text/index.ts';
import { keepAnswers } from '../publication/kept-answers.ts';
import { publicYears } from '../publication/public-queries.ts';
import { publicAnswers } from './queries.ts';
import { answersPath } from './schema.ts';
import { answersPage } from './views-public.ts';

export async function callAnswerPages(
  app: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  keepAnswers(app, db);
  for (const lang of LANGS)
    app.get(publicHref(lang, answersPath), { config: { action: 'public' } }, async (request, reply) => {
      request.lang = lang;
      const { now } = request;
      const [latest] = await publicYears(db, now);
      const call = latest && {
        year: latest.edition.year,
        isOpen: latest.edition.phase === 'open' || latest.edition.phase === 'announced',
      };
      const answers = call ? await publicAnswers(db, now, call.year) : [];
      const page = answersPage({ call: call ?? null, answers }, lang);
      return reply.publicPage({ ...page, lang, path: answersPath });
    });
}
