/** What the letters say: complete in three languages, one link each, never content (OFF-1). */
import t from 'tap';
import { letterHtml, renderLetter, withAddresses } from '../../../src/features/correspondence/render.ts';
import type { LetterParams, LetterTemplate } from '../../../src/features/correspondence/schema.ts';
import { osloInstant } from '../../../src/platform/clock.ts';
import { LANGS, texts } from '../../../src/ui/text/index.ts';

const about = { organisation: 'Ås kommune', year: 2026, path: '/soknad/1' };
const year = { year: 2026, path: '/jury' };
const at = osloInstant('2026-10-15');
const samples: { [T in LetterTemplate]: LetterParams<T> } = {
  signIn: { code: '123456', minutes: 15, path: '/logg-inn/lenke/x' },
  invitation: { role: 'secretary', invitedBy: 'Kari', path: '/' },
  seatInvitation: { ...year, organisation: 'Fagforbundet', seat: 'member', invitedBy: 'Kari' },
  colleagueAdded: { ...about, addedBy: 'Kari' },
  leaderConfirmation: { ...about, partner: '', askedBy: 'Kari', dueAt: at },
  partnerConfirmation: { ...about, partner: 'Løten kommune', askedBy: 'Kari', dueAt: at },
  confirmationAnswered: { ...about, name: 'Lise Leder', confirmed: true },
  receivedToApprove: year,
  received: { ...about, receiptNumber: 'EP-1' },
  extensionToApprove: year,
  rejectionToApprove: year,
  callReminderLink: { ...year, path: '/paminnelse/x' },
  questionAnswered: { ...year, corrected: false, path: '/utlysning/sporsmal#svar-1' },
  ceremonyPlace: { ...year, ceremonyAt: at, place: 'KS, Oslo', path: '/seremoni/pamelding/x' },
  ceremonyWaiting: { ...year, ceremonyAt: at, place: '', path: '/seremoni/pamelding/x' },
  ceremonyPlaceFree: { ...year, ceremonyAt: at, place: '', path: '/seremoni/pamelding/x' },
  ceremonyMoved: { ...year, ceremonyAt: at, place: 'KS', waiting: true, path: '/seremoni/pamelding/x' },
  ceremonyCancelled: { ...year, ceremonyAt: at, place: '', path: '/seremoni/pamelding/x' },
  barrierAnswered: { answer: ['Vi har rettet det.', 'Takk!'], path: '/tilgjengelighet' },
  callReminder: { ...year, dueAt: at, path: '/utlysning' },
  declarationsReminder: { ...year, dueAt: at },
  ballotsReminder: { ...year, dueAt: at },
  statementsReminder: { ...year, dueAt: at },
  ceremonyReminder: { ...year, dueAt: at, path: '/prisen/2026' },
  batchToApprove: year,
  batchHeldBack: year,
  namingDeclined: year,
  nominatedWithdrew: year,
  withdrawnTooLate: year,
  extensionApproved: { ...about, dueAt: at },
  draftReminder: { ...about, dueAt: at },
  changesReminder: { ...about, dueAt: at },
  draftErasure: { ...about, goesAt: at },
  joinRequest: { ...about, personName: 'Ola' },
  joinAnswer: { ...about, accepted: true },
  receipt: {
    ...about,
    receiptNumber: 'EP-1',
    submittedAt: at,
    documents: [{ name: 'Plan.pdf', bytes: 1500, sha256: 'a'.repeat(64) }],
  },
  adviserAccess: { ...about, givenBy: 'Kari Nordmann' },
  helpAnswered: about,
  feedback: about,
  returned: { ...about, dueAt: at, parts: ['Vedlegg', 'Kontaktperson'] },
  admitted: about,
  rejected: about,
  withdrawn: about,
  judgingStarted: { ...year, dueAt: at },
  rulesChanged: { ...year, reason: 'Skalaen var uklar.' },
  judgingClosed: { ...year, hashes: ['a'.repeat(64)] },
  ballotReopened: year,
  finalist: about,
  notSelected: about,
  outcome: { ...about, won: false },
  juryChanged: { ...about, kind: 'joined', name: 'Vera Varamo', seat: 'KS', until: at },
  voteInWriting: { ...year, until: at },
  objectionToAnswer: year,
  objectionAnswered: about,
  conflictToDecide: year,
  conflictDecided: year,
  statementToApprove: year,
  publicationToApprove: { ...year, publishAt: at },
  publicationMoveToApprove: { ...year, to: at },
  publicationStopped: year,
  publicationApprovedAlone: year,
  publicationTakenDown: year,
};
const templates = Object.keys(samples) as LetterTemplate[];

