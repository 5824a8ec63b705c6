/** The pages of an application, as forms without JavaScript: nothing written is lost, nothing is told too early. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { addDays, addMinutes, instant, parseOsloDeadline } from '../../../src/platform/clock.ts';
import { texts } from '../../../src/ui/text/index.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';
import { plannedYear } from '../../helpers/year.ts';

const base = await playground(t);
const { db } = base.services;
const year = await plannedYear(db);
const edition = await db
  .selectFrom('editions')
  .selectAll()
  .where('id', '=', year.id)
  .executeTakeFirstOrThrow();
await year.send('secretary', addDays(edition.opens_at, -7), 'announce');
const during = addDays(edition.opens_at, 10);
await base.setClock(during);
const secretary = await base.as('secretary@example.no');
const t_ = texts('nb').nominations;

/** The little that these tests use of a document; the service itself knows no DOM. */
interface Node {
  name: string;
  type: string;
  value: string;
  tagName: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Node[];
}
const page = (answer: { body: string }) => parseHTML(answer.body).document as unknown as Node;
const main = (answer: { body: string }): string =>
  (page(answer).querySelectorAll('main')[0]?.textContent ?? '').replace(/\s+/g, ' ');
/** The fields of the form with this action as a browser would send them, with what a person changes. */
function fill(
  answer: { body: string },
  action: RegExp,
  changes: Record<string, string> = {},
): Record<string, string> {
  const form = page(answer)
    .querySelectorAll('form')
    .find((each) => action.test(each.getAttribute('action') ?? '')) as Node;
  const sent: Record<string, string> = {};
  for (const field of form.querySelectorAll('input, textarea')) {
    const { name, type, value } = field;
    const chosen = !['radio', 'checkbox'].includes(type) || field.hasAttribute('checked');
    if (name && type !== 'file' && chosen)
      sent[name] = (field.tagName === 'TEXTAREA' ? field.textContent?.replace(/^\n/, '') : value) ?? '';
  }
  return { ...sent, ...changes };
}

