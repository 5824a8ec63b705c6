/** What reads better as a table or a list than as prose: optional, for the reader's overview and for statistics. */
import type { LocalText } from '../../nominations/schema.ts';
import type { ChoicesDetails, Details } from '../../writing/schema-structured.ts';
import type { Localised } from '../schema.ts';
import type { DefaultQuestion } from './questions.ts';

const fact = (details: Details, texts: Localised<LocalText>): DefaultQuestion => ({
  section: 'facts',
  kind: 'columns' in details ? 'table' : 'choices',
  criterion: null,
  required: false,
  wordLimit: null,
  details,
  texts,
});

type Option = [key: string, nb: string, nn: string, en: string];
const choices = (...options: Option[]): ChoicesDetails => ({
  options: options.map(([key, nb, nn, en]) => ({ key, texts: { nb, nn, en } })),
  other: true,
});

export const factQuestions: readonly DefaultQuestion[] = [
  fact(
    {
      columns: [
        {
          key: 'department',
          type: 'text',
          texts: { nb: 'Avdeling eller tjeneste', nn: 'Avdeling eller teneste', en: 'Department or service' },
        },
        {
          key: 'advisers',
          type: 'number',
          texts: { nb: 'Etikkveiledere', nn: 'Etikkrettleiarar', en: 'Ethics advisers' },
        },
      ],
    },
    {
      nb: {
        label: 'Avdelinger og etikkveiledere',
        help: 'Hvor er dere i gang, og hvor mange etikkveiledere er det der?',
      },
      nn: {
        label: 'Avdelingar og etikkrettleiarar',
        help: 'Kvar er de i gang, og kor mange etikkrettleiarar er det der?',
      },
      en: {
        label: 'Departments and ethics advisers',
        help: 'Where is the work under way, and how many ethics advisers are there?',
      },
    },
  ),
  fact(
    {
      columns: [
        {
          key: 'course',
          type: 'text',
          texts: { nb: 'Kurs eller samling', nn: 'Kurs eller samling', en: 'Course or gathering' },
        },
        {
          key: 'participants',
          type: 'number',
          texts: { nb: 'Deltakere', nn: 'Deltakarar', en: 'Participants' },
        },
      ],
    },
    {
      nb: {
        label: 'Kurs og deltakere',
        help: 'Omtrentlige tall er gode nok. Vi legger sammen for dere.',
      },
      nn: { label: 'Kurs og deltakarar', help: 'Omtrentlege tal er gode nok. Vi legg saman for dykk.' },
      en: { label: 'Courses and participants', help: 'Rough figures will do. We add them up for you.' },
    },
  ),
  fact(
    choices(
      ['sme', 'SME-modellen', 'SME-modellen', 'The SME model'],
      ['refleksjonsgrupper', 'Refleksjonsgrupper', 'Refleksjonsgrupper', 'Reflection groups'],
      ['etikk-kort', 'Etikk-kort', 'Etikk-kort', 'Ethics cards'],
      ['martin-filmene', 'Martin-filmene', 'Martin-filmane', 'The Martin films'],
      ['refleksjonsrommet', 'Refleksjonsrommet', 'Refleksjonsrommet', 'Refleksjonsrommet'],
      [
        'etikkrad',
        'Etikkråd eller klinisk etikkomité',
        'Etikkråd eller klinisk etikkomité',
        'Ethics committee',
      ],
      ['forhandssamtaler', 'Forhåndssamtaler', 'Førehandssamtalar', 'Advance care planning'],
    ),
    {
      nb: { label: 'Metoder dere bruker' },
      nn: { label: 'Metodar de bruker' },
      en: { label: 'Methods you use' },
    },
  ),
  fact(
    choices(
      ['parorende', 'Pårørende', 'Pårørande', 'Next of kin'],
      ['makt-og-tvang', 'Makt og tvang', 'Makt og tvang', 'Power and coercion'],
      ['skjulte-verdier', 'Skjulte verdier', 'Skjulte verdiar', 'Hidden values'],
      ['etikk-og-juss', 'Etikk og juss', 'Etikk og juss', 'Ethics and law'],
      ['prioritering', 'Prioritering', 'Prioritering', 'Priorities'],
      ['velferdsteknologi', 'Velferdsteknologi', 'Velferdsteknologi', 'Welfare technology'],
      ['livets-slutt', 'Livets slutt', 'Slutten på livet', 'The end of life'],
      ['moralsk-stress', 'Moralsk stress', 'Moralsk stress', 'Moral distress'],
      ['sprak-og-kultur', 'Språk og kultur', 'Språk og kultur', 'Language and culture'],
    ),
    {
      nb: { label: 'Temaer dere arbeider med' },
      nn: { label: 'Tema de arbeider med' },
      en: { label: 'Themes you work on' },
    },
  ),
  fact(
    choices(
      ['leve-hele-livet', 'Leve hele livet', 'Leve heile livet', 'Leve hele livet'],
      ['bo-trygt-hjemme', 'Bo trygt hjemme', 'Bu trygt heime', 'Bo trygt hjemme'],
      ['gode-pasientforlop', 'Gode pasientforløp', 'Gode pasientforløp', 'Gode pasientforløp'],
      ['lindrende', 'Lindrende behandling og omsorg', 'Lindrande behandling og omsorg', 'Palliative care'],
      ['parorendestrategien', 'Pårørendestrategien', 'Pårørandestrategien', 'The strategy for next of kin'],
      ['demensplanen', 'Demensplanen', 'Demensplanen', 'The dementia plan'],
      ['tryggest', 'TryggEst', 'TryggEst', 'TryggEst'],
      [
        'trygghetsstandarden',
        'Trygghetsstandarden for sykehjem',
        'Tryggleiksstandarden for sjukeheimar',
        'The safety standard for nursing homes',
      ],
      ['kompetanseloft', 'Kompetanseløftet', 'Kompetanseløftet', 'Kompetanseløftet'],
    ),
    {
      nb: {
        label: 'Andre satsinger arbeidet henger sammen med',
        help: 'Det hjelper oss å forstå sammenhengen, og teller ikke i vurderingen.',
      },
      nn: {
        label: 'Andre satsingar arbeidet heng saman med',
        help: 'Det hjelper oss å forstå samanhengen, og tel ikkje i vurderinga.',
      },
      en: {
        label: 'Other programmes the work is connected with',
        help: 'It helps us to understand, and does not count in the assessment.',
      },
    },
  ),
];
