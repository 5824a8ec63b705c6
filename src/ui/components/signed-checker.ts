/** Where a signed document is dropped and checked in the browser (`ui/browser/check-signed.ts`). Nothing is sent. */
import { attrs, html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Texts } from '../text/index.ts';
import { alert } from './boxes.ts';
import { fileField } from './fields.ts';
import { paragraph } from './text.ts';
import { neededScript } from './scripts.ts';

export type CheckerWords = Texts['checking']['checker'];

/**
 * @param options.keys public keys of the service: what the file's own key is compared with
 * @param options.result where the module is that computes a frozen result again, and which arithmetic it is
 */
export function signedChecker({
  words,
  keys,
  result,
}: {
  words: CheckerWords;
  keys: readonly string[];
  result: { module: string; code: string };
}): Html {
  const given = attrs({
    'data-words': JSON.stringify(words),
    'data-keys': keys.join(' '),
    'data-result-module': result.module,
    'data-result-code': result.code,
  });
  return html`<div class="ep-stack" data-check-signed${given}><div class="ep-stack" data-check-form hidden>${fileField(
    {
      name: 'signed',
      label: words.document,
      hint: words.documentHint,
      accept: '.json,application/json',
    },
  )}${fileField({
    name: 'signedFiles',
    label: words.files,
    hint: words.filesHint,
    optional: words.optional,
    multiple: true,
  })}</div><div class="ep-stack" data-check-result role="status"></div>
<noscript>${alert({ body: paragraph(words.noScript) })}</noscript></div>${neededScript('check-signed')}`;
}
