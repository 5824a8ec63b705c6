/** What the database cannot hold, and what JavaScript does not know as a moment, is refused in words at its field (bad input of every issue). */
import t from 'tap';
import { htmlProblems } from '../helpers/html.ts';
import { openCall } from '../helpers/applying.ts';

const call = await openCall(t);
const secretary = await call.as('secretary@example.no');
const { anyone } = call;
const year = call.year.id;

const myName = async () => (await secretary.get('/api/v1/me')).json<{ name: string }>().name;

t.test(
  'JSON: a zero byte is taken out, half of a character becomes a sign, wherever they stand',
  async (t) => {
    for (const [sent, kept] of [
      ['Si\0ri', 'Siri'],
      ['\ud800Siri', '\ufffdSiri'],
      ['Siri 😀 Å', 'Siri 😀 Å'],
    ] as const) {
      t.equal((await secretary.send('PATCH', '/api/v1/me', { name: sent })).statusCode, 200);
      t.equal(await myName(), kept);
      const deep = await secretary.post(`/api/v1/editions/${year}/letter-batches`, {
        title: sent,
        recipients: { audience: 'applications', states: ['draft'] },
        about: null,
        texts: { nb: { subject: 'Hei', body: sent }, nn: { subject: 'Hei', body: 'Hei' } },
      });
      t.equal(deep.statusCode, 201, deep.body);
      const { id } = deep.json<{ id: string }>();
      t.match((await secretary.get(`/api/v1/letter-batches/${id}`)).json(), {
        title: kept,
        texts: { nb: { body: kept } },
      });
    }
    const nothing = await secretary.send('PATCH', '/api/v1/me', { name: '\0' });
    t.equal(nothing.statusCode, 422, 'what is nothing without it is nothing');
  },
);

t.test('forms: the same', async (t) => {
  const sent = await secretary.post(`/sekretariat/${year}/utsendinger/ny`, {
    title: 'Brev',
    audience: 'applications',
    states: 'draft',
    about: 'none',
    'texts.nb.subject': 'Et emne',
    'texts.nb.body': 'Det jeg\0 skrev til dere',
    'texts.nn.subject': 'Eit emne',
    'texts.nn.body': 'Det eg skreiv',
  });
  t.equal(sent.statusCode, 303, sent.body);
  const profile = await secretary.post('/min-side/profil', { name: 'Ka\0ri', phone: '', language: 'nb' });
  t.equal(profile.statusCode, 303, profile.body);
  t.equal(await myName(), 'Kari');
});

t.test(
  'a moment that no clock has, a day before the first year, and names of nothing but spaces',
  async (t) => {
    for (const opensAt of [
      '2026-12-31T23:59:60Z',
      '2026-12-10T12:00:00Z[Europe/Oslo]',
      '0000-01-01T00:00:00Z',
    ]) {
      const answer = await secretary.post('/api/v1/people', {
        email: 'ny@example.no',
        role: 'auditor',
        until: opensAt,
      });
      t.equal(answer.statusCode, 422, `${opensAt}: ${answer.body}`);
    }
    const blank = await secretary.send('PATCH', '/api/v1/me', { name: '   ' });
    t.equal(blank.statusCode, 422);
    t.match(blank.json(), { errors: [{ field: 'name', message: 'Fyll ut dette feltet' }] });
    const juror = await call.as('juror@example.no');
    for (const given of [
      { kind: 'employer', organisation: '   ' },
      { kind: 'former', organisation: 'Modum kommune', endedOn: '0000-01-01' },
    ])
      t.equal((await juror.post('/api/v1/me/affiliations', given)).statusCode, 422, JSON.stringify(given));
  },
);

t.test('addresses: secrets in other alphabets, words that JavaScript knows', async (t) => {
  for (const token of ['%E2%82%AC', '%0d%0aX:1', '%00', 'x%20y']) {
    const answer = await anyone.post(`/paminnelse/${token}`, { do: 'nothing' });
    t.equal(answer.statusCode, 404, token);
    t.match(answer.headers['content-type'], 'text/html');
  }
  for (const til of ['__proto__', 'constructor', 'toString']) {
    const page = await secretary.get(`/sekretariat/${year}/utsendinger/ny?til=${til}`);
    t.equal(page.statusCode, 200, til);
    t.same(await htmlProblems(page.body), []);
  }
});

t.test('a body that breaks off, or has no boundary, is not our fault', async (t) => {
  const here = `/sekretariat/${year}/utsendinger/liste`;
  const send = (type: string, payload: string) =>
    call.app.inject({
      method: 'POST',
      url: here,
      headers: { ...secretary.headers, 'content-type': type },
      payload,
    });
  const cut = '--b\r\ncontent-disposition: form-data; name="lines"\r\n\r\nhalve';
  for (const [type, payload] of [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', cut],
  ] as const)
    t.equal((await send(type, payload)).statusCode, 400, type);
});

t.test('the announcement of a year with a date and no time, or the other way round', async (t) => {
  const { headers } = await secretary.post('/sekretariat/ny', { year: '2029', copyFrom: '' });
  const here = String(headers.location);
  const page = await secretary.get(`${here}/oppsett`);
  const version = /name="version" value="(\d+)"/.exec(page.body)?.[1] ?? '0';
  const days = {
    opensAt: '2029-05-15',
    closesAt: '2029-10-15',
    judgingEndsAt: '2029-11-05',
    finalistsAt: '2029-11-15',
    ceremonyAt: '2029-12-10',
  };
  const form = {
    version,
    ceremonyPlace: 'Det norske teatret i Oslo',
    ...Object.fromEntries(
      Object.entries(days).flatMap(([name, day]) => [
        [name, day],
        [`${name}Time`, '12:00'],
      ]),
    ),
  };
  for (const [given, field] of [
    [{ announcesAt: '2029-05-01', announcesAtTime: '' }, 'announcesAtTime'],
    [{ announcesAt: '', announcesAtTime: '08:00' }, 'announcesAt'],
  ] as const) {
    const answer = await secretary.post(`${here}/oppsett/datoer`, { ...form, ...given });
    t.equal(answer.statusCode, 422, answer.body.slice(0, 200));
    t.match(answer.body, `href="#field-${field}"`);
    t.match(answer.body, 'Det norske teatret i Oslo', 'what was typed is there');
  }
});

t.test('and nothing of it is an error of ours', async (t) => t.same(call.errors, []));
