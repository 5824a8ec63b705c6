/** What has been given on a criterion, to be read. */
import { heading, list, paragraph, prose, type Choice } from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Lang, Texts } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';
import { criterionIn } from './words.ts';

/** The levels of the scale in words, the best first, as one reads; what is not described last. */
export function levels({ min, max, words }: Scale, t: Texts, lang: Lang): Choice[] {
  const wordsOf = (level: string): string => words[level]?.[lang] ?? words[level]?.['nb'] ?? '';
  const scored = Array.from({ length: max - min + 1 }, (_, i) => String(max - i)).map((value) => ({
    value,
    label: wordsOf(value) ? t.ballots.level(Number(value), wordsOf(value)) : value,
  }));
  return [
    ...scored,
    { value: 'none', label: t.ballots.notDescribed(wordsOf('none') || t.results.notDescribed, min) },
  ];
}

/** What the year asks one to think of when one writes on it. */
export const promptList = (prompts: readonly string[], written: Lang): Html =>
  prompts.length ? html`<div lang="${written}">${list(prompts)}</div>` : nothing;

export function given(line: SheetLine, scale: Scale, t: Texts, lang: Lang): Html {
  const { name, lang: written } = criterionIn(line.texts, lang);
  return html`<div>${heading(3, html`<span lang="${written}">${name}</span>`)}${givenValue(line, scale, t, lang)}${line.assessment && prose(line.assessment)}</div>`;
}

export function givenValue(line: SheetLine, scale: Scale, t: Texts, lang: Lang): Html {
  if (line.kind === 'must')
    return paragraph(line.met === null ? t.ballots.noScore : line.met ? t.common.yes : t.common.no);
  if (!line.scored) return nothing;
  const level = levels(scale, t, lang).find(
    ({ value }) => value === (line.notDescribed ? 'none' : String(line.score)),
  );
  return paragraph(level?.label ?? t.ballots.noScore);
}
