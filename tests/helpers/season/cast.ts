/** Who is there, and what they read and press in common. */
import type { Hands } from './hands.ts';
import type { Person } from './stage.ts';

export const administrator: Person = { name: 'Astrid Lienvold', email: 'astrid@ks.no' };
export const secretary: Person = { name: 'Ingeborg Aashagen', email: 'ingeborg@ks.no' };
export const leader: Person = { name: 'Bente Ramsødegård', email: 'bente@ks.no', byLink: true };
export const jury = [
  {
    name: 'Sigrid Falkangen',
    email: 'sigrid@uio.example',
    seat: 'Senter for medisinsk etikk',
    role: 'juryleder',
  },
  { name: 'Olav Brekkestad', email: 'olav@hdir.example', seat: 'Helsedirektoratet', role: 'nestleder' },
  { name: 'Nina Hauglien', email: 'nina@ks.example', seat: 'KS', role: 'jurymedlem' },
  { name: 'Liv Torgersdal', email: 'liv@fagforbundet.example', seat: 'Fagforbundet', role: 'jurymedlem' },
  {
    name: 'Ola Vik',
    email: 'ola@parorende.example',
    seat: 'Pårørendealliansen',
    role: 'varamedlem',
  },
] as const;
export const [chair, , connected] = jury;
/** Those who judge: the deputy is there in case. */
export const judging = jury.filter(({ role }) => role !== 'varamedlem');
export const applicants = [
  {
    name: 'Kari Eikeland',
    email: 'kari@eigersund.example',
    kind: 'Kommune',
    field: 'Kommune',
    organisation: 'Eigersund',
  },
  {
    name: 'Tom Solbakken',
    email: 'tom@solbakken.example',
    kind: 'Virksomhet',
    field: 'Navnet på virksomheten',
    organisation: 'Solbakken omsorgssenter',
  },
  {
    name: 'Eva Nesland',
    email: 'eva@nesland.example',
    kind: 'Virksomhet',
    field: 'Navnet på virksomheten',
    organisation: 'Nesland sykehjem',
  },
] as const;
export const [winner, other, third] = applicants;
/** Begins, and never sends it in. */
export const drafter = {
  name: 'Mona Hestnes',
  email: 'mona@modum.example',
  kind: 'Kommune',
  field: 'Kommune',
  organisation: 'Modum',
} as const;
/** One has a place at the ceremony, the other waits for it. */
export const [guest, waiting] = [
  { name: 'Berit Nordhagen', email: 'berit@gjest.example' },
  { name: 'Per Ulvund', email: 'per@gjest.example' },
] as const;
/** Cannot use a page, and says so. */
export const reader = 'leser@publikum.example';
export const nominated = [winner, other];

export const statementOf = (organisation: string, lang: 'nb' | 'nn'): string =>
  lang === 'nb'
    ? `Fagjuryen mener at ${organisation} har arbeidet lenge og godt.`
    : `Fagjuryen meiner at ${organisation} har arbeidd lenge og godt.`;

/** The page says so, or will in a moment. @throws with what it says instead */
export async function says(hands: Hands, text: string | RegExp): Promise<void> {
  const found = hands.page.locator('main').getByText(text).first();
  await found.waitFor({ timeout: 15_000 }).catch(async () => {
    throw new Error(`${hands.page.url()} does not say ${text}:\n${await hands.reads()}`);
  });
}

/** Goes back to the start page and takes up what waits there, by the words of the task. */
export async function task(hands: Hands, name: string | RegExp): Promise<void> {
  await hands.follow('Min side');
  await hands.follow(name);
}
