/** The criteria of 2018, 2019 and 2022, in our own words: seven that are assessed, and one that counts in addition. */
import type { CriterionText, Localised } from '../schema.ts';

export interface DefaultCriterion {
  kind: 'must' | 'assessed' | 'extra';
  /** `null`: text only, never in a total. */
  weight: number | null;
  texts: Localised<CriterionText>;
}

const criterion = (
  kind: DefaultCriterion['kind'],
  weight: number | null,
  nb: [string, string],
  nn: [string, string],
  en: [string, string],
): DefaultCriterion => {
  const text = ([name, description]: [string, string]): CriterionText => ({ name, description });
  return { kind, weight, texts: { nb: text(nb), nn: text(nn), en: text(en) } };
};

export const defaultCriteria: readonly DefaultCriterion[] = [
  criterion(
    'assessed',
    1,
    ['Verdighet og integritet', 'Arbeidet styrker brukernes opplevelse av verdighet og integritet.'],
    ['Verdigheit og integritet', 'Arbeidet styrkjer brukarane si oppleving av verdigheit og integritet.'],
    ['Dignity and integrity', 'The work strengthens the users’ experience of dignity and integrity.'],
  ),
  criterion(
    'assessed',
    1,
    ['Etisk kompetanse', 'Arbeidet styrker den etiske kompetansen til ledere og ansatte.'],
    ['Etisk kompetanse', 'Arbeidet styrkjer den etiske kompetansen til leiarar og tilsette.'],
    ['Ethical competence', 'The work strengthens the ethical competence of leaders and staff.'],
  ),
  criterion(
    'assessed',
    1,
    ['Kvalitet i tjenestene', 'Arbeidet gjør kvaliteten på tjenestene bedre.'],
    ['Kvalitet i tenestene', 'Arbeidet gjer kvaliteten på tenestene betre.'],
    ['Quality of the services', 'The work improves the quality of the services.'],
  ),
  criterion(
    'assessed',
    1,
    ['Brukermedvirkning', 'Arbeidet styrker brukernes og de pårørendes mulighet til å medvirke.'],
    ['Brukarmedverknad', 'Arbeidet gjer at brukarar og pårørande får medverke meir.'],
    ['User participation', 'The work strengthens the part that users and next of kin can take.'],
  ),
  criterion(
    'assessed',
    1,
    ['Engasjement', 'Arbeidet engasjerer ledere og ansatte i hele virksomheten.'],
    ['Engasjement', 'Arbeidet engasjerer leiarar og tilsette i heile verksemda.'],
    ['Engagement', 'The work engages leaders and staff throughout the organisation.'],
  ),
  criterion(
    'assessed',
    1,
    [
      'Forankring',
      'Arbeidet er forankret i kommunen på tre nivåer: hos toppledelsen, hos mellomlederne og blant de ansatte.',
    ],
    [
      'Forankring',
      'Arbeidet er forankra i kommunen på tre nivå: i toppleiinga, hos mellomleiarane og blant dei tilsette.',
    ],
    [
      'Anchoring',
      'The work is anchored in the municipality at three levels: top management, middle management and staff.',
    ],
  ),
  criterion(
    'assessed',
    1,
    ['Systematisk, varig og dokumentert', 'Arbeidet er systematisk, varer over tid og er dokumentert.'],
    ['Systematisk, varig og dokumentert', 'Arbeidet er systematisk, varer over tid og er dokumentert.'],
    ['Systematic, lasting and documented', 'The work is systematic, lasts over time and is documented.'],
  ),
  criterion(
    'extra',
    null,
    ['Nyskaping', 'Nyskaping, kreativitet og nye løsninger teller i tillegg.'],
    ['Nyskaping', 'Nyskaping, kreativitet og nye løysingar tel i tillegg.'],
    ['Innovation', 'Innovation, creativity and new solutions count in addition.'],
  ),
];
