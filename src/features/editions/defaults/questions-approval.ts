/** Who stands behind the application, and what the applicant says yes to. */
import type { LocalText } from '../../nominations/schema.ts';
import type { Localised } from '../schema.ts';
import type { DefaultQuestion } from './questions.ts';

const approval = (kind: 'line' | 'tick', texts: Localised<LocalText>): DefaultQuestion => ({
  section: 'approval',
  kind,
  criterion: null,
  required: true,
  wordLimit: null,
  texts,
});

export const approvalQuestions: readonly DefaultQuestion[] = [
  approval('line', {
    nb: {
      label: 'Leder som godkjenner søknaden',
      help: 'Fullt navn, for eksempel på kommunedirektøren, kommunalsjefen eller virksomhetslederen.',
    },
    nn: {
      label: 'Leiar som godkjenner søknaden',
      help: 'Fullt namn, til dømes på kommunedirektøren, kommunalsjefen eller verksemdsleiaren.',
    },
    en: {
      label: 'Leader who approves the application',
      help: 'Full name, for example of the chief executive or the head of the service.',
    },
  }),
  approval('line', {
    nb: { label: 'Lederens stilling' },
    nn: { label: 'Stillinga til leiaren' },
    en: { label: 'The leader’s position' },
  }),
  approval('tick', {
    nb: { label: 'Lederen har lest søknaden og godkjenner at den sendes inn.' },
    nn: { label: 'Leiaren har lese søknaden og godkjenner at han blir send inn.' },
    en: { label: 'The leader has read the application and approves that it is submitted.' },
  }),
  approval('tick', {
    nb: {
      label:
        'Hvis vi blir nominert, kan navnet vårt, den korte teksten og juryens begrunnelse offentliggjøres.',
    },
    nn: {
      label:
        'Blir vi nominerte, kan namnet vårt, den korte teksten og grunngivinga frå juryen offentleggjerast.',
    },
    en: { label: 'If we are nominated, our name, the short text and the jury’s statement may be published.' },
  }),
  approval('tick', {
    nb: {
      label: 'Ingen pasienter, brukere eller pårørende kan kjennes igjen i søknaden eller vedleggene.',
      help: 'Ta bort navn, fødselsnumre, bilder og historier som peker på bestemte personer.',
    },
    nn: {
      label: 'Ingen pasientar, brukarar eller pårørande kan kjennast att i søknaden eller vedlegga.',
      help: 'Ta bort namn, fødselsnummer, bilete og historier som peikar på bestemte personar.',
    },
    en: {
      label: 'No patients, users or next of kin can be recognised in the application or its attachments.',
      help: 'Remove names, national identity numbers, pictures and stories that point to particular people.',
    },
  }),
];
