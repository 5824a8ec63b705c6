/** Whether what is typed stays in this browser until it is saved, and the choice about it. */
import { actionForm, details, paragraph } from './components/index.ts';
import { html, type Html } from './html.ts';
import { texts, type Lang } from './text/index.ts';

/** @param here the page to come back to */
export function deviceNote(shared: boolean, here: string, lang: Lang): Html {
  const own = texts(lang).writing.device;
  return details({
    summary: own.title,
    body: html`${paragraph(shared ? own.notKeeping : own.keeping)}${actionForm({
      action: '/maskin',
      label: shared ? own.makeOwn : own.makeShared,
      small: true,
      fields: { shared: shared ? 'no' : 'yes', til: here },
    })}`,
  });
}
