/** What the jurors of the demonstration write and give: invented, and the same every time. */

/** Points of each application for the seven criteria, before a juror's own measure. In the order of `demoApplications`. */
const base: readonly (readonly number[])[] = [
  [5, 5, 5, 5, 5, 5, 6],
  [6, 5, 5, 6, 5, 5, 4],
  [5, 4, 4, 5, 6, 4, 4],
  [4, 4, 5, 4, 3, 4, 4],
  [5, 4, 4, 4, 4, 3, 3],
  [4, 5, 4, 5, 4, 5, 5],
];
/** Some jurors are stricter than others. */
const measure = [0, -1, 0, 1, 0, -1, 0];

const themes = [
  'verdighet og integritet',
  'opplæringen',
  'virkningen på tjenestene',
  'medvirkningen',
  'engasjementet',
  'forankringen',
  'systematikken',
];

const words: Readonly<Record<number, readonly ((theme: string) => string)[]>> = {
  2: [
    (theme) => `Her får vi vite lite om ${theme}. Jeg finner ingen eksempler og lurer på hva som er gjort.`,
  ],
  3: [
    (theme) =>
      `Arbeidet med dette er kommet i gang, og ${theme} er omtalt, men jeg savner noe om hva som er blitt annerledes.`,
    (theme) => `Gode hensikter når det gjelder ${theme}. Det er ennå uklart hvor mange det gjelder.`,
  ],
  4: [
    (theme) =>
      `Søknaden beskriver ${theme} godt og konkret. Jeg skulle gjerne lest mer om det som ikke gikk.`,
    (theme) => `Tydelig og troverdig om ${theme}. Tallene støtter teksten, men de er få.`,
    (theme) => `Godt arbeid. Når det gjelder ${theme}, ser vi at det er gjennomført og ikke bare planlagt.`,
  ],
  5: [
    (theme) =>
      `Sterkt. Det som står om ${theme}, er vist med både tall og eksempler, og søkeren er ærlig om det som gjenstår.`,
    (theme) =>
      `Jeg blir overbevist av eksemplene. ${theme[0]?.toUpperCase()}${theme.slice(1)} er tydelig en del av hverdagen.`,
    (theme) =>
      `Meget godt beskrevet. Andre kan lære av hvordan de har arbeidet med dette, særlig når det gjelder ${theme}.`,
  ],
  6: [
    (theme) =>
      `Et forbilde. Jeg har sjelden lest noe så gjennomarbeidet om ${theme}, og virkningen er vist over flere år.`,
    (theme) =>
      `Fremragende. Brukerne har selv vært med på å forme arbeidet, og det merkes i alt som står om ${theme}.`,
  ],
};

/** Points from 2 to 6 and an assessment, for a juror, an application and an assessed criterion, each counted from 0. */
export function demoAssessment(
  juror: number,
  application: number,
  criterion: number,
): { score: number; assessment: string } {
  const wanted =
    (base[application]?.[criterion] ?? 4) +
    (measure[juror] ?? 0) +
    ((juror * 3 + application + criterion) % 5 === 0 ? 1 : 0);
  const score = Math.min(6, Math.max(2, wanted));
  const choices = words[score] ?? [];
  const sentence = choices[(juror + application + criterion) % choices.length];
  return { score, assessment: sentence?.(themes[criterion] ?? '') ?? '' };
}
