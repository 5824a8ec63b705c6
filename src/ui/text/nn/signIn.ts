import type { signIn as nb } from '../nb/signIn.ts';

export const signIn: typeof nb = {
  title: 'Logg inn',
  lead: 'Skriv e-postadressa di. Vi sender deg ein e-post med ei lenkje og ein kode på seks siffer.',
  email: 'E-postadresse',
  emailHint: 'Bruk adressa du har på jobb. Du treng ikkje noko passord.',
  sendMail: 'Send meg ein e-post',
  sentTitle: 'Sjå i innboksen din',
  sentLead: (email) =>
    `Dersom ${email} kan brukast her, kjem det ein e-post om ei lita stund. Opne lenkja i han, eller skriv koden nedanfor.`,
  code: 'Kode frå e-posten',
  codeHint: 'Seks siffer. Koden verkar éin gong, i 15 minutt.',
  submitCode: 'Logg inn',
  notArrived: 'Kom det ingen e-post?',
  notArrivedHelp: 'Sjå i søppelposten, og sjå etter at adressa er rett skriven. Du kan be om ein ny e-post.',
  askAgain: 'Be om ein ny e-post',
  confirmTitle: 'Fullfør innlogginga',
  confirmLead: (email) => `Du er i ferd med å logge inn som ${email}.`,
  confirmButton: 'Logg inn',
  signedOutTitle: 'Du er logga ut',
  signedOutLead: 'Takk for no. Det som var lagra, ligg trygt til neste gong.',
  sessionEnded:
    'Du var logga ut. Logg inn på nytt, så held du fram der du slapp. Det du skreiv, er teke vare på.',
  replayTitle: 'Velkomen tilbake',
  replayLead: 'Det du skreiv før du vart logga ut, er teke vare på. Send det no, eller forkast det.',
  replaySend: 'Send det eg skreiv',
  replayDiscard: 'Forkast',
  nameTitle: 'Kva heiter du?',
  nameLead: 'Namnet ditt blir vist for dei du samarbeider med om søknaden, og for sekretariatet.',
  name: 'Fullt namn',
  language: 'Språk i e-postar og på sidene',
};
