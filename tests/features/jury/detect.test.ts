/** Connections that the service sees: how many of them are there, how many it finds, and who is told. */
import t from 'tap';
import { detect, type KnownApplication, type KnownPerson } from '../../../src/features/jury/detect.ts';
import { ownMailOrganisation } from '../../../src/features/jury/mail-domains.ts';
import { detectionRules, type DetectionRule } from '../../../src/features/jury/schema.ts';
import { declareAll, judgingYear } from '../../helpers/jury-year.ts';

const today = '2026-10-20';

/** A graph with a fixed seed: organisations in families, people in them, and beside each true connection something that only looks like one. */
function seededGraph() {
  let seed = 20261020;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const number = (n: number) => String(910000000 + n);
  // 30 municipalities, each with an agency that belongs to it, its own domain, and a namesake elsewhere.
  const families = Array.from({ length: 30 }, (_, i) => ({
    owner: { name: `Kommune${i} kommune`, number: number(i), parent: null as string | null },
    agency: { name: `Etat${i}`, number: number(100 + i), parent: number(i) },
    domain: `kommune${i}.kommune.no`,
  }));
  const truth = new Set<string>();
  const plant = (rule: DetectionRule, person: string, application: string) =>
    truth.add(`${rule} ${person} ${application}`);
  const people: KnownPerson[] = [];
  const applications: KnownApplication[] = families.map(({ owner, domain }, i) => ({
    ...owner,
    id: `a${i}`,
    partners: [`Partner${i}`],
    members: [
      { personId: `m${i}`, email: `kari@${i % 3 ? domain : 'gmail.com'}`, current: true },
      { personId: `left${i}`, email: `gone@borte${i}.no`, current: false },
    ],
    advisers: [`v${i}`],
    earlier: [`e${i}`],
  }));
  const add = (places: KnownPerson['places'], email?: string, id = `p${people.length}`): string => {
    people.push({ id, email: email ?? `${id}@${pick(['gmail.com', 'online.no', 'hotmail.com'])}`, places });
    return id;
  };
  const place = (
    kind: KnownPerson['places'][number]['kind'],
    { name, number: no, parent }: { name: string; number: string | null; parent: string | null },
    endedOn: string | null = null,
  ) => ({ kind, name, number: no, parent, endedOn });
  families.forEach(({ owner, agency, domain }, i) => {
    const app = `a${i}`;
    plant('employer', add([place('employer', owner)]), app);
    plant('employer', add([place('seat', { ...owner, number: null, name: `KOMMUNE${i}` })]), app); // written in another way
    // The same organisation under a name nobody can match: there to be missed.
    if (i % 10 === 0)
      plant(
        'employer',
        add([place('employer', { name: `Rådhuset i nr. ${i}`, number: null, parent: null })]),
        app,
      );
    plant('office', add([place('office', owner)]), app);
    plant('former', add([place('former', owner, '2024-01-31')]), app);
    plant('former', add([place('former', owner, '2023-10-20')]), app); // the last day that counts
    add([place('former', owner, '2023-10-19')]); // the day before
    plant('sameOwner', add([place('employer', agency)]), app);
    plant('partner', add([place('employer', { name: `Partner${i} AS`, number: null, parent: null })]), app);
    add([place('employer', { name: owner.name, number: number(500 + i), parent: null })]); // a namesake with a number of its own
    add([place('employer', { name: `Kommune${i}vik`, number: null, parent: null })]); // only begins alike
    plant('access', add([], undefined, `m${i}`), app);
    plant('access', add([], undefined, `left${i}`), app);
    plant('advice', add([], undefined, `v${i}`), app);
    plant('earlier', add([], undefined, `e${i}`), app);
    const colleague = add([], `per@helse.${domain}`);
    if (i % 3) plant('mail', colleague, app);
    add([], `ola@annen${i}.kommune.no`); // another municipality
    add([], `kari.${i}@gmail.com`); // as every third contact person has
  });
  return { people, applications, truth };
}

t.test('a seeded graph: precision and recall of each rule', async (t) => {
  const { people, applications, truth } = seededGraph();
  const found = new Set(
    detect(people, applications, today).map(
      ({ rule, personId, nominationId }) => `${rule} ${personId} ${nominationId}`,
    ),
  );
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  t.comment(`${people.length} people, ${applications.length} applications, ${truth.size} connections`);
  for (const rule of detectionRules) {
    const ofRule = (all: Set<string>) => [...all].filter((one) => one.startsWith(`${rule} `));
    const hits = ofRule(found).filter((one) => truth.has(one)).length;
    const precision = share(hits, ofRule(found).length);
    const recall = share(hits, ofRule(truth).length);
    t.comment(
      `${rule.padEnd(9)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  (${hits} of ${ofRule(truth).length})`,
    );
    t.equal(precision, 1, `${rule}: nothing that is none`);
    t.ok(recall >= (rule === 'employer' ? 0.95 : 1), `${rule}: recall ${recall}`);
    t.ok(ofRule(truth).length >= 20, `${rule}: enough to tell`);
  }
});

