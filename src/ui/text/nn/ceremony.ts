import type { ceremony as nb } from '../nb/ceremony.ts';

export const ceremony: typeof nb = {
  title: 'Seremoni',
  lead: 'Her styrer du skjermen i salen. Vinnaren blir offentleg i den augneblinken du kunngjer.',
  rehearsalTitle: 'Prøve på seremonien',
  rehearsalLead: 'Øv så mykje du vil. Namna er oppdikta, og ingenting blir offentleg.',
  rehearsal: 'Prøve',
  notYet: 'Når dei nominerte er offentlege, kan du styre skjermen herifrå. Prøva kan du bruke alt no.',
  lost: 'Ingen kontakt med tenesta. Det du ser, blir ståande. Trykk igjen om litt.',
  moves: { next: 'Neste', back: 'Tilbake', announce: 'Kunngjer vinnaren', restart: 'Til byrjinga' },
  states: {
    missing: () => 'Kunngjeringa av vinnaren er ikkje godkjend enno. Då kan du ikkje kunngjere herifrå.',
    byMoment: (when) => `Vinnaren blir offentleg av seg sjølv ${when}. Då kan du vise han her.`,
    waiting: (when) => `Alt er klart. Om ingen kunngjer, blir vinnaren offentleg av seg sjølv ${when}.`,
    held: () => 'Halden att: Vinnaren blir offentleg berre når du kunngjer.',
    takenDown: () => 'Vinnaren er teken ned. Ei retting må gjerast klar og godkjennast før nokon kan visast.',
    public: (when) => `Vinnaren er offentleg sidan ${when}.`,
  },
  screens: 'Skjermen i salen',
  openScreen: 'Opne skjermen',
  toRehearsal: 'Øv med oppdikta namn',
  toCeremony: 'Til den ordentlege seremonien',
  howTo: [
    'Opne skjermen på maskina til projektoren, og vel full skjerm (F11). Han treng inga innlogging, og følgjer det du gjer her.',
    'Ein presentasjonsklikkar, mellomrom eller piltastane verkar på denne sida: fram og tilbake.',
    'Mistar skjermen nettet, blir biletet ståande til nettet er tilbake. Etter kunngjeringa kan du vise vinnaren frå denne sida.',
  ],
  screenTitle: (year) => `Utdeling av Etikkprisen ${year}`,
  notNow:
    'Seremonien kan øvast på og køyrast frå juryen har bestemt kven som er nominert, og til prisåret er arkivert.',
  screenLost: 'Ventar på nett',
  fullScreen: 'Full skjerm',
  welcome: 'Velkomen til utdelinga av',
  prize: (year) => `Etikkprisen ${year}`,
  nominatedFor: (year) => `Nominert til Etikkprisen ${year}`,
  numberOf: (number, of) => `${number} av ${of}`,
  before: 'Og vinnaren er …',
  winnerOf: (year) => `Vinnar av Etikkprisen ${year}`,
  honourable: 'Heiderleg omtale',
  noAward: 'Prisen blir ikkje delt ut i år',
  invented: {
    names: ['Solvika sjukeheim', 'Fjellheim heimeteneste', 'Eventyrdalen kommune'],
    statement:
      'Oppdikta: Dei tilsette øver på vanskelege val saman, og pårørande er med når planane blir lagde.',
    text: 'Oppdikta: Juryen var samd.',
  },
};
