import type { confirmations as nb } from '../nb/confirmations.ts';

export const confirmations: typeof nb = {
  title: 'Stadfestingar',
  taskLead: 'Leiaren og samarbeidspartnarane stadfestar med ei lenkje.',
  lead: (deadline) =>
    `Dei som skal stadfeste søknaden, får ei lenkje på e-post. Dei treng ingen konto. Stadfestingane må vere her innan ${deadline}.`,
  closed: 'Fristen for stadfestingar er ute, eller søknaden er ferdig behandla.',
  none: 'Ingen treng å stadfeste denne søknaden.',
  leader: 'Leiaren som godkjenner søknaden',
  partner: (name) => `Samarbeidspartnar: ${name}`,
  name: 'Namn',
  position: 'Stilling',
  email: 'E-postadresse',
  send: 'Send lenkja',
  sent: 'Lenkja er send.',
  askAgain: 'Send ei ny lenkje',
  askAgainHint: 'Den førre lenkja sluttar å verke.',
  changedSince:
    'Søknaden er endra etter at han vart stadfesta. Send ei ny lenkje dersom leiaren skal stadfeste han slik han er no.',
  states: {
    notAsked: 'Ikkje spurd',
    asked: 'Ventar på svar',
    confirmed: 'Stadfesta',
    declined: 'Ikkje stadfesta',
  },
  askedOf: (name, email) => `Lenkja er send til ${name} (${email})`,
  answeredBy: {
    confirmed: (who) => `Stadfesta av ${who},`,
    declined: (who) => `${who} svara nei,`,
  },
  link: {
    over: (year) => `Etikkprisen ${year}`,
    leaderTitle: 'Stadfest søknaden',
    leaderLead: (organisation) =>
      `${organisation} søkjer Etikkprisen og har oppgitt deg som leiaren som godkjenner søknaden.`,
    partnerTitle: 'Stadfest samarbeidet',
    partnerLead: (organisation, partner) =>
      `${organisation} søkjer Etikkprisen og har oppgitt ${partner} som samarbeidspartnar.`,
    noAccount: 'Du treng ingen konto. Svaret ditt blir ståande, med namnet ditt.',
    application: 'Søknaden',
    documents: 'Vedlegg',
    answerTitle: 'Svaret ditt',
    deadline: 'Svar innan',
    leaderQuestion: 'Godkjenner du søknaden?',
    leaderYes: 'Ja, eg har lese søknaden og godkjenner han',
    partnerQuestion: (partner) => `Er ${partner} med på søknaden?`,
    partnerYes: 'Ja, vi er med',
    no: 'Nei',
    name: 'Namnet ditt',
    final: 'Svaret kan ikkje endrast etterpå.',
    send: 'Send svaret',
    answered: {
      confirmed: 'Takk! Du har stadfesta. Svaret vart registrert',
      declined: 'Takk for svaret. Du svara nei. Svaret vart registrert',
    },
    late: (deadline) => `Fristen for å stadfeste gjekk ut ${deadline}.`,
    settled: 'Søknaden er ferdig behandla eller trekt. Du treng ikkje gjere noko.',
  },
  setup: {
    title: 'Stadfestingar',
    leaderApproval: 'Korleis leiaren godkjenner søknaden',
    tick: 'Søkjaren kryssar av og oppgir namn og stilling',
    link: 'Leiaren stadfestar sjølv med ei lenkje',
    days: 'Dagar etter søknadsfristen som stadfestingar kan kome',
    partners: 'Samarbeidspartnarar stadfestar med ei lenkje',
    save: 'Lagre stadfestingane',
  },
};
