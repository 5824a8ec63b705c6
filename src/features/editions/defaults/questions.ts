/** The form an edition starts with: about the applicant, one question for each criterion, what counts in addition, and the approval. */
import { approvalQuestions } from './questions-approval.ts';
import { factQuestions } from './questions-facts.ts';
import { criteriaQuestions } from './questions-criteria.ts';
import type { Details } from '../../writing/schema-structured.ts';
import type { LocalText } from '../../nominations/schema.ts';
import type { Localised } from '../schema.ts';

export interface DefaultQuestion {
  section: 'about' | 'criteria' | 'facts' | 'extra' | 'approval';
  kind: 'text' | 'line' | 'tick' | 'table' | 'choices';
  /** Columns or options of a table or of choices. */
  details?: Details;
  /** Which of the default criteria it belongs to, counted from 0; `null` for none. */
  criterion: number | null;
  required: boolean;
  wordLimit: number | null;
  texts: Localised<LocalText>;
}

const aboutQuestions: readonly DefaultQuestion[] = [
  {
    section: 'about',
    kind: 'line',
    criterion: null,
    required: true,
    wordLimit: null,
    texts: {
      nb: {
        label: 'Kontaktperson',
        help: 'Navn, stilling og telefonnummer til den vi kan spørre hvis vi lurer på noe.',
      },
      nn: {
        label: 'Kontaktperson',
        help: 'Namn, stilling og telefonnummer til den vi kan spørje om vi lurer på noko.',
      },
      en: { label: 'Contact', help: 'Name, position and telephone number of the person we can ask.' },
    },
  },
  {
    section: 'about',
    kind: 'text',
    criterion: null,
    required: true,
    wordLimit: 150,
    texts: {
      nb: {
        label: 'Kort om etikkarbeidet deres',
        help: 'Skriv for en leser som ikke kjenner dere. Blir dere nominert, kan vi offentliggjøre denne teksten.',
        prompts: [
          'Hvem er dere, og hvilke tjenester gjelder det?',
          'Hva gjør dere, og hva er det viktigste som har endret seg?',
        ],
      },
      nn: {
        label: 'Kort om etikkarbeidet dykkar',
        help: 'Skriv for ein lesar som ikkje kjenner dykk. Blir de nominerte, kan vi offentleggjere denne teksten.',
        prompts: [
          'Kven er de, og kva tenester gjeld det?',
          'Kva gjer de, og kva er det viktigaste som har endra seg?',
        ],
      },
      en: {
        label: 'Your ethics work in short',
        help: 'Write for a reader who does not know you. If you are nominated, we may publish this text.',
        prompts: [
          'Who are you, and which services is it about?',
          'What do you do, and what is the most important change?',
        ],
      },
    },
  },
];

const extraQuestions: readonly DefaultQuestion[] = [
  {
    section: 'extra',
    kind: 'text',
    criterion: 7,
    required: false,
    wordLimit: 200,
    texts: {
      nb: {
        label: 'Har dere gjort noe nytt?',
        help: 'Nyskaping, kreativitet og nye løsninger teller i tillegg. La feltet stå tomt hvis det ikke passer.',
        prompts: ['Har dere funnet en form, en metode eller et verktøy som andre kan ha nytte av?'],
      },
      nn: {
        label: 'Har de gjort noko nytt?',
        help: 'Nyskaping, kreativitet og nye løysingar tel i tillegg. La feltet stå tomt om det ikkje passar.',
        prompts: ['Har de funne ei form, ein metode eller eit verktøy som andre kan ha nytte av?'],
      },
      en: {
        label: 'Have you done something new?',
        help: 'Innovation, creativity and new solutions count in addition. Leave it empty if it does not apply.',
        prompts: ['Have you found a form, a method or a tool that others can use?'],
      },
    },
  },
];

export const defaultQuestions: readonly DefaultQuestion[] = [
  ...aboutQuestions,
  ...criteriaQuestions,
  ...factQuestions,
  ...extraQuestions,
  ...approvalQuestions,
];
