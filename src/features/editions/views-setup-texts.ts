/** The texts of a year in each language: what the call says. */
import {
  button,
  descriptionList,
  details,
  form,
  hidden,
  prose,
  textArea,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { editionTextKeys, type EditionRow, type EditionTexts, type Localised } from './schema.ts';
import { action, type Setup } from './views-setup.ts';

/** One form for each language. */
export function textsForm(view: Setup, each: Lang, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  const stored = (view.edition.texts as Localised<EditionTexts>)[each];
  const fields = editionTextKeys.map((key) => {
    const name = `${key}-${each}`;
    const own = {
      name,
      label: t.texts[key],
      value: view.values[name] ?? '',
      rows: key === 'regulations' ? 12 : 5,
      lang: each,
    };
    return textArea({ ...own, ...(each === 'en' ? { optional: texts(lang).common.optional } : {}) });
  });
  const missing = editionTextKeys.some((key) => !stored?.[key]?.trim());
  return details({
    summary: t.textsIn(t.languages[each]),
    open: view.refusedLang === each || (missing && each !== 'en'),
    id: `tekster-${each}`,
    body: form({
      action: action(view, 'tekster'),
      version: view.edition.version,
      body: html`${hidden('lang', each)}${fields}${button({ label: t.saveTexts(t.languages[each]) })}`,
    }),
  });
}

/** What was announced. */
export function textsShown(edition: EditionRow, each: Lang, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  const stored = (edition.texts as Localised<EditionTexts>)[each];
  if (!stored) return html``;
  return details({
    summary: t.textsIn(t.languages[each]),
    body: descriptionList(editionTextKeys.map((key) => [t.texts[key], prose(stored[key] ?? '', each)])),
  });
}
