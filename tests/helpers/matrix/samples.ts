/**
 * THE LINES TO ADD when a new page is not found by the matrix on its own (tests/browser/matrix.long.test.ts).
 *
 * The matrix takes every GET route from the app itself, fills parameters that are ids from the database (which table: `sources`
 * in tests/helpers/routes.ts), one for each state of the row, and looks at each answer once a person and appearance. What it cannot guess
 * stands here.
 */
import { bulkActions } from '../../../src/features/nomination-table/schema-marked.ts';

/** Values of parameters that are no ids. */
export const choices: Record<string, readonly string[]> = {
  step: ['om', 'kriterier', 'kriterier-1', 'tall', 'tillegg', 'godkjenning'],
  year: ['2019', '2025', '2026', '2027'],
  kind: ['finalists', 'winner'],
  part: ['datoer'],
  letter: ['returned', 'judgingStarted'],
  hash: ['x'],
  name: ['x'],
  phase: ['setup'],
  slug: ['aerfuglen-sykehjem', 'as-helsehus'],
};

/** The same page after something was done, or with a choice made: route > what follows its address. */
export const variants: Record<string, readonly string[]> = {
  '/soknad/ny': ['?slag=kommune', '?slag=bydel', '?slag=virksomhet', '?slag=samarbeid'],
  '/soknad/bli-med': ['?sendt=1'],
  '/administrasjon': ['?sok=finnes+ikke', '?invitert=1'],
  '/min-side/profil': ['?lagret=1'],
  '/logg-ut': ['?konto=slettet'],
  '/min-side/fortrolighet': ['?bekreftet=1'],
  '/sekretariat/regioner': ['?lagret=1'],
  '/sekretariat/:editionId/forhandsvis/utlysning': ['?sprak=nn'],
  '/sekretariat/:editionId/forhandsvis/vurdering': ['?sprak=nn', '?lagret=1'],
  '/sekretariat/:editionId/paminnelser': ['?gjort=stopp'],
  '/paminnelse': ['?gjort=sendt', '?gjort=fjernet'],
  '/sporsmal': ['?gjort=sendt'],
  '/seremoni/pamelding': ['?gjort=sendt', '?gjort=meldtav'],
  '/sekretariat/:editionId/seremonipamelding': ['?gjort=lagret', '?gjort=meldtav'],
  '/tilgjengelighet/si-fra': ['?gjort=sendt'],
  '/sekretariat/gamle-soknader/:id': ['?gjort=registrert', '?gjort=lagtved', '?gjort=leser'],
  '/sekretariat/tilgjengelighet/:id': ['?gjort=besvart', '?gjort=lukket'],
  '/sekretariat/:editionId/utsendinger/ny': [
    '?til=nominerte',
    '?til=ikke-nominerte',
    '?til=liste',
    '?til=rettet-vinner',
  ],
  '/sekretariat/:editionId/utsendinger/liste': ['?lagt=2&hoppet=1', '?fjernet=1'],
  '/logg-inn': ['?til=/min-side/tatt-vare-pa/x'],
  '/jury/vedtak': ['?ferdig=fort'],
  '/sekretariat/historie': ['?lagret=2'],
  '/historie': ['?sok=baerum', '?sok=finnes+ikke'],
  '/sekretariat/:editionId/begrunnelser/:id': ['?versjon=1'],
};

/**
 * The same for a page that says little without applications: of the first edition that has some. '{marked}' is one of them in each
 * state, as the table marks it.
 */
export const variantsWithApplications: Record<string, readonly string[]> = {
  '/sekretariat/:editionId/soknader': [
    '?velg=alle',
    '?q=finnes+ikke',
    '?column=receipt&column=due&extension=waiting',
  ],
  '/sekretariat/:editionId/soknader/flere': bulkActions.map((action) => `?what=${action}&{marked}`),
};

/** Ids with a word in their place, too: route > addresses as they are ('…/:editionId/…' is filled, the rest is not). */
export const extra: Record<string, readonly string[]> = {
  '/sekretariat/:editionId/kriterier/sporsmal/:id': ['/sekretariat/:editionId/kriterier/sporsmal/ny'],
  '/sekretariat/:editionId/kriterier/kriterium/:id': ['/sekretariat/:editionId/kriterier/kriterium/ny'],
};

