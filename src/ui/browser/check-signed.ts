/** Checks a signed document that somebody chooses, and the files it names, here in the browser: nothing is sent. */
import { CannotCheck, hexSha256, verify, type Fault, type Verdict } from './signed-document.ts';

/** Words of the page (ui/text/{lang}/checking.ts), in the attribute data-words. */
interface Words {
  [key: string]: string;
}
/** What the module of the address in data-result-module tells of a frozen result (core/record/check-result.ts). */
interface ResultCheck {
  faults: string[];
  looked: 'core' | 'full' | 'both';
  ballots: number;
  nominations: number;
  computed: boolean;
  sameCode: boolean;
}
type CheckResult = (
  parts: Verdict['parts'],
  others: readonly Verdict['parts'][],
  code: string,
) => ResultCheck | null;
type Box = {
  words: Words;
  keys: string[];
  result: HTMLElement;
  /** Undefined where it could not be fetched. */
  checkResult: CheckResult | undefined;
  code: string;
};
const MOST_BYTES = 50_000_000;

export function checkSigned(root: Document): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-check-signed]')) {
    const form = place.querySelector<HTMLElement>('[data-check-form]');
    const result = place.querySelector<HTMLElement>('[data-check-result]');
    const [document, files] = place.querySelectorAll<HTMLInputElement>('input[type="file"]');
    if (!form || !result || !document || !files) continue;
    let latest = 0;
    // Fetched before anything can be chosen: from then on nothing is asked of the service.
    const module = import(place.dataset['resultModule'] ?? '') as Promise<{ checkResult: CheckResult }>;
    const loaded = module.catch(() => ({ checkResult: undefined }));
    const boxed = loaded.then(({ checkResult }) => ({
      words: JSON.parse(place.dataset['words'] ?? '{}') as Words,
      keys: (place.dataset['keys'] ?? '').split(' ').filter(Boolean),
      result,
      checkResult,
      code: place.dataset['resultCode'] ?? '',
    }));
    void boxed.then(() => {
      form.hidden = false;
    });
    place.addEventListener('change', () => {
      const turn = ++latest;
      void boxed
        .then((box) => check(box, document.files?.[0], [...(files.files ?? [])]))
        .then((nodes) => {
          if (turn === latest) result.replaceChildren(...nodes);
        });
    });
  }
}

async function check(box: Box, chosen: File | undefined, files: File[]): Promise<Node[]> {
  const { words, keys, result } = box;
  if (!chosen) return files.length > 0 ? [message('info', words['chooseFirst'])] : [];
  if (chosen.size > MOST_BYTES) return [message('danger', words['notSigned'])];
  result.setAttribute('aria-busy', 'true');
  try {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const verdict = await verify(bytes, keys);
    if (verdict.parts.every(({ name }) => name.startsWith('line/')) && verdict.publicKey === null)
      return [message('danger', words['notSigned'])];
    return [
      ...summary(verdict, words, chosen.name),
      ...(await computeAgain(verdict, box, files)),
      ...(await checkFiles(verdict, words, files)),
    ];
  } catch (error) {
    if (error instanceof CannotCheck) return [message('warning', words['cannot'])];
    return [message('danger', words['unreadable'])];
  } finally {
    result.removeAttribute('aria-busy');
  }
}

function summary(verdict: Verdict, words: Words, name: string): Node[] {
  const { ok, faults, parts, origin, demo } = verdict;
  const lines = ok
    ? [
        fill(words['okBody'], { n: parts.length }),
        words[origin === 'checked' ? 'originChecked' : 'originNot'],
      ]
    : [words['failedBody']];
  const list = faults.map((fault) => sayFault(fault, verdict, words));
  return [
    message(ok ? 'success' : 'danger', fill(words[ok ? 'ok' : 'failed'], { name }), lines, list),
    ...(demo ? [message('warning', words['demo'])] : []),
  ];
}

