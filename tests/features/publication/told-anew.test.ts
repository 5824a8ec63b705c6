/** Once the right result is out after a wrong one, its page leads whoever writes letters to one that tells those who were told (issue 5 §3). */
import { parseHTML } from 'linkedom';
import t from 'tap';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { applyDue } from '../../../src/features/due.ts';
import { takeDownPublication } from '../../../src/features/publication/commands-release.ts';
import { addMinutes } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { approved, nominated, texts } from '../../helpers/nominated-year.ts';

const notice = { nb: 'Vi retter en feil.', nn: 'Vi rettar ein feil.' };

t.test(
  'the winner was taken down: a letter is prepared, to those who had one, and the link goes with it',
  async (t) => {
    const site = await playground(t);
    const { db, log } = site.services;
    const { year, ceremony, at } = await nominated(db);
    const after = (minutes: number) => addMinutes(ceremony, minutes);
    const wrong = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
    await applyDue({ db, log }, ceremony);
    const secretary = await site.as('secretary@example.no');
    const second = await site.as('second@example.no');
    const leader = await site.as('leader@example.no');
    const batches = `/sekretariat/${year.id}/utsendinger`;
    const link = `a[href="${batches}/ny?til=rettet-vinner"]`;
    const linked = async (who = secretary) => {
      const answer = await who.get(`/sekretariat/${year.id}/offentliggjoring`);
      t.equal(answer.statusCode, 200);
      return parseHTML(answer.body).document.querySelectorAll(link).length;
    };

    await site.setClock(after(1));
    t.equal(await linked(), 0, 'nothing was wrong');
    await year.as('leader', after(5), (unit) =>
      takeDownPublication(unit, wrong.id, { version: wrong.version, reason: 'Feil navn', notice }),
    );
    await site.setClock(after(6));
    t.equal(await linked(), 0, 'what is right is not out');
    await approved(year, after(20), { kind: 'winner', publishAt: after(30), texts, correction: notice });
    await site.setClock(after(29));
    t.equal(await linked(), 0, 'nor while it waits');
    await site.setClock(after(31));
    t.equal(await linked(), 1);
    t.equal(await linked(leader), 0, 'a leader approves letters and writes none');

    const { document } = parseHTML((await secretary.get(`${batches}/ny?til=rettet-vinner`)).body);
    const valueOf = (name: string) =>
      document.querySelector(`[name="${name}"]`)?.getAttribute('value') ??
      document.querySelector(`[name="${name}"]`)?.textContent ??
      '';
    const chosen = (name: string) =>
      [...document.querySelectorAll(`[name="${name}"][checked]`)].map(
        (one) => one.getAttribute('value') ?? '',
      );
    const fields = ['title', 'texts.nb.subject', 'texts.nb.body', 'texts.nn.subject', 'texts.nn.body'];
    const form = {
      ...Object.fromEntries(fields.map((name) => [name, valueOf(name)])),
      audience: chosen('audience')[0],
      about: chosen('about')[0],
      jurors: chosen('jurors')[0],
      states: chosen('states'),
    };
    t.match(form, { title: 'Rettet: vinneren', audience: 'applications', about: 'winner' });
    const written = await secretary.post(`${batches}/ny`, form);
    t.equal(written.statusCode, 303, 'as it stands it can be saved');
    const id = String(written.headers.location).split('/').at(-1);
    t.equal(await linked(), 1, 'it has not gone yet');
    const {
      to,
      version,
      recipientsHash: seen,
    } = (await second.get(`/api/v1/letter-batches/${id}`)).json<WholeBatch>();
    const told = await db
      .selectFrom('letters')
      .select('nomination_id')
      .where('template', '=', 'outcome')
      .execute();
    t.same(
      to.map(({ nominationId }) => nominationId).toSorted(),
      told.map(({ nomination_id }) => nomination_id).toSorted(),
      'to those who had been told',
    );
    const sent = await second.post(`/api/v1/letter-batches/${id}/events`, { type: 'send', version, seen });
    t.equal(sent.statusCode, 200, sent.body);
    t.equal(await linked(), 0, 'they know');
  },
);

t.test(
  'the nominated were taken down: the same of them, and a mere correction has nothing to tell',
  async (t) => {
    const site = await playground(t);
    const { db, log } = site.services;
    const { year, finalists, finalistsAt } = await nominated(db);
    const after = (minutes: number) => addMinutes(finalistsAt, minutes);
    await applyDue({ db, log }, finalistsAt);
    const secretary = await site.as('secretary@example.no');
    const page = async () => (await secretary.get(`/sekretariat/${year.id}/offentliggjoring`)).body;
    await approved(year, after(1), { kind: 'finalists', publishAt: after(2), texts, correction: notice });
    await site.setClock(after(3));
    t.notMatch(await page(), 'til=rettet');
    const { id, version } = await db
      .selectFrom('publications')
      .select(['id', 'version'])
      .where('corrects', '=', finalists.id)
      .executeTakeFirstOrThrow();
    await year.as('leader', after(5), (unit) =>
      takeDownPublication(unit, id, { version, reason: 'Feil navn', notice }),
    );
    await approved(year, after(6), { kind: 'finalists', publishAt: after(7), texts, correction: notice });
    await site.setClock(after(8));
    t.match(await page(), `/sekretariat/${year.id}/utsendinger/ny?til=rettet-nominerte`);
    const { body } = await secretary.get(
      `/sekretariat/${year.id}/utsendinger/ny?til=rettet-nominerte&lang=nn`,
    );
    t.match(body, /Retta: dei nominerte/);
  },
);
