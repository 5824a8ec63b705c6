/** What has been given on a criterion, to be read. */
import { heading, list, paragraph, prose } from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Lang, Texts } from '../../ui/text/index.ts';
import type { Scale, SheetLine } from './schema.ts';
import { criterionIn, levels } from './words.ts';

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
