/** The page where anybody can check a signed document. The file stays in the reader's browser. */
import {
  alert,
  commandLine,
  descriptionList,
  link,
  list,
  pageHead,
  paragraph,
  section,
  signedChecker,
  stack,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';

export function checkingPage(
  {
    keys,
    demo,
    baseUrl,
    result,
  }: {
    keys: readonly string[];
    demo: boolean;
    baseUrl: string;
    result: { module: string; code: string };
  },
  lang: Lang,
): Page {
  const t = texts(lang).checking;
  const [key = '', ...earlier] = keys;
  return {
    title: t.title,
    description: t.description,
    main: stack(
      pageHead({ title: t.title, lead: t.lead }),
      signedChecker({ words: t.checker, keys, result }),
      section({
        title: t.commandTitle,
        id: 'kommando',
        body: html`${paragraph(t.command)}${commandLine('npm run verify -- kvittering.json --key nokkel.pem', t.command)}
${paragraph(t.commandFiles)}${commandLine('npm run verify -- kvittering.json vedlegg.pdf --key nokkel.pem', t.commandFiles)}
${paragraph(t.commandAbout, 'muted')}`,
      }),
      section({
        title: t.keyTitle,
        id: 'nokkel',
        body: html`${demo && alert({ tone: 'warning', body: paragraph(t.demoKey) })}${paragraph(t.key)}${descriptionList(
          [
            [t.keyNow, html`<code>${key}</code>`],
            [t.keysEarlier, earlier.length > 0 && list(earlier.map((one) => html`<code>${one}</code>`))],
          ],
        )}${list([
          link('/nokkel.pem', html`${baseUrl}/nokkel.pem`, { download: true }),
          link('/.well-known/jwks.json', html`${baseUrl}/.well-known/jwks.json`),
        ])}`,
      }),
      section({ title: t.howTitle, id: 'slik', body: list(t.how) }),
    ),
  };
}
