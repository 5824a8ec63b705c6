import type { correspondence as nb } from '../nb/correspondence.ts';

export const correspondence: typeof nb = {
  title: 'E-postar',
  lead: (year) =>
    `Alt som er sendt eller skal sendast ut om Etikkprisen ${year}. Tenesta prøver igjen av seg sjølv når det er trygt. Resten ventar på deg.`,
  edition: (year) => `Etikkprisen ${year}`,
  empty: 'Ingen e-postar enno',
  emptyBody: 'Her ser du kvar e-post frå første invitasjon til siste takk.',
  subject: 'Emne',
  to: 'Til',
  written: 'Skriven',
  status: 'Status',
  filter: 'Vis',
  all: (n) => `Alle (${n})`,
  states: {
    queued: 'Ventar',
    sending: 'Blir send no',
    sent: 'Send',
    failed: 'Ikkje levert',
    unknown: 'Usikkert om han kom fram',
  },
  withCount: (state, n) => `${state} (${n})`,
  triedAgain: (error) => `Blir prøvd igjen av seg sjølv. Sist: ${error}`,
  failed: (error) =>
    `E-posttenaren tok ikkje imot han: ${error}. Sjå etter at adressa er rett, og send på nytt.`,
  unknown:
    'Sambandet vart brote medan e-posten vart send. Spør gjerne mottakaren. Sender du på nytt, kan det kome to like.',
  notMember: 'Mottakaren er ikkje lenger med på søknaden, og difor vart e-posten ikkje send.',
  outdated: 'Søknaden var send inn i mellomtida, og difor vart påminninga ikkje send.',
  signIn:
    'Ein e-post med innloggingskode kan ikkje sendast på nytt. Be mottakaren om å logge inn ein gong til.',
  resendTo: (email) => `Send på nytt til ${email}`,
  resent: 'E-posten er lagd i kø på nytt.',
  others: 'Andre e-postar som ikkje kom fram',
  othersLead: 'Invitasjonar og innloggingar, som ikkje høyrer til noko prisår.',
};
