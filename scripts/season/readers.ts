/** Who looks for leaks: a passer-by and some applicants, each with all the addresses they could think of. */
import { applicants, type ApplicantKey } from './cast.ts';
import { YEAR } from './dates.ts';
import type { Reader } from './leaks.ts';
import type { World } from './world.ts';

const publicStarts = [
  '/',
  '/nn',
  '/en',
  '/utlysning',
  `/prisen/${YEAR}`,
  `/nn/prisen/${YEAR}`,
  '/feed.atom',
  '/kalender.ics',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/api/v1/public/editions',
  `/api/v1/public/editions/${YEAR}`,
  '/api/v1/public/call',
];
const ownPages = /^\/(min-side|soknad|dokument)\b/;
const publicPages =
  /^\/(?!assets|min-side|soknad|dokument|jury|sekretariat|administrasjon|api\/v1\/(?!public))/;

/** One who wins in each world, so that each is also among the others in another; and one who is out. */
const curious: readonly ApplicantKey[] = ['eigersund', 'voss', 'oslo', 'larvik'];

/** The readers of a world as it stands. One applicant is enough until there is something to tell too early. */
export async function readersOf(world: World, parted: boolean): Promise<Reader[]> {
  const passerBy = { name: 'passer-by', starts: publicStarts, follows: publicPages, client: world.anyone };
  const looking = parted ? curious : curious.slice(0, 1);
  const those = applicants.filter(({ key }) => looking.includes(key) && world.nominations.has(key));
  const own = those.map(async ({ key, email }) => ({
    name: key,
    starts: startsOf(world.editionId, world.nominations.get(key) as string, email),
    follows: ownPages,
    client: await world.as(email),
  }));
  return [passerBy, ...(await Promise.all(own))];
}

const startsOf = (edition: string, nomination: string, email: string): string[] => [
  '/min-side',
  `/soknad/${nomination}`,
  `/soknad/${nomination}/kvittering`,
  '/jury',
  '/sekretariat',
  `/api/v1/dev/mailbox?email=${encodeURIComponent(email)}`,
  '/api/v1/me',
  '/api/v1/nominations',
  ...['', '/receipt', '/submission', '/documents', '/members', '/statement', '/assessments'].map(
    (of) => `/api/v1/nominations/${nomination}${of}`,
  ),
  ...[
    '',
    '/nominations',
    '/ballots',
    '/progress',
    '/result',
    '/decisions',
    '/statements',
    '/publications',
    '/log',
  ].map((of) => `/api/v1/editions/${edition}${of}`),
];
