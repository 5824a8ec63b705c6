/** What a juror gives on one criterion: the chosen buttons and the text, read as one answer and written back. */
import type { Answer } from './answers.ts';

type Given = { chosen: Record<string, string>; text: string };
type Box = Pick<Answer, 'box' | 'control'>;

const radios = ({ box }: Pick<Answer, 'box'>): HTMLInputElement[] => [
  ...box.querySelectorAll<HTMLInputElement>('input[type=radio]'),
];
/** "score-0199…" is the score: the part of a name before the id of its criterion. */
const partOf = ({ name }: HTMLInputElement): string => name.slice(0, name.indexOf('-'));

const asAnswer = ({ chosen, text }: Given): string =>
  text.trim() === '' && Object.keys(chosen).length === 0 ? '' : JSON.stringify({ chosen, text });
const given = (value: string): Given => (value ? (JSON.parse(value) as Given) : { chosen: {}, text: '' });

function readBy(box: Box, isChosen: (radio: HTMLInputElement) => boolean, text: string): string {
  const chosen = radios(box).filter(isChosen);
  return asAnswer({ chosen: Object.fromEntries(chosen.map((radio) => [partOf(radio), radio.value])), text });
}
export const readCriterion = (box: Box): string => readBy(box, ({ checked }) => checked, box.control.value);
/** As the page came from the server, whatever a browser fills in again after a reload. */
export const storedCriterion = (box: Box): string =>
  readBy(box, ({ defaultChecked }) => defaultChecked, box.control.defaultValue);

export function writeCriterion(box: Box, value: string): void {
  const { chosen, text } = given(value);
  for (const radio of radios(box)) radio.checked = chosen[partOf(radio)] === radio.value;
  box.control.value = text;
}

export function criterionInWords(box: Box, value: string): string {
  const { chosen, text } = given(value);
  const levels = radios(box)
    .filter((radio) => chosen[partOf(radio)] === radio.value)
    .map((radio) => radio.labels?.[0]?.textContent ?? radio.value);
  return [...levels, text].filter(Boolean).join('\n');
}

/** Both texts after each other; of two choices, one's own. */
export function joinCriteria(theirs: string, mine: string): string {
  const [a, b] = [given(theirs), given(mine)];
  const text = a.text === b.text ? a.text : [a.text, b.text].filter(Boolean).join('\n\n');
  return asAnswer({ chosen: { ...a.chosen, ...b.chosen }, text });
}

/** What the service keeps of a criterion. */
export interface StoredScore {
  score: number | null;
  notDescribed: boolean;
  met: boolean | null;
  assessment: string;
}

/** The change to send: what was not chosen is left as it is. */
export function scoreChange(value: string): Partial<StoredScore> {
  const { chosen, text } = given(value);
  const { score, met } = chosen;
  return {
    assessment: text,
    ...(score === 'none' ? { notDescribed: true } : {}),
    ...(score !== undefined && score !== 'none' ? { notDescribed: false, score: Number(score) } : {}),
    ...(met === undefined ? {} : { met: met === 'yes' }),
  };
}

/** What is stored, as it would stand on the page. */
export function scoreAnswer({ score, notDescribed, met, assessment }: StoredScore): string {
  const level = notDescribed ? 'none' : score === null ? undefined : String(score);
  return asAnswer({
    chosen: {
      ...(met === null ? {} : { met: met ? 'yes' : 'no' }),
      ...(level === undefined ? {} : { score: level }),
    },
    text: assessment,
  });
}
