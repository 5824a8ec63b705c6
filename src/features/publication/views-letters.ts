/** The words of letters that follow from something, as whoever agrees to it reads them. */
import { card, details, paragraph, prose, section } from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { SaidLetter } from '../letter-texts/schema.ts';

export function wordsSection(letters: readonly SaidLetter[], lang: Lang): Html {
  const { letterTexts: own, letterBatches } = texts(lang);
  if (letters.length === 0) return html``;
  return section({
    title: own.follow,
    id: 'brev',
    body: html`${paragraph(own.followLead)}${letters.map(({ letter, says }) =>
      details({
        summary: own.letters[letter],
        body: html`${(['nb', 'nn'] as const).map((language) =>
          card({
            title: html`<span lang="${language}">${says[language].subject}</span>`,
            level: 3,
            over: letterBatches.inLanguage[language],
            body: prose(says[language].body, language),
          }),
        )}`,
      }),
    )}`,
  });
}
