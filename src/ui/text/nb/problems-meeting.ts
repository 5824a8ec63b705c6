/** What may be refused at the jury's meeting and in its votes. */
export const meetingProblems = {
  'meeting/open-already': {
    title: 'Et møte pågår allerede',
    detail: 'Avslutt det før du starter et nytt.',
  },
  'meeting/over': {
    title: 'Møtet er avsluttet',
    detail: 'Det som er ført, kan ikke endres.',
  },
  'meeting/members-in': {
    title: 'Noen må gå ut først',
    detail: 'De som er ute av det som skal behandles, er fortsatt i rommet. Før dem ut, og åpne igjen.',
  },
  'meeting/not-in-now': {
    title: 'Ikke inn ennå',
    detail: 'Det som er åpent nå, er ikke for denne personen. Lukk det først.',
  },
  'motion/open-already': {
    title: 'En avstemning pågår allerede',
    detail: 'Avslutt den før du legger fram et nytt forslag.',
  },
  'motion/closed': {
    title: 'Avstemningen er avsluttet',
    detail: 'Det som er ført, kan ikke endres.',
  },
  'motion/no-vote': {
    title: 'Ingen stemme her',
    detail:
      'Den som er ute av noe det velges mellom, stemmer ikke. I en skriftlig avstemning stemmer hver enkelt selv.',
  },
  'motion/not-in-room': {
    title: 'Ikke i rommet',
    detail: 'Bare den som er i rommet, kan stemme i møtet.',
  },
  'motion/no-dissent': {
    title: 'Ingen dissens her',
    detail:
      'Dissens er for den som stemte annerledes enn juryen, når retningslinjene fører stemmene med navn.',
  },
};
