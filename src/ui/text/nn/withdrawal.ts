import type { withdrawal as nb } from '../nb/withdrawal.ts';

export const withdrawal: typeof nb = {
  title: 'Registrer at søknaden er trekt',
  link: 'Søkjaren har trekt søknaden',
  question: (organisation) => `Har ${organisation} trekt søknaden?`,
  lead: 'Dei nominerte er offentleggjorde. Difor er det sekretariatet som registrerer at ein søknad er trekt.',
  notPublic: 'Søknaden og grunngivinga frå juryen blir ikkje lenger viste på dei offentlege sidene.',
  reopens: 'Har fagjuryen valt vinnaren, må han velje på nytt. Ei kunngjering som er førebudd, blir stoppa.',
  final: 'Dette kan ikkje gjerast om.',
  tell: 'Dei som har arbeidd med søknaden, får ein e-post om at han er trekt.',
  reason: 'Grunngiving',
  reasonHint: 'Kven som gav beskjed, når og kvifor. Dette står i loggen.',
  confirm: 'Ja, registrer at han er trekt',
  reopened: 'Ein av dei nominerte har trekt søknaden.',
};
