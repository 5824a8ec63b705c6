/** One question for each assessed criterion, with what is worth telling. */
import type { LocalText } from '../../nominations/schema.ts';
import type { DefaultQuestion } from './questions.ts';

type Text = [label: string, ...prompts: string[]];

const help = {
  nb: 'Vis til dokumentasjon eller gi et eksempel. Stikkordene er til hjelp; dere trenger ikke svare på alle.',
  nn: 'Vis til dokumentasjon eller gi eit døme. Stikkorda er til hjelp; de treng ikkje svare på alle.',
  en: 'Refer to documentation or give an example. The cues are meant to help; you need not answer all of them.',
};

function question(criterion: number, nb: Text, nn: Text, en: Text): DefaultQuestion {
  const text = ([label, ...prompts]: Text, lang: keyof typeof help): LocalText => ({
    label,
    help: help[lang],
    prompts,
  });
  return {
    section: 'criteria',
    kind: 'text',
    criterion,
    required: true,
    wordLimit: 300,
    texts: { nb: text(nb, 'nb'), nn: text(nn, 'nn'), en: text(en, 'en') },
  };
}

export const criteriaQuestions: readonly DefaultQuestion[] = [
  question(
    0,
    [
      'Hvordan har arbeidet styrket brukernes opplevelse av verdighet og integritet?',
      'Hva er annerledes for pasienter, brukere og pårørende i dag?',
      'Hvordan vet dere det? Vis gjerne til tilbakemeldinger eller undersøkelser.',
    ],
    [
      'Korleis har arbeidet styrkt brukarane si oppleving av verdigheit og integritet?',
      'Kva er annleis for pasientar, brukarar og pårørande i dag?',
      'Korleis veit de det? Vis gjerne til tilbakemeldingar eller undersøkingar.',
    ],
    [
      'How has the work strengthened the users’ experience of dignity and integrity?',
      'What is different for patients, users and next of kin today?',
      'How do you know? Please refer to feedback or surveys.',
    ],
  ),
  question(
    1,
    [
      'Hvordan har arbeidet styrket den etiske kompetansen til ledere og ansatte?',
      'Hvor mange har fått opplæring, og hvor mange tar del i etisk refleksjon?',
      'Hvor mange etikkveiledere har dere, og i hvor mange avdelinger?',
      'Hvilke metoder og verktøy bruker dere? For eksempel SME-modellen, etikk-kort eller filmene om Martin.',
    ],
    [
      'Korleis har arbeidet styrkt den etiske kompetansen til leiarar og tilsette?',
      'Kor mange har fått opplæring, og kor mange tek del i etisk refleksjon?',
      'Kor mange etikkrettleiarar har de, og i kor mange avdelingar?',
      'Kva metodar og verktøy bruker de? Til dømes SME-modellen, etikk-kort eller filmane om Martin.',
    ],
    [
      'How has the work strengthened the ethical competence of leaders and staff?',
      'How many have been trained, and how many take part in ethical reflection?',
      'How many ethics facilitators do you have, and in how many units?',
      'Which methods and tools do you use? For example the SME model, ethics cards or the films about Martin.',
    ],
  ),
  question(
    2,
    [
      'Hvordan har arbeidet gjort tjenestene bedre?',
      'Hva gjør dere annerledes i møte med et vanskelig valg?',
      'Har dere sett virkninger, for eksempel mindre moralsk stress, mer jobbnærvær eller bedre vurderinger før vedtak om tvang?',
    ],
    [
      'Korleis har arbeidet gjort tenestene betre?',
      'Kva gjer de annleis i møte med eit vanskeleg val?',
      'Har de sett verknader, til dømes mindre moralsk stress, meir jobbnærvær eller betre vurderingar før vedtak om tvang?',
    ],
    [
      'How has the work made the services better?',
      'What do you do differently when you meet a hard choice?',
      'Have you seen effects, for example less moral stress, more presence at work or better judgement before the use of coercion?',
    ],
  ),
  question(
    3,
    [
      'Hvordan har arbeidet styrket brukermedvirkningen?',
      'Hvordan er brukere og pårørende med i etikkarbeidet?',
      'Gi et eksempel på noe som ble endret fordi noen sa fra.',
    ],
    [
      'Korleis har arbeidet styrkt brukarmedverknaden?',
      'Korleis er brukarar og pårørande med i etikkarbeidet?',
      'Gi eit døme på noko som vart endra fordi nokon sa frå.',
    ],
    [
      'How has the work strengthened user participation?',
      'How do users and next of kin take part in the ethics work?',
      'Give an example of something that changed because somebody spoke up.',
    ],
  ),
  question(
    4,
    [
      'Hvordan engasjerer arbeidet ledere og ansatte?',
      'Hvem deltar, og hvordan kommer nye med?',
      'Er det satt av tid til refleksjon? Hvem leder den, og hvem etterspør den?',
    ],
    [
      'Korleis engasjerer arbeidet leiarar og tilsette?',
      'Kven deltek, og korleis kjem nye med?',
      'Er det sett av tid til refleksjon? Kven leier han, og kven etterspør han?',
    ],
    [
      'How does the work engage leaders and staff?',
      'Who takes part, and how do new people come in?',
      'Is there time set aside for reflection? Who leads it, and who asks for it?',
    ],
  ),
  question(
    5,
    [
      'Hvordan er arbeidet forankret på de tre nivåene?',
      'Står etikkarbeidet i kommunens planer?',
      'Hvem har det overordnede ansvaret?',
      'Hva gjør toppledelsen, mellomlederne og de ansatte, hver for seg og sammen?',
    ],
    [
      'Korleis er arbeidet forankra på dei tre nivåa?',
      'Står etikkarbeidet i planane til kommunen?',
      'Kven har det overordna ansvaret?',
      'Kva gjer toppleiinga, mellomleiarane og dei tilsette, kvar for seg og saman?',
    ],
    [
      'How is the work anchored at the three levels?',
      'Is the ethics work part of the municipality’s plans?',
      'Who has the overall responsibility?',
      'What do top management, middle managers and staff do, each and together?',
    ],
  ),
  question(
    6,
    [
      'Hvordan er arbeidet systematisk, varig og dokumentert?',
      'Hvor lenge har dere holdt på, og hva holder arbeidet i gang når folk slutter?',
      'Hvordan dokumenterer og evaluerer dere det? Legg gjerne ved planer eller rapporter.',
      'Hva er planen videre, og deler dere erfaringene med andre?',
    ],
    [
      'Korleis er arbeidet systematisk, varig og dokumentert?',
      'Kor lenge har de halde på, og kva held arbeidet i gang når folk sluttar?',
      'Korleis dokumenterer og evaluerer de det? Legg gjerne ved planar eller rapportar.',
      'Kva er planen vidare, og deler de erfaringane med andre?',
    ],
    [
      'How is the work systematic, lasting and documented?',
      'How long have you been at it, and what keeps the work going when people leave?',
      'How do you document and evaluate it? Plans or reports are welcome as attachments.',
      'What is the plan from here, and do you share what you have learnt?',
    ],
  ),
];
