/** The own page of each nominated, and its picture: there from their moment on, and before it as unknown as any other address. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { problem } from '../../platform/http/problem.ts';
import { CARD } from '../../platform/pictures/size.ts';
import type { Services } from '../../platform/services.ts';
import { publicHref } from '../../ui/links.ts';
import type { Lang } from '../../ui/text/index.ts';
import { pictureOf } from './picture.ts';
import { publicYear } from './public-queries.ts';
import { nomineePath, PICTURES, SLUG } from './schema-nominee.ts';
import type { Outcome } from './schema-public.ts';
import { nomineePage, type Nominee } from './views-nominee.ts';

const config = { action: 'public' };
const params = Type.Object({
  year: Type.String({ pattern: '^[0-9]{4}$' }),
  slug: Type.String({ pattern: SLUG }),
});
const outcomes = Object.keys(PICTURES) as Outcome[];

/** In the language of the scope that it is registered on, which keeps its answers. */
export async function nomineePages(
  plain: FastifyInstance,
  { services: { db, config: settings }, lang }: { services: Services; lang: Lang },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const at = publicHref(lang, '/prisen/:year/nominerte/:slug');

  /** @throws not-found */
  async function find(now: Date, asked: { year: string; slug: string }): Promise<Nominee> {
    const year = Number(asked.year);
    const outcome = (await publicYear(db, now, year))?.outcome;
    const one = outcome?.nominated.find(({ slug }) => slug === asked.slug);
    if (!outcome || !one) throw problem('not-found');
    return { year, outcome, one };
  }

  app.get(at, { config, schema: { params } }, async ({ now, params: asked }, reply) => {
    const nominee = await find(now, asked);
    const page = nomineePage(nominee, { baseUrl: settings.baseUrl, picture: CARD }, lang);
    return reply.publicPage({ ...page, lang, path: nomineePath(nominee.year, nominee.one) });
  });

  for (const outcome of outcomes)
    app.get(
      `${at}/${PICTURES[outcome]}`,
      { config, schema: { params } },
      async ({ now, params: asked }, reply) => {
        const { year, one } = await find(now, asked);
        // Everybody in the picture was nominated; the rest only who it is true of.
        if (outcome !== 'finalist' && outcome !== one.outcome) throw problem('not-found');
        const picture = await pictureOf({ ...one, outcome }, year, lang);
        // It is there to be shown on other sites.
        reply.header('cross-origin-resource-policy', 'cross-origin');
        return reply.type('image/png').send(picture);
      },
    );
}