/** "Svar 3 (Hvordan …): er endret". The label comes from the part itself, so it only helps to find it. */
function sayFault({ part, why, line }: Fault, { parts }: Verdict, words: Words): string {
  const [kind = '', number = ''] = part.split('/');
  const content = parts.find(({ name }) => name === part)?.content as Record<string, unknown> | undefined;
  const label = ['label', 'name'].map((key) => content?.[key]).find((text) => typeof text === 'string');
  const known = words[`part_${kind}`];
  const name = known === undefined ? part : `${known}${number ? ` ${number}` : ''}`;
  const about = label ? ` («${label.slice(0, 80)}»)` : '';
  const where = line === undefined ? '' : ` ${fill(words['atLine'], { n: line })}`;
  return `${name}${about}: ${words[`why_${why}`] ?? why}${where}`;
}

/** A frozen result is computed again here, with the full file where the core was chosen and that is among the files. */
async function computeAgain(
  { parts }: Verdict,
  { words, checkResult, code }: Box,
  files: File[],
): Promise<Node[]> {
  const signed = files.filter(({ name, size }) => name.endsWith('.json') && size <= MOST_BYTES);
  const others = await Promise.all(
    signed.map(async (file) => (await verify(new Uint8Array(await file.arrayBuffer()))).parts),
  );
  if (!checkResult) {
    const { kind = '' } = (parts.find(({ name }) => name === 'document')?.content ?? {}) as { kind?: string };
    return kind.startsWith('result') ? [message('warning', words['resultNotHere'])] : [];
  }
  const found = checkResult(parts, others, code);
  if (!found) return [];
  const { faults, looked, ballots, nominations, computed, sameCode } = found;
  const other = sameCode ? undefined : words['resultOtherCode'];
  // The faults are those of the command line, in its words.
  if (faults.length > 0) {
    const named = message('danger', words['resultFailed'], [words['resultFaults'], other], faults);
    named.querySelector('ul')?.setAttribute('lang', 'en');
    return [named];
  }
  if (looked === 'core')
    return [message('info', words['resultCore'], [fill(words['resultCoreBody'], { n: ballots })])];
  const said = fill(words[computed ? 'resultBody' : 'resultNoPoints'], { n: ballots, of: nominations });
  return [message('success', words['resultOk'], [said, other])];
}

/** Each file is looked for by its hash, so that it may have been renamed. */
async function checkFiles({ parts }: Verdict, words: Words, files: File[]): Promise<Node[]> {
  if (files.length === 0) return [];
  const named = parts.flatMap(({ name, ok, content }) => {
    const { sha256, name: title } = (content ?? {}) as { sha256?: string; name?: string };
    return ok && name.startsWith('file/') && sha256 ? [{ sha256, title: title ?? name }] : [];
  });
  const lines = [];
  let all = true;
  for (const file of files) {
    const sha256 = await hexSha256(new Uint8Array(await file.arrayBuffer()));
    const found = named.find((one) => one.sha256 === sha256);
    all &&= found !== undefined;
    lines.push(
      `${file.name}: ${found ? fill(words['fileSame'], { name: found.title }) : words['fileOther']}`,
    );
  }
  return [message(all ? 'success' : 'danger', words[all ? 'filesOk' : 'filesFailed'], [], lines)];
}

const fill = (text = '', values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

function message(
  tone: string,
  title = '',
  lines: (string | undefined)[] = [],
  list: string[] = [],
): HTMLElement {
  const box = make('div', '', { class: 'ds-alert', 'data-color': tone });
  box.append(make('h2', title, { class: 'ds-heading', 'data-size': '2xs' }));
  for (const line of lines) if (line) box.append(make('p', line, { class: 'ds-paragraph' }));
  if (list.length > 0) {
    const items = make('ul', '', { class: 'ds-list' });
    items.append(...list.map((item) => make('li', item)));
    box.append(items);
  }
  return box;
}

function make(name: string, text: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
