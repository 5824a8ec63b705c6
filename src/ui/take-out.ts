/** The button that takes something out of the service as a file, and says that this is noticed. */
import { actionForm } from './components/forms.ts';
import { paragraph, section } from './components/text.ts';
import { html, type Html } from './html.ts';
import { texts, type Lang } from './text/index.ts';

export function takeOut(action: string, what: 'nomination' | 'edition', lang: Lang): Html {
  const own = texts(lang).records.takeOut;
  return section({
    title: own.title,
    id: 'uttak',
    body: html`${paragraph(own[`${what}Hint`])}${actionForm({ action, label: own[what], download: true })}`,
  });
}
