/** Readers who wait for an answer that is being made: one makes it, the others get it, and nobody gets what was begun before a write. */
import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import t from 'tap';
import { transact } from '../../../src/core/process/unit.ts';
import { keepAnswers, keptAnswers } from '../../../src/features/publication/kept-answers.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { fixedClock, osloInstant, realClock, type Clock } from '../../../src/platform/clock.ts';
import { testDatabase } from '../../helpers/database.ts';

const { db } = await testDatabase(t);
const now = osloInstant('2026-05-04', '12:00');
const write = () =>
  transact(db, { actor: systemActor, now, requestId: 'test' }, async (unit) =>
    unit.record({ editionId: null, subjectType: 'practice', subjectId: null, event: 'purge' }),
  );

/** A page that is made when the test lets it: the first time, the second, and so on. */
async function site(
  test: { teardown(work: () => Promise<unknown>): void },
  clock: Clock = fixedClock(now),
  // Longer than in the service: what is tried here is not the time, and the machine may be busy.
  mostMs = 60_000,
) {
  const app = fastify();
  await app.register(keptAnswers, { clock });
  const making: PromiseWithResolvers<void>[] = [];
  const asked: string[] = [];
  app.decorateRequest('now');
  app.addHook('onRequest', async (request) => {
    request.now = await clock.now();
    asked.push(`${request.method} ${request.url}`);
  });
  keepAnswers(app, db, mostMs);
  app.get('/side', async (_request, reply) => {
    const mine = Promise.withResolvers<void>();
    const count = making.push(mine);
    await mine.promise;
    return reply.type('text/plain').send(`Laget ${count}`);
  });
  test.teardown(() => app.close());
  const ask = async () => {
    const { statusCode, body } = await app.inject('/side');
    return statusCode === 200 ? body : statusCode;
  };
  return {
    making,
    asked,
    ask,
    many: (count: number) => Promise.all(Array.from({ length: count }, ask)),
    async begun(count: number) {
      for (let tries = 0; making.length < count; tries++) {
        if (tries > 500) throw new Error(`Only ${making.length} are being made`);
        await pause(10);
      }
    },
  };
}

t.test('while it is made, everybody who comes waits for it', async (t) => {
  const { making, ask, many, begun } = await site(t);
  const first = ask();
  await begun(1);
  const others = many(30);
  await pause(100);
  t.equal(making.length, 1, 'nobody else makes it');
  making[0]!.resolve();
  t.same([await first, ...new Set(await others)], ['Laget 1', 'Laget 1']);
  t.equal(await ask(), 'Laget 1', 'and it is kept');
});

t.test(
  'a write in the meantime: those who wait get none of the old, and one of them makes the new',
  async (t) => {
    const { making, ask, many, begun } = await site(t);
    const first = ask();
    await begun(1);
    const others = many(30);
    await pause(100);
    await write();
    making[0]!.resolve();
    t.equal(await first, 'Laget 1', 'whoever asked before the write may have what was there');
    await begun(2);
    await pause(100);
    t.equal(making.length, 2, 'one makes it, the others go on waiting');
    making[1]!.resolve();
    t.same([...new Set(await others)], ['Laget 2']);
  },
);

t.test('it fails for the one who makes it: the next makes it, and nobody waits for ever', async (t) => {
  const { making, ask, many, begun } = await site(t);
  const first = ask();
  await begun(1);
  const others = many(5);
  await pause(100);
  making[0]!.reject(new Error('the database was away'));
  t.equal(await first, 500);
  await begun(2);
  making[1]!.resolve();
  t.same([...new Set(await others)], ['Laget 2']);
  t.equal(making.length, 2);
});

t.test(
  'what is fresh is sent before anything is asked of a request, and as it was sent to the first',
  async (t) => {
    const app = fastify();
    t.teardown(() => app.close());
    await app.register(keptAnswers, { clock: realClock });
    const asked: string[] = [];
    app.decorateRequest('now');
    app.addHook('onRequest', async (request) => {
      request.now = await realClock.now();
      asked.push(`${request.method} ${request.url}`);
    });
    keepAnswers(app, db, 60_000);
    app.get('/bilde', async (_request, reply) =>
      reply
        .headers({ 'cross-origin-resource-policy': 'cross-origin', 'set-cookie': 'lang=nn' })
        .type('image/png')
        .send(Buffer.from('et bilde')),
    );
    const first = await app.inject('/bilde');
    const next = await app.inject('/bilde');
    t.same(asked, ['GET /bilde'], 'only the first was asked anything');
    t.equal(first.headers['set-cookie'], 'lang=nn');
    const { date: _, 'set-cookie': _own, ...headers } = first.headers;
    const { date: _later, ...seen } = next.headers;
    t.same(seen, headers, 'the same headers, but for what was only for the first');
    t.same(next.rawPayload, first.rawPayload);
    const known = await app.inject({
      url: '/bilde',
      headers: { 'if-none-match': String(next.headers.etag) },
    });
    t.same([known.statusCode, known.body], [304, '']);
    await app.inject('/bilde?lang=nn');
    await app.inject({ method: 'HEAD', url: '/bilde' });
    t.same(
      asked.slice(1),
      ['GET /bilde?lang=nn', 'HEAD /bilde'],
      'but a choice of language is heard, and HEAD',
    );
    await write();
    t.equal((await app.inject('/bilde')).headers['set-cookie'], 'lang=nn', 'after a write it is made anew');
  },
);

t.test(
  'in the second half of its time one makes it anew, and nobody else waits or is asked anything',
  async (t) => {
    const { making, asked, ask, many, begun } = await site(t, realClock, 6000);
    const first = ask();
    await begun(1);
    making[0]!.resolve();
    t.equal(await first, 'Laget 1');
    await pause(3200);
    const again = ask();
    await begun(2);
    t.same([...new Set(await many(30))], ['Laget 1'], 'while it is being made, the kept one is sent');
    t.equal(asked.length, 2, 'and only the two who made it came that far');
    making[1]!.resolve();
    t.equal(await again, 'Laget 2');
    t.equal(await ask(), 'Laget 2');
  },
);