t.test('every letter is whole in every language: a subject, a text, one link', async (t) => {
  const {
    greeting: _g,
    closing: _c,
    open: _o,
    reason: _r,
    noMore: _n,
    forget: _f,
    ...all
  } = texts('nb').letters;
  t.same(templates.toSorted(), Object.keys(all).toSorted(), 'every template has a sample here');
  for (const lang of LANGS) {
    for (const template of templates) {
      const { subject, body } = renderLetter(template, lang, samples[template]);
      const name = `${template} (${lang})`;
      t.ok(subject.length > 10 && subject.length < 110 && !subject.includes('\n'), `${name}: subject`);
      t.equal(body.split('\n').filter((line) => line.startsWith('/')).length, 1, `${name}: one link`);
      t.notMatch(`${subject}${body}`, /undefined|null|\[object|  /, `${name}: no holes`);
      t.notMatch(`${subject}${body}`, /nominasjon|avslag|forseglet/i, `${name}: words of the glossary`);
    }
  }
});

t.test('nynorsk is nynorsk', async (t) => {
  for (const template of templates) {
    const { subject, body } = renderLetter(template, 'nn', samples[template]);
    t.notMatch(
      `${subject}\n${body}`,
      /\b(ikke|jeg|dere|noe|hva|hvem|fra|søknaden er|søkere|vurderingen|begrunnelse)\b(?! vurdert)/,
      template,
    );
  }
});

t.test('a deadline at midnight is told as the last minute that counts', async (t) => {
  t.match(renderLetter('returned', 'nb', samples.returned).subject, '14. oktober 2026 kl. 23.59');
  t.match(renderLetter('returned', 'en', samples.returned).subject, '14 October 2026 at 23:59');
});

t.test('the receipt has number, server time, and files with their hash', async (t) => {
  const { body } = renderLetter('receipt', 'nb', samples.receipt);
  for (const part of [
    'EP-1',
    '15. oktober 2026 kl. 00.00.00 (norsk tid, GMT+2)',
    'Plan.pdf (1,5\u00a0kB)',
    'a'.repeat(64),
  ])
    t.match(body, part);
});

t.test('names that people typed can neither begin a header nor become markup', async (t) => {
  const letter = renderLetter('admitted', 'nb', {
    ...about,
    organisation: '<b>X</b>\r\nBcc: a@b.no\n/stjel',
  });
  t.notMatch(letterHtml(letter, 'https://x.no').toString(), '<b>X</b>');
  t.notMatch(letter.body, '\n/stjel');
  const { subject } = renderLetter('receipt', 'nb', {
    ...samples.receipt,
    receiptNumber: 'A\r\nBcc: a@b.no',
  });
  t.notMatch(subject, /[\r\n]/);
});

t.test('paths become addresses of the service, in text and HTML', async (t) => {
  const letter = renderLetter('admitted', 'nb', about);
  t.match(withAddresses(letter.body, 'https://x.no'), '\nhttps://x.no/soknad/1\n');
  t.match(
    letterHtml(letter, 'https://x.no').toString(),
    '<a href="https://x.no/soknad/1">https://x.no/soknad/1</a>',
  );
});

t.test('an unknown language reads bokmål', async (t) => {
  t.match(renderLetter('admitted', 'se', about), { language: 'nb' });
});
