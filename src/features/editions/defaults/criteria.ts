/**
 * The criteria of 2018, 2019 and 2022, in our own words: seven that are assessed, and one that counts in addition. Each with a few
 * questions that a juror may think of when writing on it; none has to be answered.
 */
import type { CriterionText, Localised } from '../schema.ts';

export interface DefaultCriterion {
  kind: 'must' | 'assessed' | 'extra';
  /** `null`: text only, never in a total. */
  weight: number | null;
  texts: Localised<CriterionText>;
}

type Text = [name: string, description: string, ...prompts: string[]];
const criterion = (
  kind: DefaultCriterion['kind'],
  weight: number | null,
  nb: Text,
  nn: Text,
  en: Text,
): DefaultCriterion => {
  const text = ([name, description, ...prompts]: Text): CriterionText => ({ name, description, prompts });
  return { kind, weight, texts: { nb: text(nb), nn: text(nn), en: text(en) } };
};

export const defaultCriteria: readonly DefaultCriterion[] = [
  criterion(
    'assessed',
    1,
    [
      'Verdighet og integritet',
      'Arbeidet styrker brukernes opplevelse av verdighet og integritet.',
      'Hva er blitt annerledes for brukere og pårørende?',
      'Hvordan vet søkeren det: fra brukerne selv, eller fra de ansatte?',
    ],
    [
      'Verdigheit og integritet',
      'Arbeidet styrkjer brukarane si oppleving av verdigheit og integritet.',
      'Kva er blitt annleis for brukarar og pårørande?',
      'Korleis veit søkjaren det: frå brukarane sjølve, eller frå dei tilsette?',
    ],
    [
      'Dignity and integrity',
      'The work strengthens the users’ experience of dignity and integrity.',
      'What has become different for users and next of kin?',
      'How does the applicant know: from the users themselves, or from the staff?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Etisk kompetanse',
      'Arbeidet styrker den etiske kompetansen til ledere og ansatte.',
      'Hvor mange er med, og gjelder det både ledere og ansatte?',
      'Brukes metodene i hverdagen, eller er det mest kurs?',
      'Er det etikkveiledere i avdelingene?',
    ],
    [
      'Etisk kompetanse',
      'Arbeidet styrkjer den etiske kompetansen til leiarar og tilsette.',
      'Kor mange er med, og gjeld det både leiarar og tilsette?',
      'Blir metodane brukte i kvardagen, eller er det mest kurs?',
      'Er det etikkrettleiarar i avdelingane?',
    ],
    [
      'Ethical competence',
      'The work strengthens the ethical competence of leaders and staff.',
      'How many take part, and are they both leaders and staff?',
      'Are the methods used in everyday work, or is it mostly courses?',
      'Are there ethics facilitators in the units?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Kvalitet i tjenestene',
      'Arbeidet gjør kvaliteten på tjenestene bedre.',
      'Hva gjør de ansatte på en annen måte enn før?',
      'Er det vist virkninger, for eksempel mindre moralsk stress eller mindre bruk av tvang?',
    ],
    [
      'Kvalitet i tenestene',
      'Arbeidet gjer kvaliteten på tenestene betre.',
      'Kva gjer dei tilsette på ein annan måte enn før?',
      'Er det vist verknader, til dømes mindre moralsk stress eller mindre bruk av tvang?',
    ],
    [
      'Quality of the services',
      'The work improves the quality of the services.',
      'What do the staff do in another way than before?',
      'Are effects shown, for example less moral stress or less use of coercion?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Brukermedvirkning',
      'Arbeidet styrker brukernes og de pårørendes mulighet til å medvirke.',
      'Er brukere og pårørende med i selve etikkarbeidet, eller bare omtalt?',
      'Er det et eksempel på noe som ble endret fordi noen sa fra?',
    ],
    [
      'Brukarmedverknad',
      'Arbeidet gjer at brukarar og pårørande får medverke meir.',
      'Er brukarar og pårørande med i sjølve etikkarbeidet, eller berre omtalte?',
      'Er det eit døme på noko som vart endra fordi nokon sa frå?',
    ],
    [
      'User participation',
      'The work strengthens the part that users and next of kin can take.',
      'Do users and next of kin take part in the ethics work itself, or are they only spoken of?',
      'Is there an example of something that changed because somebody spoke up?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Engasjement',
      'Arbeidet engasjerer ledere og ansatte i hele virksomheten.',
      'Hvem deltar: noen få, eller alle yrkesgrupper og vakter?',
      'Er det satt av tid, og er det noen som leder og etterspør refleksjonen?',
    ],
    [
      'Engasjement',
      'Arbeidet engasjerer leiarar og tilsette i heile verksemda.',
      'Kven deltek: nokre få, eller alle yrkesgrupper og vakter?',
      'Er det sett av tid, og er det nokon som leier og etterspør refleksjonen?',
    ],
    [
      'Engagement',
      'The work engages leaders and staff throughout the organisation.',
      'Who takes part: a few, or every profession and shift?',
      'Is time set aside, and does somebody lead the reflection and ask for it?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Forankring',
      'Arbeidet er forankret i kommunen på tre nivåer: hos toppledelsen, hos mellomlederne og blant de ansatte.',
      'Står etikkarbeidet i planene til kommunen eller virksomheten?',
      'Er det én som har det overordnede ansvaret?',
      'Hva gjør hvert av de tre nivåene?',
    ],
    [
      'Forankring',
      'Arbeidet er forankra i kommunen på tre nivå: i toppleiinga, hos mellomleiarane og blant dei tilsette.',
      'Står etikkarbeidet i planane til kommunen eller verksemda?',
      'Er det éin som har det overordna ansvaret?',
      'Kva gjer kvart av dei tre nivåa?',
    ],
    [
      'Anchoring',
      'The work is anchored in the municipality at three levels: top management, middle management and staff.',
      'Is the ethics work part of the plans of the municipality or the organisation?',
      'Does one person have the overall responsibility?',
      'What does each of the three levels do?',
    ],
  ),
  criterion(
    'assessed',
    1,
    [
      'Systematisk, varig og dokumentert',
      'Arbeidet er systematisk, varer over tid og er dokumentert.',
      'Hvor lenge har det vart, og hva holder det i gang når folk slutter?',
      'Er det dokumentert og evaluert, og vist til i vedleggene?',
      'Er det en plan videre, og deles erfaringene med andre?',
    ],
    [
      'Systematisk, varig og dokumentert',
      'Arbeidet er systematisk, varer over tid og er dokumentert.',
      'Kor lenge har det vart, og kva held det i gang når folk sluttar?',
      'Er det dokumentert og evaluert, og vist til i vedlegga?',
      'Er det ein plan vidare, og blir erfaringane delte med andre?',
    ],
    [
      'Systematic, lasting and documented',
      'The work is systematic, lasts over time and is documented.',
      'How long has it lasted, and what keeps it going when people leave?',
      'Is it documented and evaluated, and referred to in the attachments?',
      'Is there a plan from here, and is what was learnt shared with others?',
    ],
  ),
  criterion(
    'extra',
    null,
    [
      'Nyskaping',
      'Nyskaping, kreativitet og nye løsninger teller i tillegg.',
      'Er det noe her som andre kan ta etter?',
    ],
    [
      'Nyskaping',
      'Nyskaping, kreativitet og nye løysingar tel i tillegg.',
      'Er det noko her som andre kan ta etter?',
    ],
    [
      'Innovation',
      'Innovation, creativity and new solutions count in addition.',
      'Is there something here that others can learn from?',
    ],
  ),
];
