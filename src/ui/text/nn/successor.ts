import type { successor as nb } from '../nb/successor.ts';

export const successor: typeof nb = {
  title: 'Notat til den som tek over',
  lead: 'Skriv ned det du lærte, så slepp den neste å finne det ut på nytt. Notata følgjer med når prisåret blir kopiert. Berre sekretariatet ser dei. Skriv ikkje namn på søkjarar her.',
  note: (phase: string) => `Notat om ${phase.toLowerCase()}`,
  save: 'Lagre notatet',
  copied: 'Følgde med frå året som vart kopiert.',
  writtenBy: (name: string, when: string) => `${name}, ${when}`,
  nowTitle: 'Notat om denne delen av året',
  none: 'Ingen har skrive noko om denne delen av året enno.',
  all: 'Alle notata',
  phases: {
    setup: 'Oppsett og planlegging',
    call: 'Utlysing og søknader',
    check: 'Formell kontroll',
    judging: 'Vurderinga i juryen',
    decision: 'Jurymøte og avgjerd',
    publication: 'Offentleggjering og prisutdeling',
    after: 'Etterarbeid',
  },
  coming: {
    title: 'Dette skjer av seg sjølv',
    lead: 'Ingen treng å trykkje på noko. Vil de stoppe eller flytte det, gjer de det på sida lenkja går til.',
    nothing: 'Ingenting er sett opp til å skje av seg sjølv.',
    what: {
      open: (_: number) => 'Utlysinga opnar for søknader.',
      remind: (n: number) => `Påminning til dei som har utkast (${n} no).`,
      close: (_: number) => 'Utlysinga blir lukka, og ingen kan sende inn.',
      countVotes: (_: number) => 'Ei skriftleg avrøysting i juryen sluttar og blir talt opp.',
      publishFinalists: (_: number) => 'Dei nominerte blir offentlege, og søkjarane får e-post.',
      announceWinner: (_: number) => 'Vinnaren blir offentleg, og dei nominerte får e-post.',
      announceWinnerLatest: () =>
        'Vinnaren blir offentleg seinast no, om ingen kunngjer på seremonien før.',
      warnOfErasure: (n: number) => `E-post om at utkast blir sletta om 14 dagar (${n} no).`,
    },
    change: {
      open: 'Flytt opninga',
      remind: 'Endre eller slå av påminningane',
      close: 'Utset fristen',
      countVotes: 'Til møta',
      publishFinalists: 'Sjå, flytt eller stopp',
      announceWinner: 'Sjå, flytt eller stopp',
      announceWinnerLatest: 'Sjå, flytt eller stopp',
      warnOfErasure: 'Les om sletting',
    },
  },
};
