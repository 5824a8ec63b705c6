/** The outbox, as the secretariat sees it. */
export const correspondence = {
  title: 'E-poster',
  lead: (year: number) =>
    `Alt som er sendt eller skal sendes ut om Etikkprisen ${year}. Tjenesten prøver igjen av seg selv når det er trygt. Resten venter på deg.`,
  edition: (year: number) => `Etikkprisen ${year}`,
  empty: 'Ingen e-poster ennå',
  emptyBody: 'Her ser du hver e-post fra første invitasjon til siste takk.',
  subject: 'Emne',
  to: 'Til',
  written: 'Skrevet',
  status: 'Status',
  filter: 'Vis',
  all: (n: number) => `Alle (${n})`,
  states: {
    queued: 'Venter',
    sending: 'Sendes nå',
    sent: 'Sendt',
    failed: 'Ikke levert',
    unknown: 'Usikkert om den kom fram',
  },
  withCount: (state: string, n: number) => `${state} (${n})`,
  triedAgain: (error: string) => `Prøves igjen av seg selv. Sist: ${error}`,
  failed: (error: string) =>
    `E-postserveren tok ikke imot den: ${error}. Se etter at adressen er riktig, og send på nytt.`,
  unknown:
    'Forbindelsen ble brutt mens e-posten ble sendt. Spør gjerne mottakeren. Sender du på nytt, kan det komme to like.',
  notMember: 'Mottakeren er ikke lenger med på søknaden, og derfor ble e-posten ikke sendt.',
  outdated: 'Søknaden var sendt inn i mellomtiden, og derfor ble påminnelsen ikke sendt.',
  signIn: 'En e-post med innloggingskode kan ikke sendes på nytt. Be mottakeren om å logge inn en gang til.',
  resendTo: (email: string) => `Send på nytt til ${email}`,
  resent: 'E-posten er lagt i kø på nytt.',
  others: 'Andre e-poster som ikke kom fram',
  othersLead: 'Invitasjoner og innlogginger, som ikke hører til noe prisår.',
};
