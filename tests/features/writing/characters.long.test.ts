/** Every sign that a keyboard, a paste or a program can send: kept when it is text, left out when nobody can see it, and never a fault of ours. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import t from 'tap';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';

const call = await openCall(t);
const kari = await call.as('kari@eigersund.example');
const { id, answers = [] } = await call.draft(kari, 'Eigersund');
const field = answers.find(({ kind }) => kind === 'text')?.id ?? '';
let version = 0;
const stored = async () => {
  const { answers: all } = (await kari.get(`/api/v1/nominations/${id}`)).json<{
    answers: { id: string; value: string; version: number }[];
  }>();
  const found = all.find((answer) => answer.id === field);
  version = found?.version ?? 0;
  return found?.value ?? '';
};
const save = async (value: string) => {
  const body = { answers: { [field]: { value, version } } };
  return (await kari.send('PATCH', `/api/v1/nominations/${id}/answers`, body)).statusCode;
};
const code = (at: number) => String.fromCharCode(at);
const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => code(from + i));
const fieldsOf = (page: string) =>
  (
    parseHTML(page).document as unknown as {
      querySelectorAll(selector: string): { name: string; type: string; value: string }[];
    }
  ).querySelectorAll('#del :is(input, textarea)[name]');
const named = (sign: string) => `U+${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Nobody sees these, and some of them turn what stands beside them into something else. */
const unseen = [
  ...codes(0x00, 0x1f).filter((sign) => !'\t\n\r'.includes(sign)),
  ...codes(0x7f, 0x9f),
  ...codes(0x202a, 0x202e),
  ...codes(0x2066, 0x2069),
  '\ufeff',
  ...codes(0xfff9, 0xfffb),
];

t.test('every control character, one by one: taken out, and the letters around it stay', async (t) => {
  for (const sign of unseen) {
    t.equal(await save(`fra${sign}til ${named(sign)}`), 200, named(sign));
    t.equal(await stored(), `fratil ${named(sign)}`);
  }
  for (const [sent, kept] of [
    ['a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['a\tb', 'a\tb'],
    ['\ud800 alene, alene \udc00', '\ufffd alene, alene \ufffd'],
    // What other scripts are written with stays.
    ['می\u200cخواهم \u200eabc\u200f', 'می\u200cخواهم \u200eabc\u200f'],
    ['👩\u200d⚕️ e\u0301 Kárášjohka ǩ', '👩\u200d⚕️ e\u0301 Kárášjohka ǩ'],
  ] as const) {
    t.equal(await save(sent), 200);
    t.equal(await stored(), kept);
  }
});

t.test('all of them at once, in every field of every page of the form, and what is sent in', async (t) => {
  const all = unseen.join('');
  for (const part of ['om', 'kriterier', 'tall', 'tillegg', 'godkjenning']) {
    const page = `/soknad/${id}/del/${part}`;
    const fields = fieldsOf((await kari.get(page)).body);
    const written = fields.flatMap(({ name, type, value }) => {
      if (name.startsWith('v-')) return [[name, value]];
      if (type === 'checkbox') return part === 'godkjenning' ? [[name, 'yes']] : [];
      return [[name, `Før${all}etter`]];
    });
    const sent = await kari.post(page, { ...Object.fromEntries(written), then: 'stay' });
    t.equal(sent.statusCode, 303, `${part}: ${sent.body.slice(0, 300)}`);
    const shown = await kari.get(String(sent.headers.location));
    t.same(await htmlProblems(shown.body), [], part);
    t.match(shown.body, 'Usynlige tegn som ikke er tekst, er fjernet.', part);
    t.notOk(
      unseen.some((sign) => sign !== '\ufeff' && shown.body.includes(sign)),
      `${part}: none of them is on the page`,
    );
  }
  for (const [url, body] of [
    [`/soknad/${id}/soker`, { version: 0, unit: `Enhet${all}en` }],
    [`/soknad/${id}/hjelp/sekretariatet`, { do: 'ask', text: `Hei${all}sann` }],
    ['/soknad/bli-med', { kind: 'enterprise', organisation: `Bo${all}lig`, message: `Hei${all}sann` }],
  ] as const)
    t.equal((await kari.post(url, body)).statusCode, 303, url);
  const sent = await call.submit(kari, id, 1);
  const { content } = (await kari.get(`/api/v1/nominations/${id}/submission`)).json();
  t.match(JSON.stringify(content), /Føretter/);
  for (const end of ['kvittering.json', 'soknad.pdf', 'innsendt', 'forhandsvis'])
    t.equal((await kari.get(`/soknad/${id}/${end}`)).statusCode, 200, end);
  t.ok(sent.receiptNumber);
});

t.test('whatever is written: kept as it is kept the second time, and shown as it was kept', async (t) => {
  await stored();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      if ((await save(text)) !== 200) return false;
      const first = await stored();
      if ((await save(first)) !== 200) return false;
      const { body } = await kari.get(`/soknad/${id}/del/om`);
      return (await stored()) === first && !unseen.some((sign) => body.includes(sign));
    }),
    { numRuns: 60, seed: 7 },
  );
  t.same(call.errors, []);
});
