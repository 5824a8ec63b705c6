import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { localPath, readForm, seeOther } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { ballotOrFirst } from '../ballots/queries.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { keepPlace } from './commands.ts';
import { placeOf, wholeText } from './queries.ts';
import { partOf, PlaceIn, SizeIn, sizes, type Size } from './schema.ts';
import { readingPage } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { action: 'ballot.read' };
const SIZE_COOKIE = 'lesestorrelse';
const YEAR = 31_536_000;

const sizeOf = ({ cookies }: FastifyRequest): Size =>
  sizes.find((size) => size === cookies[SIZE_COOKIE]) ?? 'normal';

/** Reading mode: the whole application as one text. */
export async function deskPages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/jury/soknad/:id/les', { config, schema: { params } }, async (request, reply) => {
    const row = await ballotOrFirst(db, request, request.params.id);
    if (typeof row === 'string') return seeOther(reply, row);
    const view = {
      seat: seatView(await mySeat(db, request, row.edition_id)),
      nominationId: row.nomination_id,
      me: row.person_id,
      text: await wholeText(db, request, row.nomination_id),
      place: await placeOf(db, row),
      size: sizeOf(request),
    };
    return reply.page(readingPage(view, request.lang));
  });

  /** For those who read without scripts: they say themselves where they are. */
  app.post('/jury/soknad/:id/les', { config, schema: { params } }, async (request, reply) => {
    const { id } = request.params;
    const form = readForm(PlaceIn, request.body);
    if (!form.ok) throw problem('request/invalid', {}, form.errors);
    await transact(db, contextOf(request), (unit) => keepPlace(unit, id, form.value.place));
    return seeOther(reply, `/jury/soknad/${id}/les#${partOf(form.value.place)}`);
  });

  /** How large one likes the text, on this device. */
  app.post('/jury/lesestorrelse', { config }, async (request, reply) => {
    const form = readForm(SizeIn, request.body);
    if (!form.ok) throw problem('request/invalid', {}, form.errors);
    const { size, til } = form.value;
    const secure = settings.baseUrl.startsWith('https:');
    reply.setCookie(SIZE_COOKIE, size, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR });
    return seeOther(reply, localPath(til, '/jury'));
  });
}
