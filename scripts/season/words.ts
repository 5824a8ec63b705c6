/** What the applicants, the jurors and the secretariat write. */
import type { Applicant } from './cast.ts';
import { makeDocx, makeJpeg, makePdf, type MadeFile } from './files.ts';

export interface Field {
  id: string;
  kind: string;
  label: string;
  value: string;
  version: number;
}

/** An answer that fits every word limit. */
export function answerTo(
  { kind, label, value }: Field,
  { organisation, contact }: Applicant,
  more: string,
): string {
  if (kind === 'tick') return 'yes';
  if (kind === 'line') return value || `${contact}, fagansvarlig i ${organisation}, telefon 00 00 00 00`;
  if (value) return `${value} ${more}`;
  return `I ${organisation} møtes vi til etisk refleksjon hver måned. ${label} – her er tiltakene forankret i planverket, og både ansatte, pasienter og pårørende er med.`;
}

export function documentsOf({ key, organisation, contact }: Applicant): MadeFile[] {
  const lines = [
    `Etikkarbeidet i ${organisation}`,
    'Refleksjonsgrupper på sykehjemmet, i hjemmetjenesten og på legevakten.',
    'Særlig vekt på pårørendes erfaringer, på språk og på øvelse.',
    `Kontakt: ${contact}`,
  ];
  return [
    makePdf(`Plan for etikkarbeid ${key}.pdf`, lines),
    makeDocx(`Årsmelding ${key}.docx`, [...lines, 'Året gikk bedre enn vi våget å håpe.']),
    makeJpeg(`Refleksjonsgruppe ${key}.jpg`, `Etikkmøte i ${organisation}`),
  ];
}

export const supplementOf = ({ key, organisation }: Applicant): MadeFile =>
  makePdf(`Tillegg ${key}.pdf`, [
    `Tillegg til søknaden fra ${organisation}`,
    'Arbeidet er forankret hos øverste ledelse.',
  ]);

export const assessment = (criterion: string, organisation: string): string =>
  `${criterion}: ${organisation} beskriver dette konkret, med eksempler fra hverdagen og spor av varig endring.`;

export const statement = (organisation: string) => ({
  nb: `${organisation} har bygget opp et etikkarbeid som er forankret i ledelsen og lever i tjenestene. Juryen legger vekt på bredden og på at brukere og pårørende er med.`,
  nn: `${organisation} har bygd opp eit etikkarbeid som er forankra i leiinga og lever i tenestene. Juryen legg vekt på breidda og på at brukarar og pårørande er med.`,
});

export const jointText = {
  finalists: {
    nb: 'Fagjuryen har vurdert seks søknader og nominerer tre kandidater til Etikkprisen 2022.',
    nn: 'Fagjuryen har vurdert seks søknader og nominerer tre kandidatar til Etikkprisen 2022.',
  },
  winner: {
    nb: 'Fagjuryen takker alle som har søkt, og gratulerer vinneren av Etikkprisen 2022.',
    nn: 'Fagjuryen takkar alle som har søkt, og gratulerer vinnaren av Etikkprisen 2022.',
  },
};