async function start(person: Client, organisation: string): Promise<string> {
  const answer = await person.post('/soknad/ny?slag=virksomhet', { organisation, language: 'nb' });
  t.equal(answer.statusCode, 303, answer.body);
  return String(answer.headers.location);
}
async function answerAll(person: Client, home: string): Promise<void> {
  for (const section of ['om', 'kriterier', 'tillegg', 'godkjenning']) {
    const form = await person.get(`${home}/del/${section}`);
    const fields = fill(form, /\/del\//);
    const ticks = page(form)
      .querySelectorAll('input[type=checkbox]')
      .map(({ name }) => [name, 'yes']);
    const words = Object.keys(fields)
      .filter((name) => name.startsWith('a-'))
      .map((name) => [name, 'Vi øver på det vanskelige.']);
    const saved = await person.post(`${home}/del/${section}`, {
      ...fields,
      ...Object.fromEntries(words),
      ...Object.fromEntries(ticks),
      then: 'next',
    });
    t.equal(saved.statusCode, 303, saved.body);
  }
}

t.test(
  'begin: a name that two municipalities share is asked about, and what was written stays',
  async (t) => {
    const kari = await base.as('kari@heroy.example');
    const asked = await kari.post('/soknad/ny?slag=kommune', {
      organisation: 'Herøy',
      unit: 'Hjemmetjenesten',
      language: 'nn',
    });
    t.equal(asked.statusCode, 422);
    t.match(fill(asked, /\/soknad\/ny/), { organisation: 'Herøy', unit: 'Hjemmetjenesten', language: 'nn' });
    t.same(
      page(asked)
        .querySelectorAll('input[name=key]')
        .map(({ value }) => value),
      ['kommune:1515', 'kommune:1818', ''],
    );
    const done = await kari.post(
      '/soknad/ny?slag=kommune',
      fill(asked, /\/soknad\/ny/, { key: 'kommune:1818' }),
    );
    t.equal(done.statusCode, 303);
    t.match(main(await kari.get(String(done.headers.location))), /Herøy \(Nordland\).*Hjemmetjenesten/);
    const unknown = await kari.post('/soknad/ny?slag=kommune', { organisation: 'Herøj', language: 'nb' });
    t.match(main(unknown), 'Vi finner ikke kommunen i registeret');
    const parallel = await kari.post('/soknad/ny?slag=kommune', {
      organisation: 'gaivuotna',
      language: 'nb',
    });
    t.match(main(await kari.get(String(parallel.headers.location))), 'Gáivuotna - Kåfjord - Kaivuono');
    const district = await kari.post('/soknad/ny?slag=bydel', { organisation: 'frogner', language: 'nb' });
    t.match(main(await kari.get(String(district.headers.location))), 'Bydel Frogner');
    const elsewhere = await kari.post('/soknad/ny?slag=bydel', {
      organisation: 'Årstad bydel, Bergen',
      language: 'nb',
    });
    t.match(main(await kari.get(String(elsewhere.headers.location))), 'Årstad bydel, Bergen');
  },
);

t.test(
  'from the empty form to the receipt without JavaScript; a double click gives one receipt',
  async (t) => {
    const kari = await base.as('kari@solbakken.example');
    const home = await start(kari, 'Solbakken');
    t.match(main(await kari.get(`${home}/send-inn`)), /Mangler: Svar på «Kontaktperson»/);
    t.match((await kari.get(`${home}/send-inn`)).body, `href="${home}/del/om#field-a-`);
    t.match(
      (await kari.get(`${home}/send-inn`)).body,
      /href="#sjekkliste"[\s\S]*id="sjekkliste"/,
      'what is missing is said before everything that is to be read',
    );
    await answerAll(kari, home);
    t.match(main(await kari.get(home)), '14 av 14 obligatoriske spørsmål');
    const up = await kari.upload(`${home}/vedlegg`, [
      taken.pdf,
      { name: 'x.html', content: Buffer.from('<p>') },
    ]);
    t.equal(up.statusCode, 415);
    t.match(main(up), /«x.html» er en nettside.*Filen er lastet opp.*Årsrapport.pdf/);
    const preview = await kari.get(`${home}/send-inn`);
    t.match(main(preview), /Kort om etikkarbeidet deres ?Vi øver på det vanskelige\..*Årsrapport\.pdf/);
    const form = fill(preview, /send-inn/);
    const clicks = await Promise.all([
      kari.post(`${home}/send-inn`, form),
      kari.post(`${home}/send-inn`, form),
    ]);
    t.same(
      clicks.map(({ statusCode, headers }) => [statusCode, headers.location]),
      [
        [303, `${home}/kvittering`],
        [303, `${home}/kvittering`],
      ],
    );
    const receipt = await kari.get(`${home}/kvittering`);
    t.match(main(receipt), /EP-\w{4}-\w{4}.*Versjon ?1.*Årsrapport\.pdf.*[0-9a-f]{64}/);
    t.match(main(await kari.get(home)), 'Fram til 15. oktober 2026 kl. 23.59 kan dere åpne den');
  },
);

t.test(
  'sent in from the page: the last millisecond counts, the first after it does not, also on the day when summer time ends',
  async (t) => {
    const closes = { closes_at: edition.closes_at };
    for (const [i, [date, time, words]] of [
      ['2026-10-15', '23:59', '15. oktober 2026 kl. 23.59'],
      ['2026-10-25', '01:30', '25. oktober 2026 kl. 01.30'],
      ['2026-10-25', '23:59', '25. oktober 2026 kl. 23.59'],
    ].entries()) {
      const closing = parseOsloDeadline(date as string, time as string);
      if (!closing.ok) throw new Error(closing.fault);
      const last = instant(closing.instant.getTime() - 1);
      await db
        .updateTable('editions')
        .set({ closes_at: closing.instant })
        .where('id', '=', year.id)
        .execute();
      await base.setClock(during);
      const kari = await base.as(`kari${i}@fristen.example`);
      const [inTime, tooLate] = [await start(kari, `Rakk det ${i}`), await start(kari, `For sent ${i}`)];
      for (const home of [inTime, tooLate]) await answerAll(kari, home);
      await base.setClock(last);
      const forms = [
        fill(await kari.get(`${inTime}/send-inn`), /send-inn/),
        fill(await kari.get(`${tooLate}/send-inn`), /send-inn/),
      ];
      for (const home of [inTime, `${inTime}/del/om`, `${inTime}/send-inn`])
        t.match(
          main(await kari.get(home)),
          `${words} (norsk tid). Fristen går ut om under ett minutt.`,
          `${home}: the exact time, its zone, and what is left`,
        );
      const sent = await kari.post(`${inTime}/send-inn`, forms[0]);
      t.match([sent.statusCode, sent.headers.location], [303, `${inTime}/kvittering`], `${date} ${time}`);
      await base.setClock(closing.instant);
      const late = await kari.post(`${tooLate}/send-inn`, forms[1]);
      t.equal(late.statusCode, 409, `${date} ${time}`);
      t.match(main(late), `Fristen var ${words}`);
      t.match(main(await kari.get(inTime)), /Søknaden er mottatt|sendt inn/);
      t.match(main(await kari.get(tooLate)), 'Fristen er ute.');
    }
    const states = await db
      .selectFrom('nominations')
      .select(['organisation_name', 'state'])
      .where((eb) =>
        eb.or([eb('organisation_name', 'like', 'Rakk det%'), eb('organisation_name', 'like', 'For sent%')]),
      )
      .orderBy('organisation_name')
      .execute();
    t.same(
      states.map(({ state }) => state),
      ['draft', 'draft', 'draft', 'submitted', 'submitted', 'submitted'],
    );
    await db.updateTable('editions').set(closes).where('id', '=', year.id).execute();
    await base.setClock(during);
  },
);

t.test('what is sent is what was shown: a colleague’s change in between is shown first', async (t) => {
  const kari = await base.as('kari@vik.example');
  const home = await start(kari, 'Vik');
  await answerAll(kari, home);
  const form = fill(await kari.get(`${home}/send-inn`), /send-inn/);
  const about = await kari.get(`${home}/del/om`);
  const [field] = Object.keys(fill(about, /\/del\//)).filter((name) => name.startsWith('a-'));
  await kari.post(`${home}/del/om`, fill(about, /\/del\//, { [field as string]: 'Endret', then: 'stay' }));
  const refused = await kari.post(`${home}/send-inn`, form);
  t.equal(refused.statusCode, 409);
  t.match(main(refused), /Søknaden er endret siden du åpnet denne siden.*Endret/);
  t.equal((await kari.post(`${home}/send-inn`, fill(refused, /send-inn/))).statusCode, 303);
});

t.test('two tabs: both texts are shown, and either can be kept', async (t) => {
  const kari = await base.as('kari@to.example');
  const nils = await base.as('nils@to.example');
  const home = await start(kari, 'To faner');
  t.equal((await kari.post(`${home}/medarbeidere`, { email: 'nils@to.example' })).statusCode, 303);
  const url = `${home}/del/om`;
  const hers = await kari.get(url);
  const his = await nils.get(url);
  const [contact, summary] = Object.keys(fill(hers, /\/del\//)).filter((name) => name.startsWith('a-')) as [
    string,
    string,
  ];
  await kari.post(url, fill(hers, /\/del\//, { [contact]: 'Karis tekst' }));
  const clash = await nils.post(
    url,
    fill(his, /\/del\//, { [contact]: 'Nils sin tekst', [summary]: 'Bare Nils skrev her', then: 'stay' }),
  );
  t.equal(clash.statusCode, 409);
  t.match(
    main(clash),
    /Noen andre har skrevet i det samme feltet.*kari@to\.example lagret dette.*Karis tekst/,
  );
  t.match(fill(clash, /\/del\//), {
    [contact]: 'Nils sin tekst',
    [summary]: 'Bare Nils skrev her',
    [contact.replace('a-', 'v-')]: '1',
    [contact.replace('a-', 'c-')]: 'mine',
  });
  t.same(await htmlProblems(clash.body), []);
  const keep = await nils.post(
    url,
    fill(clash, /\/del\//, { [contact.replace('a-', 'c-')]: 'theirs', then: 'stay' }),
  );
  t.equal(keep.statusCode, 303);
  t.match(fill(await kari.get(url), /\/del\//), {
    [contact]: 'Karis tekst',
    [summary]: 'Bare Nils skrev her',
  });
  const again = await kari.post(
    url,
    fill(hers, /\/del\//, { [contact]: 'Ny tekst', [summary]: 'Bare Nils skrev her', then: 'stay' }),
  );
  t.equal(again.statusCode, 303, 'nobody else has changed what she changes');
  t.match(fill(await kari.get(url), /\/del\//), { [contact]: 'Ny tekst' });
});

t.test('asking to join: the same page whether or not there is an application', async (t) => {
  const nils = await base.as('nils@join.example');
  const ask = async (organisation: string) => {
    const sent = await nils.post('/soknad/bli-med', { kind: 'enterprise', organisation });
    return [sent.statusCode, sent.headers.location, (await nils.get(String(sent.headers.location))).body];
  };
  t.same(await ask('Solbakken'), await ask('Ingen steder'));
  t.match(
    main(await secretary.get('/sekretariat/foresporsler')),
    /nils@join\.example vil bli med på en søknad fra Solbakken.*Ja, la vedkommende/,
  );
  const kari = await base.as('kari@solbakken.example');
  const [mine] = (await kari.get('/api/v1/nominations')).json().nominations;
  const members = await kari.get(`/soknad/${mine.id}/medarbeidere`);
  t.match(main(members), 'vil bli med på en søknad fra Solbakken');
  t.equal(
    (await kari.post(`/soknad/${mine.id}/medarbeidere/svar`, fill(members, /svar$/, { nomination: mine.id })))
      .statusCode,
    303,
  );
  t.equal((await nils.get(`/soknad/${mine.id}`)).statusCode, 200);
});

t.test(
  'the formal check: returned with reason and due date, completed, admitted; rejected with a reason',
  async (t) => {
    const kari = await base.as('kari@formell.example');
    const home = await start(kari, 'Formell');
    const office = home.replace('/soknad/', '/sekretariat/soknad/');
    t.equal((await secretary.get(office)).statusCode, 409, 'a draft');
    await answerAll(kari, home);
    const about = await kari.get(`${home}/del/om`);
    await kari.post(`${home}/send-inn`, fill(await kari.get(`${home}/send-inn`), /send-inn/));
    t.match(main(await secretary.get(office)), 'Vent til søknadsfristen er ute');
    await base.setClock(addDays(edition.closes_at, 1));
    const ask = `${office}/mangler`;
    t.match((await secretary.get(office)).body, `href="${ask}"`);
    const form = await secretary.get(ask);
    t.match(form.body, 'name="version" value="1"');
    const [field = '', other = ''] = Object.keys(fill(about, /\/del\//)).filter((name) =>
      name.startsWith('a-'),
    );
    const part = field.slice(2);
    const fields = {
      version: '1',
      [`part-${part}`]: 'yes',
      [`note-${part}`]: 'Lederens navn mangler',
      reason: 'Nesten i mål.',
      due: '2026-10-20',
      dueTime: '23:59',
    };
    const refused = async (changes: Record<string, string>, what: RegExp) => {
      const answer = await secretary.post(ask, { ...fields, ...changes });
      t.match([answer.statusCode, main(answer)], [422, what]);
      return answer;
    };
    await refused({ reason: '' }, /Skriv en begrunnelse/);
    await refused({ due: '2026-10-01' }, /ligger fram i tid/);
    await refused({ due: '2026-10-25', dueTime: '02:30' }, /kommer to ganger/);
    const unsaid = await refused({ [`note-${part}`]: ' ' }, /Skriv hva som mangler i denne delen/);
    t.match(unsaid.body, `name="part-${part}" value="yes" checked`, 'what was ticked is ticked');
    const { [`part-${part}`]: _, ...noPart } = fields;
    const none = await secretary.post(ask, noPart);
    t.match([none.statusCode, main(none)], [422, /Kryss av for minst én del/]);
    t.equal((await secretary.post(ask, fields)).statusCode, 303);
    t.match(main(await secretary.get(office)), /Vi har bedt om.*Lederens navn mangler/);
    t.match(
      main(await kari.get(home)),
      /Vi trenger mer fra dere innen 20\. oktober 2026 kl\. 23\.59.*Nesten i mål.*Dette mangler.*Lederens navn mangler.*Disse delene er låst/,
    );
    const returned = await kari.get(`${home}/del/om`);
    t.match(main(returned), /Sekretariatet skriver: ?Lederens navn mangler.*Låste spørsmål i denne delen/);
    t.notMatch(returned.body, `name="${other}"`, 'the others are read, not written');
    t.match(main(await kari.get(`${home}/del/kriterier`)), /Denne delen er låst/);
    t.equal((await kari.post(`${home}/del/kriterier`, { then: 'stay' })).statusCode, 409);
    await kari.post(`${home}/del/om`, fill(returned, /\/del\//, { [field]: 'Nå er det med', then: 'stay' }));
    t.equal(
      (await kari.post(`${home}/send-inn`, fill(await kari.get(`${home}/send-inn`), /send-inn/))).headers
        .location,
      `${home}/kvittering`,
    );
    t.match(main(await kari.get(`${home}/kvittering`)), /Versjon ?2/);
    t.equal(
      (await secretary.post(office, fill(await secretary.get(office), /\/soknad\//, { event: 'admit' })))
        .statusCode,
      303,
    );
    t.match(main(await kari.get(home)), t_.overview.now.admitted);
    const unreasoned = await secretary.post(office, { event: 'reject', version: 4, rejectReason: '' });
    t.match([unreasoned.statusCode, main(unreasoned)], [422, /Skriv en begrunnelse/]);
    const proposed = await secretary.post(office, {
      event: 'reject',
      version: 4,
      rejectReason: 'Gjelder ikke helse og omsorg',
    });
    t.same([proposed.statusCode, proposed.headers.location], [303, `${office}?lagret=foreslatt`]);
    t.notMatch(
      main(await kari.get(home)),
      /Gjelder ikke helse og omsorg|[Aa]vvist/,
      'nothing before the approval',
    );
    const own = await secretary.get(`${office}?lagret=foreslatt`);
    t.match(main(own), /Nå må en annen godkjenne.*Du foreslo dette/);
    t.notMatch(own.body, /avvisning\/[-\w]+\/godkjenn/);
    t.same(await htmlProblems(own.body), []);
    const second = await base.as('second@example.no');
    t.match(main(await second.get('/min-side')), /Svar på et forslag om å avvise en søknad/);
    const asked = await second.get(office);
    t.match(main(asked), /Ingeborg Aashagen foreslo.*Gjelder ikke helse og omsorg.*Avvis søknaden/);
    t.same(await htmlProblems(asked.body), []);
    const approve = /action="([^"]*\/avvisning\/[-\w]+\/godkjenn)"/.exec(asked.body)?.[1] ?? '';
    t.equal((await second.post(approve, {})).headers.location, `${office}?lagret=1`);
    t.match(main(await kari.get(home)), /avvist på formelt grunnlag.*Gjelder ikke helse og omsorg/);
    await base.setClock(during);
  },
);

t.test('withdrawing asks first, and is final', async (t) => {
  const kari = await base.as('kari@trekk.example');
  const home = await start(kari, 'Trekk');
  const ask = await kari.get(`${home}/trekk`);
  t.match(main(ask), 'Dette kan ikke gjøres om');
  t.match(main(await kari.get(home)), 'Utkast', 'looking changes nothing');
  t.equal(
    (await kari.post(`${home}/soker`, { version: 0, organisation: 'Trekk', unit: 'Ny' })).statusCode,
    303,
  );
  const changed = await kari.post(`${home}/trekk`, fill(ask, /trekk/));
  t.match(
    [changed.statusCode, main(changed)],
    [409, /er endret siden du åpnet denne siden\. Vil dere fortsatt trekke den\?.*Dette kan ikke gjøres om/],
    'and why',
  );
  t.same(await htmlProblems(changed.body), []);
  const clicks = await Promise.all([1, 2].map(() => kari.post(`${home}/trekk`, fill(changed, /trekk/))));
  t.same(
    clicks.map(({ statusCode, headers }) => [statusCode, headers.location]),
    [
      [303, home],
      [303, home],
    ],
    'a double click withdraws once, and says so',
  );
  t.match(main(await kari.get(home)), 'Søknaden er trukket');
  const events = await db
    .selectFrom('audit_events')
    .select('event')
    .where('subject_id', '=', home.slice(8))
    .where('event', '=', 'withdraw')
    .execute();
  t.equal(events.length, 1);
});

t.test('the outcome shows at its instant, kindly, and nothing of it before', async (t) => {
  const kari = await base.as('kari@utfall.example');
  const homes: Record<string, string> = {};
  for (const name of ['Nominert', 'Ikke valgt']) {
    const home = await start(kari, name);
    homes[name] = home;
    await answerAll(kari, home);
    await kari.post(`${home}/send-inn`, fill(await kari.get(`${home}/send-inn`), /send-inn/));
    await db.updateTable('nominations').set({ state: 'scored' }).where('id', '=', home.slice(8)).execute();
  }
  const at = addDays(edition.closes_at, 20);
  const [one, two] = [year.people.secretary.personId as string, year.people.leader.personId as string];
  const seen = async () =>
    Promise.all(
      Object.values(homes).map(async (home) => [
        main(await kari.get(home)),
        (await kari.get(`/api${home.replace('soknad', 'v1/nominations')}`)).body,
      ]),
    );
  await base.setClock(addMinutes(at, -1));
  const before = await seen();
  const decision = await db
    .insertInto('decisions')
    .values({ edition_id: year.id, kind: 'finalists', decided_by: one, decided_at: during })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('decision_entries')
    .values({
      decision_id: decision.id,
      nomination_id: (homes['Nominert'] as string).slice(8),
      outcome: 'finalist',
    })
    .execute();
  await db
    .insertInto('publications')
    .values({
      edition_id: year.id,
      kind: 'finalists',
      decision_id: decision.id,
      publish_at: at,
      texts: '{}',
      prepared_by: one,
      prepared_at: during,
      approved_by: two,
      approved_at: during,
    })
    .execute();
  t.same(await seen(), before);
  t.match(before[0]?.[0], 'Fagjuryen leser søknadene');
  await base.setClock(at);
  const after = await seen();
  t.match(after[0]?.[0], 'Gratulerer, dere er nominert!');
  t.match(after[1]?.[0], /Dere ble ikke nominert denne gangen.*Takk for arbeidet dere gjør/);
  // No worker has been at it: the state of the rows has not followed.
  for (const [i, state] of ['finalist', 'notSelected'].entries()) {
    t.match(JSON.parse(before[i]![1]!), { state: 'scored' });
    t.match(JSON.parse(after[i]![1]!), { state }, 'the same over the API');
  }
  const listed = (await kari.get('/api/v1/nominations')).json<{
    nominations: { id: string; state: string }[];
  }>();
  t.equal(listed.nominations.find(({ id }) => homes['Nominert']!.endsWith(id))?.state, 'finalist');
  await base.setClock(during);
});

t.test(
  'every page is valid HTML in three languages, and a foreign page answers like an unknown one',
  async (t) => {
    const kari = await base.as('kari@solbakken.example');
    const nobody = await base.as('nobody@example.no');
    const [mine] = (await kari.get('/api/v1/nominations')).json().nominations;
    const draft = await start(kari, 'Utkast');
    const own = [
      '/soknad/ny',
      ...['kommune', 'bydel', 'virksomhet', 'samarbeid'].map((slag) => `/soknad/ny?slag=${slag}`),
      '/soknad/bli-med',
      '/soknad/bli-med?sendt=1',
      draft,
      ...['om', 'kriterier', 'tillegg', 'godkjenning'].map((section) => `${draft}/del/${section}`),
      `${draft}/send-inn`,
      ...[
        '',
        '/del/om?lagret=1',
        '/vedlegg',
        '/send-inn',
        '/kvittering',
        '/innsendt',
        '/medarbeidere',
        '/trekk',
      ].map((path) => `/soknad/${mine.id}${path}`),
    ];
    const theirs = [
      `/sekretariat/${year.id}/soknader`,
      `/sekretariat/soknad/${mine.id}`,
      '/sekretariat/foresporsler',
    ];
    for (const lang of ['nb', 'nn', 'en'] as const) {
      await db.updateTable('people').set({ language: lang }).execute();
      for (const [person, paths] of [
        [kari, own],
        [secretary, theirs],
      ] as const) {
        for (const path of paths) {
          const answer = await person.get(path);
          t.equal(answer.statusCode, 200, path);
          t.same(await htmlProblems(answer.body), [], `${lang} ${path}`);
          t.match(answer.body, `<html lang="${lang}"`);
          t.notMatch(answer.body, /undefined|\[object/);
        }
      }
    }
    await db.updateTable('people').set({ language: 'nb' }).execute();
    const plain = (body: string) => body.replace(/value="[^"]*"/g, '').replace(/href="\/soknad[^"]*"/g, '');
    for (const path of own.filter((each) => each.includes(mine.id))) {
      const foreign = await nobody.get(path);
      const unknown = await nobody.get(path.replace(mine.id, '018f0000-0000-7000-8000-000000000000'));
      t.equal(foreign.statusCode, 404, path);
      t.equal(plain(foreign.body), plain(unknown.body));
    }
    t.equal((await nobody.get(`/sekretariat/${year.id}/soknader`)).statusCode, 404);
    t.equal((await nobody.get('/sekretariat/foresporsler')).statusCode, 403);
    t.equal(
      (await kari.get(`/sekretariat/soknad/${mine.id}`)).statusCode,
      404,
      'applicants read their own page',
    );
    t.equal(
      (await base.anyone.get(`/soknad/${mine.id}`)).headers.location,
      `/logg-inn?til=%2Fsoknad%2F${mine.id}`,
    );
    t.same(base.errors, []);
  },
);
