/** The nominated are told in confidence, agree to be named, and send words and a picture: a step of the plot that the season itself leaves out. */
import sharp from 'sharp';
import { applicants, people } from '../../../scripts/season/cast.ts';
import type { Step } from '../../../scripts/season/plot.ts';
import { nominationOf, type World } from '../../../scripts/season/world.ts';

export const telling: Step = { name: 'The nominated are told in confidence, and send a picture', run: tell };
export const quoteOf = (organisation: string): string => `Dette betyr mye for alle i ${organisation}.`;

async function tell(world: World): Promise<void> {
  const [secretary, leader] = [await world.as(people.secretary.email), await world.as(people.leader.email)];
  const words = { subject: 'Nytt om søknaden', body: 'Logg inn for å lese det.' };
  const { id } = await secretary.post<{ id: string }>(`/editions/${world.editionId}/letter-batches`, {
    title: 'Fortrolig',
    recipients: { audience: 'nominated' },
    about: 'confidence',
    texts: { nb: words, nn: words },
  });
  const { version, recipientsHash: seen } = await leader.get<{ version: number; recipientsHash: string }>(
    `/letter-batches/${id}`,
  );
  await leader.post(`/letter-batches/${id}/events`, { type: 'send', version, seen });
  for (const { key, email, organisation, contact } of applicants) {
    if (!world.nominated.includes(key)) continue;
    const who = await world.as(email);
    const path = `/nominations/${nominationOf(world, key)}/naming`;
    await who.put(`${path}/answer`, { version: 0, answer: 'agreed' });
    await who.put(`${path}/quote`, { version: 1, quote: quoteOf(organisation), quoted: contact });
    await who.upload(
      `${path}/picture`,
      { name: 'bilde.jpg', type: 'image/jpeg', body: await pictureFor(organisation) },
      { version: '2', alt: `Ansatte i ${organisation}`, credit: 'Kari Foto', consent: 'yes' },
    );
  }
}

/** Another one for each, and the same each time. */
const pictureFor = (organisation: string): Promise<Buffer> =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: {
        r: organisation.length * 7,
        g: organisation.charCodeAt(0),
        b: organisation.charCodeAt(1),
      },
    },
  })
    .jpeg()
    .toBuffer();