/** Pages behind a secret that only a letter holds: route > what it looks like in a letter. */
export const inLetters: Record<string, RegExp> = {
  '/utlysning/meld-av/:token': /\/utlysning\/meld-av\/[\w-]{43}/,
  '/seremoni/pamelding/:token': /\/seremoni\/pamelding\/[\w-]{43}/,
  '/nn/seremoni/pamelding/:token': /\/nn\/seremoni\/pamelding\/[\w-]{43}/,
  '/en/seremoni/pamelding/:token': /\/en\/seremoni\/pamelding\/[\w-]{43}/,
  '/dine-opplysninger/:token': /\/dine-opplysninger\/[\w-]{43}/,
  '/paminnelse/:token': /\/paminnelse\/[\w-]{43}/,
  '/bekreft/:token': /\/bekreft\/[\w-]{43}/,
};

/** Routes that are no page of their own, and why. */
export const notPages: Record<string, string> = {
  '/sekretariat/:editionId/forhandsvis/skjema': 'leads to the first part of the form',
  '/healthz': 'for the watchman',
  '/readyz': 'for the watchman',
  '/ovelse/*': 'leads into a practice edition: the same pages in another service',
  '/dokument/:id': 'a document',
  '/dokument/:id/bilde/:width': 'a picture',
  '/sekretariat/:editionId/offentliggjoring/:id/bilde/:slug': 'a picture',
  '/soknad/:id/fortrolig/bilde': 'a picture',
  '/sekretariat/:editionId/nominerte/:nominationId/bilde': 'a picture',
  '/prisen/:year/bilder/:hash': 'a picture',
  '/sekretariat/:editionId/mottatt/:id/filer/:fileId': 'a document',
  '/sekretariat/gamle-soknader/:id/filer/:oldFileId': 'a document',
  '/min-side/gamle-soknader/:id/filer/:oldFileId': 'a document',
  '/logg-inn/kode':
    'needs the browser that asked for the letter: tests/browser/sign-in.long.test.ts and newcomer.long.test.ts look at it',
  '/logg-inn/lenke/:token': 'needs the secret of a letter: tests/browser/newcomer.long.test.ts looks at it',
  '/min-side/tatt-vare-pa/:id': 'needs a sign-in that ran out: tests/browser/sign-in.long.test.ts',
};

/** Posts that need nothing filled in, so that there is no refused form to look at: here they would only change the world. */
export const notForms: Record<string, string> = {
  '/logg-ut': 'a button',
  '/ovelse/*': 'leads into a practice edition',
  '/ovelse-videre': 'a button',
  '/logg-inn/lenke/:token': 'a button behind a letter',
  '/min-side/nokler/:id/trekk-tilbake': 'a button',
  '/min-side/tatt-vare-pa/:id/forkast': 'a button',
  '/administrasjon/person/:id/steng-ute': 'a button',
  '/sekretariat/soknad/:id/kontakt/:contactId/stryk': 'a button',
  '/sekretariat/:editionId/forhandsvis/skjema/del/:step': 'a preview: it takes nothing',
  '/sekretariat/:editionId/forhandsvis/vurdering': 'a preview: it takes nothing',
  '/sekretariat/:editionId/innsyn/roller/:grantId/avslutt': 'a button',
  '/sekretariat/:editionId/brev/send-manglende': 'a button',
  '/sekretariat/:editionId/utsendinger/:id/send-manglende': 'a button',
  '/sekretariat/:editionId/utsendinger/:id/stopp': 'a button',
  '/sekretariat/:editionId/sporsmal-og-svar/:id/legg-til-side': 'a button',
  '/sekretariat/:editionId/sporsmal-og-svar/:id/ta-ned': 'a button',
  '/sekretariat/:editionId/utsendinger/liste/:recipientId/fjern': 'a button',
  '/sekretariat/:editionId/utsendinger/liste/tom': 'a button',
  '/utlysning/meld-av/:token': 'a button behind a letter',
  '/dine-opplysninger/:token': 'a button behind a letter',
  '/sekretariat/:editionId/frister/:id/godkjenn': 'a button',
  '/sekretariat/:editionId/frister/:id/avsla': 'a button',
  '/sekretariat/:editionId/mottatt/:id/godkjenn': 'a button',
  '/sekretariat/:editionId/mottatt/:id/avvis': 'a button',
  '/sekretariat/gamle-soknader/:id/stryk': 'a button',
  '/sekretariat/:editionId/seremonipamelding/:guestId/meld-av': 'a button',
  '/seremoni/pamelding/:token': 'a button behind a letter',
  '/nn/seremoni/pamelding/:token': 'a button behind a letter',
  '/en/seremoni/pamelding/:token': 'a button behind a letter',
  '/administrasjon/person/:id/roller/:grantId/avslutt': 'a button',
};
