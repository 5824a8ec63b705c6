/** The screen in the hall: a public page, for whatever machine the projector has. It knows nothing that the public does not. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { publicHref } from '../../ui/links.ts';
import { LANGS } from '../../ui/text/index.ts';
import { keepAnswers } from '../publication/kept-answers.ts';
import { publicSlide } from './queries.ts';
import { screenPage } from './views-screen.ts';

const params = Type.Object({ year: Type.String({ pattern: '^[0-9]{4}$' }) });
/** With the pause between two looks of the screen it follows the press well within two seconds. */
const KEPT_MS = 500;

export async function ceremonyScreen(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  keepAnswers(plain, db, KEPT_MS);
  for (const lang of LANGS)
    app.get(
      publicHref(lang, '/prisen/:year/skjerm'),
      { config: { action: 'public' }, schema: { params } },
      async (request, reply) => {
        request.lang = lang;
        const { year } = request.params;
        const slide = await publicSlide(db, request.now, Number(year), lang);
        if (!slide) throw problem('not-found');
        return reply.publicPage({
          ...screenPage({ slide, rehearsal: false }, lang),
          lang,
          path: `/prisen/${year}/skjerm`,
        });
      },
    );
}
