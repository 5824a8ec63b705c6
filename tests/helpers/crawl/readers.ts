/** Who looks for what is not public yet: whoever passes by, applicants, and jurors beyond their own meeting. */
import { setTimeout as pause } from 'node:timers/promises';
import { applicants, jury } from '../../../scripts/season/cast.ts';
import { YEAR } from '../../../scripts/season/dates.ts';
import type { Leak } from '../../../scripts/season/leaks.ts';
import { readersOf } from '../../../scripts/season/readers.ts';
import { nominationOf } from '../../../scripts/season/world.ts';
import { PICTURES, pressKitPath, slugsOf } from '../../../src/features/publication/schema-nominee.ts';
import { readingAddresses } from '../addresses.ts';
import type { TestApp } from '../app.ts';
import { languages } from './lacking.ts';
import type { Curious, Site } from './site.ts';

const slugs = slugsOf(applicants.map(({ organisation }) => organisation));
/** What could be there, for each of the applicants, whether something leads there or not. */
const guesses = [
  pressKitPath(YEAR),
  `/api/v1/public/editions/${YEAR}/press-kit`,
  ...languages.flatMap((lang) => [
    ...['/', '/feed.atom', '/feed.json', '/kalender.ics', '/utlysning', `/prisen/${YEAR}`].map((path) =>
      (lang + path).replace(/(.)\/$/, '$1'),
    ),
    ...slugs.flatMap((slug) =>
      ['', ...Object.values(PICTURES).map((name) => `/${name}`)].map(
        (of) => `${lang}/prisen/${YEAR}/nominerte/${slug}${of}`,
      ),
    ),
  ]),
];
/** Everything that a page of the public leads to, what it is made of, too. */
const inPublic = /^\/(?!min-side|soknad|dokument|jury|sekretariat|administrasjon|api\/v1\/(?!public))/;

/** When one's keys were used, and the hour on the page for a file that there is not: neither of the domain nor the same on two servers. */
const byRealTime = /\/(nokler|tokens)\b|^\/assets\//;

/** A passer-by and applicants; `everybody`: not only the one whom the outcome concerns most. */
export const outsiders =
  (everybody: boolean): Curious =>
  async () =>
  async (world) => {
    const [passerBy, ...applying] = await readersOf(world, everybody);
    if (!passerBy) throw new Error('Nobody passes by.');
    return [{ ...passerBy, starts: [...passerBy.starts, ...guesses], follows: inPublic }, ...applying];
  };

/** The same, at every address that the service has for reading, whatever leads there. */
export const atEveryAddress =
  (app: TestApp['app']): Curious =>
  async (site) => {
    const [starts, asked] = [await everyAddress(site, app), await outsiders(false)(site)];
    return async (world) => (await asked(world)).map((reader) => ({ ...reader, starts, follows: /(?!)/ }));
  };

async function everyAddress({ database, worlds: [world] }: Site, app: TestApp['app']): Promise<string[]> {
  const all = await readingAddresses({ app, db: database.db }, nominationOf(world, 'eigersund'), 6, {
    year: [String(YEAR)],
    slug: slugs.slice(0, 3),
    kind: ['finalists', 'winner'],
  });
  return all.filter((address) => !byRealTime.test(address));
}

/** Two of the jury: one was in every meeting, the other is out of what concerns one of the nominated. */
const [member, recused] = [jury[2]!, jury[3]!];
/** In which order they were opened, and so stand in one's own data, is the crawler's. */
const openings = /\/(mine-opplysninger\.json|me\/data)$/;
const protocol = /\/(protokoll(\.\w+)?|jury-protocol)$/;

/** Where a juror is at work: the pages of the jury and one's own, and what programs are told of a year and its applications. */
const ofJurors = /^\/(jury|min-side|api\/v1\/(editions|nominations))\b/;

/** Jurors where they are at work, or at every address of the service; and wherever their pages lead. */
export const jurors =
  (app: TestApp['app'], { everywhere }: { everywhere: boolean }): Curious =>
  async (site) => {
    await figuresAreReady(site);
    const starts = (await everyAddress(site, app)).filter(
      (address) => !openings.test(address) && (everywhere || ofJurors.test(address)),
    );
    return async (world) =>
      Promise.all(
        [member, recused].map(async ({ email, name }) => ({
          name,
          starts: [...starts, `/api/v1/dev/mailbox?email=${encodeURIComponent(email)}`],
          follows: /^\/(jury|min-side)\b(?!\/mine-opplysninger)/,
          client: await world.as(email),
        })),
      );
  };
/** What was decided stands in the protocol of the meeting, for those who were there. */
export const ofTheMeeting = ({ address }: Leak): boolean =>
  address.startsWith(`${member.name} `) && protocol.test(address);

/** What is computed in a thread of its own is there or not yet, whatever the outcome. */
async function figuresAreReady({ worlds }: Site): Promise<void> {
  for (const world of worlds)
    for (const { email } of [member, recused]) {
      const who = await world.as(email);
      const isReady = async () =>
        (await who.get<{ redrawing: { state: string } }>(`/editions/${world.editionId}/result/figures`))
          .redrawing.state === 'done';
      for (let i = 0; !(await isReady()); i++) {
        if (i === 900) throw new Error('the juries of the result are never re-drawn');
        await pause(200);
      }
    }
}
