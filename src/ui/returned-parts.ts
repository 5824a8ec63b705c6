/** The parts that a returned application is asked to complete, named as everybody sees them. */
import { alert, list, paragraph, prose } from './components/index.ts';
import { html, nothing, type Html } from './html.ts';
import { texts, type Lang } from './text/index.ts';

interface NamedPart {
  part: string;
  question: string;
  note: string;
}

export function partName({ part, question }: Pick<NamedPart, 'part' | 'question'>, lang: Lang): string {
  const names: Readonly<Record<string, string>> = texts(lang).completion.parts;
  return names[part] ?? question;
}

/** What is asked for, a line each: the part and the secretariat's word on it. */
export const partsList = (parts: readonly NamedPart[], lang: Lang): Html =>
  list(parts.map((part) => html`<strong>${partName(part, lang)}</strong>${part.note && prose(part.note)}`));

/** At the part itself: what the secretariat asks for there. */
export function wantedHere(note: string | null | undefined, lang: Lang): Html {
  if (!note) return nothing;
  return alert({
    tone: 'warning',
    body: html`${paragraph(html`<strong>${texts(lang).completion.form.wanted}</strong>`)}${prose(note)}`,
  });
}
