/** Who plays in the season of 2022, and the three outcomes that it is played with. */
export const people = {
  secretary: { name: 'Ingeborg Aashagen', email: 'ingeborg.aashagen@example.no' },
  secondSecretary: { name: 'Tor Henrik Vangsnes', email: 'tor.vangsnes@example.no' },
  leader: { name: 'Bente Ramsødegård', email: 'bente.ramsodegard@example.no' },
} as const;

export interface Juror {
  name: string;
  email: string;
  organisation: string;
  role: 'chair' | 'deputyChair' | 'member';
  /** The one application this juror is out of, and why. */
  conflict?: { with: ApplicantKey; ground: 'H7' | 'H9'; note: string };
}

const juror = (
  name: string,
  organisation: string,
  role: Juror['role'],
  conflict?: Juror['conflict'],
): Juror => ({
  name,
  email: `${name.toLowerCase().replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll(' ', '.')}@example.no`,
  organisation,
  role,
  ...(conflict && { conflict }),
});

export const jury: readonly Juror[] = [
  juror('Sigrid Falkangen', 'Senter for medisinsk etikk', 'chair'),
  juror('Olav Brekkestad', 'Helsedirektoratet', 'deputyChair'),
  juror('Nina Hauglien', 'KS', 'member'),
  juror('Liv Torgersdal', 'Fagforbundet', 'member', {
    with: 'eigersund',
    ground: 'H7',
    note: 'Jeg veiledet refleksjonsgruppene deres i 2021.',
  }),
  juror('Einar Sollien', 'Norsk Sykepleierforbund', 'member'),
  juror('Marit Øverby', 'Den norske legeforening', 'member', {
    with: 'oslo',
    ground: 'H9',
    note: 'Jeg arbeider i en annen enhet i samme etat.',
  }),
  juror('Jon Aspelund', 'Pensjonistforbundet', 'member'),
];

export type ApplicantKey =
  | 'eigersund'
  | 'modum'
  | 'oslo'
  | 'kongsvinger'
  | 'fredrikstad'
  | 'voss'
  | 'halden'
  | 'larvik'
  | 'gjovik';

export interface Applicant {
  key: ApplicantKey;
  kind: 'municipality' | 'enterprise';
  organisation: string;
  contact: string;
  email: string;
  /** What becomes of it, but for the jury's choice. */
  fate: 'judged' | 'changed' | 'returned' | 'withdrawn' | 'rejected' | 'late';
}

const applicant = (
  key: ApplicantKey,
  organisation: string,
  contact: string,
  fate: Applicant['fate'],
  kind: Applicant['kind'] = 'municipality',
): Applicant => ({ key, kind, organisation, contact, email: `${key}@example.no`, fate });

/** Six that the jury judges, and three that do not get so far. */
export const applicants: readonly Applicant[] = [
  applicant('eigersund', 'Eigersund', 'Kari Egeland', 'judged'),
  applicant('modum', 'Modum', 'Håkon Vikersund', 'changed'),
  applicant('oslo', 'Oslo kommune (KEK)', 'Åse Nordstrand', 'judged', 'enterprise'),
  applicant('kongsvinger', 'Kongsvinger', 'Ola Vinger', 'returned'),
  applicant('fredrikstad', 'Fredrikstad', 'Siri Onsøy', 'judged'),
  applicant('voss', 'Voss', 'Gunnhild Evanger', 'judged'),
  applicant('halden', 'Halden', 'Per Idd', 'withdrawn'),
  applicant('larvik', 'Larvik', 'Anne Tjølling', 'rejected'),
  applicant('gjovik', 'Gjøvik', 'Arne Biri', 'late'),
];

export const isJudged = ({ fate }: Applicant): boolean => ['judged', 'changed', 'returned'].includes(fate);

export type WorldName = 'A' | 'B' | 'C';
/** The jury's order, best first: the first three are nominated, the first of all wins. A is what happened in 2022. */
export const outcomes: Readonly<Record<WorldName, readonly ApplicantKey[]>> = {
  A: ['eigersund', 'modum', 'oslo', 'fredrikstad', 'voss', 'kongsvinger'],
  B: ['voss', 'kongsvinger', 'fredrikstad', 'eigersund', 'oslo', 'modum'],
  C: ['oslo', 'eigersund', 'modum', 'kongsvinger', 'fredrikstad', 'voss'],
};
export const NOMINATED = 3;
