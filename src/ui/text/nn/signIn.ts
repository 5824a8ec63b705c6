import type { signIn as nb } from '../nb/signIn.ts';

export const signIn: typeof nb = {
  title: 'Logg inn',
  lead: 'Skriv e-postadressa di. Vi sender deg ein e-post med ei lenkje og ein kode på seks siffer.',
  email: 'E-postadresse',
  emailHint: 'Bruk adressa du har på jobb. Du treng ikkje noko passord.',
  sendMail: 'Send meg ein e-post',
  sentTitle: 'Sjå i innboksen din',
  sentLead: (email) =>
    `Vi har teke imot adressa ${email}. Om ei lita stund kjem det ein e-post. Opne lenkja i han, eller skriv koden her.`,
  code: 'Kode frå e-posten',
  codeHint: 'Seks siffer. Koden verkar éin gong, i 15 minutt, og berre i denne nettlesaren.',
  codeWrongShape: 'Koden er på seks siffer. Skriv alle seks',
  submitCode: 'Logg inn',
  notArrived: 'Kom det ingen e-post?',
  notArrivedHelp:
    'Sjå i søppelposten, og sjå etter at adressa er rett skriven. Har du bede om fleire e-postar, er det koden i den nyaste som verkar.',
  askAgain: 'Send ein ny e-post',
  otherAddress: 'Bruk ei anna adresse',
  confirmTitle: 'Fullfør innlogginga',
  confirmLead: (email) => `Du er i ferd med å logge inn som ${email}.`,
  confirmButton: 'Logg inn',
  signedOutTitle: 'Du er logga ut',
  signedOutLead: 'Takk for no. Det som var lagra, ligg trygt til neste gong.',
  signInAgain: 'Logg inn att',
  sessionEnded:
    'Du var logga ut. Det du skreiv, er teke vare på. Logg inn med same adressa, så kan du sende det.',
  keptTitle: 'Vi tok vare på det du skreiv',
  keptLead: 'Du var logga ut då du sende skjemaet. Send det no, eller forkast det.',
  keptUntil: (when) => `Vi tek vare på det til ${when}. Ingen andre kan sjå det.`,
  keptShow: 'Sjå det du skreiv',
  keptSend: 'Send det eg skreiv',
  keptDiscard: 'Forkast',
  keptNotice: (when) => `Eit skjema du sende ${when}, kom ikkje fram fordi du var logga ut.`,
  keptOpen: 'Sjå på det og send det',
};
