import type { meetingProblems as nb } from '../nb/problems-meeting.ts';

export const meetingProblems: typeof nb = {
  'meeting/open-already': {
    title: 'Eit møte går allereie',
    detail: 'Avslutt det før du startar eit nytt.',
  },
  'meeting/over': {
    title: 'Møtet er avslutta',
    detail: 'Det som er ført, kan ikkje endrast.',
  },
  'meeting/members-in': {
    title: 'Nokon må gå ut først',
    detail: 'Dei som er ute av det som skal behandlast, er framleis i rommet. Før dei ut, og opne på nytt.',
  },
  'meeting/not-in-now': {
    title: 'Ikkje inn enno',
    detail: 'Det som er ope no, er ikkje for denne personen. Lukk det først.',
  },
  'motion/open-already': {
    title: 'Ei avrøysting går allereie',
    detail: 'Avslutt henne før du legg fram eit nytt forslag.',
  },
  'motion/closed': {
    title: 'Avrøystinga er avslutta',
    detail: 'Det som er ført, kan ikkje endrast.',
  },
  'motion/no-vote': {
    title: 'Inga røyst her',
    detail:
      'Den som er ute av noko det blir valt mellom, røystar ikkje. I ei skriftleg avrøysting røystar kvar og ein sjølv.',
  },
  'motion/not-in-room': {
    title: 'Ikkje i rommet',
    detail: 'Berre den som er i rommet, kan røyste i møtet.',
  },
  'motion/no-dissent': {
    title: 'Ingen dissens her',
    detail: 'Dissens er for den som røysta annleis enn juryen, når retningslinjene fører røystene med namn.',
  },
};
