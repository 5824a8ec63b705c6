/** The nominated are told in confidence: one agrees with picture and quote, one agrees, one has not answered yet. */
import type { Unit } from '../../../src/core/process/unit.ts';
import { approvePublication } from '../../../src/features/publication/commands.ts';
import { besideOf, shownNow } from '../../../src/features/publication/shown-beside.ts';
import type { Client, Playground } from '../client.ts';
import { taken } from '../samples.ts';

const must = (answer: { statusCode: number; body: string }, status: number): void => {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} ${answer.body}`);
};
const agree = async (who: Client, id: string): Promise<void> =>
  must(
    await who.send('PUT', `/api/v1/nominations/${id}/naming/answer`, { version: 0, answer: 'agreed' }),
    200,
  );

export async function tellNominated(
  site: Playground,
  editionId: string,
  ids: readonly string[],
): Promise<void> {
  const [secretary, leader, applicant] = [
    await site.as('secretary@example.no'),
    await site.as('leader@example.no'),
    await site.as('applicant@example.no'),
  ];
  const text = { subject: 'Nytt om søknaden', body: 'Logg inn for å lese det.' };
  const made = await secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
    title: 'Fortrolig',
    recipients: { audience: 'nominated' },
    about: 'confidence',
    texts: { nb: text, nn: text },
  });
  must(made, 201);
  const api = `/api/v1/letter-batches/${made.json<{ id: string }>().id}`;
  const { version, recipientsHash: seen } = (await leader.get(api)).json();
  must(await leader.post(`${api}/events`, { type: 'send', version, seen }), 200);
  const [first = '', second = ''] = ids;
  await agree(applicant, first);
  await agree(applicant, second);
  const words = { version: 1, quote: 'Dette betyr mye for oss.', quoted: 'Kari Leder, enhetsleder' };
  must(await applicant.send('PUT', `/api/v1/nominations/${first}/naming/quote`, words), 200);
  const about = { version: '2', alt: 'Fem ansatte rundt et bord', credit: 'Kari Foto', consent: 'yes' };
  must(await applicant.upload(`/api/v1/nominations/${first}/naming/picture`, [taken.png], about), 200);
}

/** The one who had not answered says yes: now it can be published. */
export const lastAgrees = async (site: Playground, id: string): Promise<void> =>
  agree(await site.as('applicant@example.no'), id);

/** Approves what is shown at that moment, quotes and pictures with it. */
export async function approveAsShown(unit: Unit, id: string, version: number): Promise<void> {
  const { decision_id } = await unit.trx
    .selectFrom('publications')
    .select('decision_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await approvePublication(unit, id, { version, seen: shownNow(await besideOf(unit.trx, decision_id)) });
}
