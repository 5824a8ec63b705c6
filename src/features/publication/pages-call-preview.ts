/** The call as the public will see it, before the announcement: for the secretariat. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Services } from '../../platform/services.ts';
import { editionCrumbs } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import { previewHref, previewNote } from '../../ui/preview.ts';
import { LANGS, texts } from '../../ui/text/index.ts';
import { movedOf } from '../editions/dates-calendar.ts';
import { demand, findEdition, rulesVersions, type JudgedEdition } from '../editions/queries.ts';
import type { EditionTexts, Localised } from '../editions/schema.ts';
import { callAround } from './public-queries.ts';
import { phaseOf, type PublicEdition } from './schema-public.ts';
import { callPage } from './views-call.ts';

const params = Type.Object({ editionId: Type.String({ format: 'uuid' }) });
const querystring = Type.Object({ sprak: Type.Optional(Type.Enum(LANGS)) });

export async function callPreviewPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/:editionId/forhandsvis/utlysning',
    { config: { action: 'edition.manage' }, schema: { params, querystring } },
    async (request, reply) => {
      const edition = await findEdition(db, request, request.params.editionId);
      demand(edition, 'manage');
      const lang = (request.lang = request.query.sprak ?? request.lang);
      const page = callPage(
        await callAround(db, {
          ...asAnnounced(edition, request.now),
          rulesVersions: await rulesVersions(db, edition.id),
        }),
        lang,
      );
      const here = previewHref(edition.id, 'call');
      return reply.page({
        ...page,
        breadcrumbs: editionCrumbs(edition, texts(lang).preview.part, lang),
        main: html`${previewNote({ editionId: edition.id, what: 'call', here }, lang)}${page.main}`,
      });
    },
  );
}

/** Nothing of an outcome: what is shown is the call. */
function asAnnounced(row: JudgedEdition, now: Date): Omit<PublicEdition, 'rulesVersions'> {
  const dates = { opensAt: row.opens_at, closesAt: row.closes_at };
  return {
    id: row.id,
    year: row.year,
    phase:
      row.state === 'planned'
        ? 'announced'
        : phaseOf(
            { state: row.state, wasAnnounced: false, ...dates },
            { finalists: null, winner: null, takenDown: null },
            now,
          ),
    ...dates,
    judgingEndsAt: row.judging_ends_at,
    finalistsAt: row.finalists_at,
    finalistsOutAt: null,
    ceremonyAt: row.ceremony_at,
    ceremonyPlace: row.ceremony_place,
    moved: movedOf(row),
    texts: row.texts as Localised<EditionTexts>,
    prizeAmount: row.prize_amount,
    rulesSha256: row.rules_sha256,
    announcedAt: row.announced_at ?? row.opens_at,
    answers: { count: 0, at: null },
    signup: false,
    help: { name: row.help_name, email: row.help_email, phone: row.help_phone },
  };
}