t.test('mail that anybody can have says nothing of an organisation', async (t) => {
  for (const address of [
    'kari@gmail.com',
    'kari@hotmail.no',
    'kari@live.no',
    'kari@online.no',
    'kari@icloud.com',
    'kari@yahoo.co.uk',
    'kari@outlook.com',
    'kari@example.no',
    'kari@kommune.no',
    'kari@localhost',
    'kari',
  ])
    t.equal(ownMailOrganisation(address), undefined, address);
  t.equal(ownMailOrganisation('per@helse.oslo.kommune.no'), 'oslo.kommune.no');
  t.equal(ownMailOrganisation('PER@Oslo.Kommune.no'), 'oslo.kommune.no');
  t.equal(ownMailOrganisation('a@hod.dep.no'), 'hod.dep.no');
  t.equal(ownMailOrganisation('a@fhi.no'), 'fhi.no');
});

t.test(
  'what is seen is shown to the juror and to whoever decides, and to nobody else; people decide',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, nominations, ids, editionId, db } = year;
    const modum = nominations['Modum']!;
    const added = await clients.liv.post('/min-side/arbeid', {
      kind: 'office',
      organisation: 'Modum kommune',
      organisationNumber: '',
      parentNumber: '',
      endedOn: '',
    });
    t.equal(added.statusCode, 303);
    t.match((await clients.liv.get('/min-side/arbeid')).body, /Modum kommune/);
    const bad = await clients.liv.post('/min-side/arbeid', {
      kind: 'former',
      organisation: 'Larvik',
      organisationNumber: '12',
      parentNumber: '',
      endedOn: '',
    });
    t.equal(bad.statusCode, 422);
    t.match(bad.body, /value="Larvik"/);
    t.equal(
      (await clients.chair.post('/api/v1/me/affiliations', { kind: 'employer', organisation: 'Eigersund' }))
        .statusCode,
      201,
    );
    await db
      .insertInto('nomination_members')
      .values({
        nomination_id: modum,
        person_id: ids.second,
        added_by: ids.applicant,
        added_at: year.dates.judging,
        removed_at: year.dates.judging,
      })
      .execute();

    const page = await clients.liv.get('/jury/habilitet');
    t.match(page.body, /Har verv hos søkeren \(Modum kommune\)/);
    t.notMatch((await clients.nina.get('/jury/habilitet')).body, /Har verv hos/, 'not to the others');
    t.match(
      (await clients.second.get(`/sekretariat/${editionId}/habilitet`)).body,
      /har hatt tilgang/,
      'HAB-9: the secretariat, too',
    );

    const seen = async (who: 'chair' | 'deputyChair' | 'nina' | 'liv' | 'secretary') =>
      (await clients[who].get(`/api/v1/editions/${editionId}/conflict-proposals`))
        .json<{
          proposals: {
            personId: string;
            organisation: string;
            reasons: { rule: string; ground: string }[];
          }[];
        }>()
        .proposals.map(({ personId, organisation, reasons }) => [
          personId,
          organisation,
          reasons.map(({ rule }) => rule),
        ]);
    const byPerson = (rows: unknown[][]) => rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
    t.same(
      byPerson(await seen('chair')),
      byPerson([
        [ids.liv, 'Modum', ['office']],
        [ids.second, 'Modum', ['access']],
      ]),
      'never one’s own',
    );
    t.same(
      await seen('deputyChair'),
      [[ids.chair, 'Eigersund', ['employer']]],
      'the chair’s own: the next (HAB-4)',
    );
    for (const who of ['nina', 'liv', 'secretary'] as const) t.same(await seen(who), [], who);

    await declareAll(year);
    const leader = await clients.chair.get('/jury/leder');
    t.match(leader.body, /Mulige tilknytninger som ikke er meldt/);
    t.match(leader.body, /Har svart «ingen tilknytning»/);
    t.match((await clients.deputyChair.get('/jury/leder')).body, /Sigrid Falkangen og Eigersund/);
    t.notMatch(leader.body, /Sigrid Falkangen og Eigersund/);
    t.equal((await clients.liv.get(`/jury/soknad/${modum}`)).statusCode, 200, 'a proposal decides nothing');
    const key = `${modum}-${ids.liv}`;
    const decided = await clients.chair.post(`/jury/leder/habilitet/${modum}/${ids.liv}`, {
      [`outcome-${key}`]: 'yes',
      [`reach-${key}`]: 'choices',
      [`reason-${key}`]: 'Hun sitter i kommunestyret.',
    });
    t.equal(decided.statusCode, 303, decided.body);
    t.equal((await clients.liv.get(`/jury/soknad/${modum}`)).statusCode, 403);
    t.same(await seen('chair'), [[ids.second, 'Modum', ['access']]], 'what is decided is seen no more');
    t.equal(
      (
        await clients.chair.post(`/api/v1/nominations/${nominations['Eigersund']}/conflict-decisions`, {
          personId: ids.chair,
          recused: false,
          reason: 'Jeg mener det går fint.',
        })
      ).statusCode,
      403,
      'HAB-4: never one’s own',
    );
    t.equal(
      (
        await clients.deputyChair.post(`/api/v1/nominations/${nominations['Eigersund']}/conflict-decisions`, {
          personId: ids.chair,
          recused: true,
          reason: 'Ansatt hos søkeren.',
        })
      ).statusCode,
      201,
      'HAB-4: the next decides on the acting chair',
    );
    t.same(year.errors, []);
  },
);
