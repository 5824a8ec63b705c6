/** What is said where one writes: who will read it, and at every free text that nobody may be recognised; in three languages. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { texts } from '../../../src/ui/text/index.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db } = call.services;
const eva = await call.as('eva@innlandet.example');
const { id } = await call.draft(eva, 'USHT Innlandet', { kind: 'cooperation', partners: ['Løten kommune'] });
const languages = ['nb', 'nn', 'en'] as const;
type Lang = (typeof languages)[number];

interface Node {
  tagName: string;
  id: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Node[];
  closest(selector: string): Node | null;
}
const documentOf = (body: string) => parseHTML(body).document as unknown as Node;
const plain = (node: Node | null) => (node?.textContent ?? '').replace(/\s+/g, ' ');
const fieldsOf = (page: Node) =>
  page.querySelectorAll('main input:not([type=hidden]), main textarea').filter((field) => {
    const name = field.getAttribute('name') ?? '';
    return name.startsWith('a-') || name.startsWith('o-');
  });

async function inLanguage(lang: Lang, path: string): Promise<Node> {
  await db.updateTable('people').set({ language: lang }).execute();
  const answer = await eva.get(path);
  t.equal(answer.statusCode, 200, path);
  return documentOf(answer.body);
}

for (const lang of languages)
  t.test(`each question says who reads the answer, in ${lang}`, async (t) => {
    const { form } = texts(lang).nominations;
    const { privacy } = texts(lang).writing;
    const said = [form.readers, form.readersPublic, form.readersApproval];
    let questions = 0;
    let free = 0;
    for (const part of ['om', 'kriterier', 'tall', 'tillegg', 'godkjenning']) {
      const page = await inLanguage(lang, `/soknad/${id}/del/${part}`);
      const boxes = page.querySelectorAll('[data-question]');
      t.ok(boxes.length > 0, part);
      for (const box of boxes) {
        questions += 1;
        t.ok(
          said.some((words) => plain(box).includes(words)),
          `${part}: ${plain(box).slice(0, 60)}`,
        );
        // A table's cells and the line for something else are short; what has no end is a text.
        const areas = box.querySelectorAll('textarea');
        free += areas.length;
        if (areas.length > 0) t.ok(plain(box).includes(privacy), `${part}: ${plain(box).slice(0, 60)}`);
      }
      t.equal(
        fieldsOf(page).filter((field) => !field.closest('[data-question]')).length,
        0,
        `${part}: no answer outside of a question`,
      );
    }
    t.ok(questions >= 14 && free >= 9, `${questions} questions, ${free} free texts`);
  });

t.test('so do the other pages where applicants write', async (t) => {
  for (const lang of languages) {
    const all = texts(lang);
    const { start, join } = all.nominations;
    const said: [path: string, words: string][] = [
      ['/soknad/ny?slag=samarbeid', start.readers],
      [`/soknad/${id}/soker`, start.readers],
      ['/soknad/bli-med', join.messageHint],
      [`/soknad/${id}/vedlegg`, all.documents.readers],
      [`/soknad/${id}/hjelp`, all.guidance.help.lead],
      [`/soknad/${id}/hjelp`, all.guidance.help.textHint],
    ];
    for (const [path, words] of said)
      t.ok(
        plain((await inLanguage(lang, path)).querySelectorAll('main')[0] ?? null).includes(words),
        `${lang} ${path}`,
      );
  }
  t.same(call.errors, []);
});
