/** The booklet of a juror as one file: what the page for paper holds, as another program reads it, and nothing that the page has not. */
import t from 'tap';
import { BOOKLET, fetchBooklet, readBooklet, squeezed } from '../../helpers/booklet.ts';
import { textDocx } from '../../helpers/documents.ts';
import { canary, declareAll, deliverBallot, judgingYear } from '../../helpers/jury-year.ts';
import { meanwhile } from '../../helpers/meanwhile.ts';

const IN_DOCUMENT = 'kanariord-i-vedlegget';
const plan = { name: 'Plan.docx', content: textDocx('Plan for året', ['Første avsnitt.', IN_DOCUMENT]) };
interface Node {
  role?: string;
  children?: Node[];
}
const roles = (node: Node): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(roles),
];

t.test('everything that one may read, with cover, contents, pages and one’s name', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Voss'], { documents: [plan] });
  const { clients, nominations, db } = year;

  const early = await fetchBooklet(year, 'liv');
  t.equal(early.statusCode, 303, 'nothing before one has answered for all');
  t.equal(early.headers.location, '/jury/utskrift', 'where it says so');
  await declareAll(year, {}, ['nina']);
  await declareAll(year, { liv: { Voss: 'connection' } }, ['liv']);
  await deliverBallot(year, 'liv', nominations['Modum']!, 4, 'Min egen hemmelige mening');

  const answer = await fetchBooklet(year, 'liv');
  t.equal(answer.statusCode, 200);
  t.match(answer.headers, {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="soknadene-2026.pdf"',
    'cache-control': 'no-store',
  });
  const { pdf, pages, text } = await readBooklet(answer.rawPayload);

  await t.test('what it says of itself', async (t) => {
    const { info } = await pdf.getMetadata();
    t.match(info, { Title: 'Søknadene du vurderer, Etikkprisen 2026', Language: 'nb-NO' });
    t.match(await pdf.getMarkInfo(), new Map([['Marked', true]]));
    t.match(pages[0], /Fortrolig\. Bare du skal lese dette/);
    t.match(squeezed(pages[0] ?? ''), 'EksemplarettilLivTorgersdal');
    for (const [index, page] of pages.entries()) {
      t.match(page, `Side ${index + 1} av ${pages.length}`);
      t.match(page, /Eksemplaret til Liv Torgersdal, laget /, 'whose it is, on every page');
    }
  });

  await t.test('bookmarks and contents lead to the pages where the applications begin', async (t) => {
    const outline = await pdf.getOutline();
    t.same(
      outline.map(({ title }) => title),
      ['Søknadene du vurderer', 'Innhold', 'Eigersund', 'Modum'].slice(1),
    );
    t.ok((outline[1]?.items.length ?? 0) > 3, 'and its parts below it');
    const pageOf = async (dest: unknown) => (await pdf.getPageIndex((dest as [never])[0])) + 1;
    const begins = await Promise.all(outline.slice(1).map(({ dest }) => pageOf(dest)));
    const links = await (await pdf.getPage(1)).getAnnotations();
    t.equal(links.length, 2);
    for (const [index, name] of ['Eigersund', 'Modum'].entries()) {
      const begin = begins[index] ?? 0;
      t.match(pages[begin - 1], new RegExp(`^(?:.*\n)?.*${name}`), name);
      t.equal(await pageOf(await pdf.getDestination(links[index]?.dest as string)), begin);
      t.match(pages[0], new RegExp(`(^|\\D)${begin}(\\D|$)`), 'the number stands on the first page');
    }
    const tree = roles((await (await pdf.getPage(1)).getStructTree()) as Node);
    for (const role of ['H1', 'H2', 'TOC', 'TOCI', 'Reference', 'Link']) t.ok(tree.includes(role), role);
    const second = roles((await (await pdf.getPage(2)).getStructTree()) as Node);
    for (const role of ['H2', 'H3', 'H4', 'P', 'Table']) t.ok(second.includes(role), role);
  });

  await t.test('what the page says, the file says', async (t) => {
    const { body } = await clients.liv.get('/jury/utskrift');
    t.match(body, `href="${BOOKLET}"`);
    t.match((await clients.liv.get('/jury')).body, `href="${BOOKLET}"`);
    const submissions = await db.selectFrom('submissions').select(['nomination_id', 'rendered']).execute();
    for (const name of ['Eigersund', 'Modum']) {
      t.match(text, canary(name));
      const found = submissions.find(({ nomination_id }) => nomination_id === nominations[name]);
      const { answers, documents } = found!.rendered as {
        answers: { label: string; value: string; kind: string; content?: object }[];
        documents: { name: string; sha256: string }[];
      };
      t.ok(answers.length > 3 && documents.length === 1);
      for (const { label, value, kind, content } of answers) {
        t.ok(text.includes(squeezed(label)), label);
        // In plain words a table has its columns between the cells.
        const said = content ? value.split(/[\n:;,]/) : kind === 'tick' ? [] : [value];
        for (const one of said) t.ok(text.includes(squeezed(one)), `${label}: ${one}`);
      }
      for (const { sha256 } of documents)
        for (const [where, said] of [text, body].entries())
          t.ok(said.includes(sha256), `the checksum, ${where === 0 ? 'file' : 'page'}`);
    }
    t.match(text, 'Word-dokument,');
    t.match(body, /Plan\.docx<\/a> \(Word-dokument, /);
    t.equal(text.split(IN_DOCUMENT).length - 1, 2, 'the text of each document');
    const criteria = await db.selectFrom('criteria').select('texts').execute();
    for (const { texts } of criteria) {
      const { name } = (texts as { nb: { name: string } }).nb;
      t.ok(text.split(squeezed(name)).length > 2, `a form for each: ${name}`);
    }
  });

  await t.test('nothing of what one is out of, and nothing that was given', async (t) => {
    const { body } = await clients.liv.get('/jury/utskrift');
    for (const said of [text, answer.rawPayload.toString('latin1'), body]) {
      t.notMatch(said, canary('Voss'));
      t.notMatch(said, /Voss/);
      t.notMatch(said, nominations['Voss']!);
      t.notMatch(said, /hemmelige ?mening/);
    }
    const nina = await readBooklet((await fetchBooklet(year, 'nina')).rawPayload);
    t.match(nina.text, canary('Voss'), 'who is not out of it has it');
    t.match(nina.text, 'EksemplarettilNinaHauglien');
    t.notMatch(nina.text, 'LivTorgersdal');
  });

  await t.test('nobody else has one', async (t) => {
    for (const who of ['secretary', 'leader', 'applicant', 'vara'] as const) {
      const [file, page] = [await fetchBooklet(year, who), await clients[who].get('/jury/utskrift')];
      t.equal(file.statusCode, 404, who);
      t.equal(file.statusCode, page.statusCode, `${who}: as the page`);
      t.notMatch(file.rawPayload.toString('latin1'), '%PDF');
    }
    const auditor = await year.auditor();
    t.equal((await auditor.get(BOOKLET)).statusCode, (await auditor.get('/jury/utskrift')).statusCode);
    const nobody = await year.app.inject({ url: BOOKLET });
    t.notMatch(nobody.rawPayload.toString('latin1'), '%PDF');
    t.ok(nobody.statusCode === 303 || nobody.statusCode === 401, String(nobody.statusCode));
  });

  await t.test('in each language', async (t) => {
    for (const [lang, said, tag] of [
      ['nn', 'Fortruleg.Berreduskallesedette', 'nn-NO'],
      ['en', 'Confidential.Onlyyoumayreadthis', 'en-GB'],
    ] as const) {
      const { pdf: other, text: words } = await readBooklet(
        (await fetchBooklet(year, 'liv', lang)).rawPayload,
      );
      t.match(words, said);
      t.match(words, canary('Eigersund'));
      t.match((await other.getMetadata()).info, { Language: tag });
    }
  });
  t.same(year.errors, []);
});

t.test('what changes while it is made is in all of it or in none', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Voss'], { documents: [plan] });
  await declareAll(year, {}, ['liv']);
  const partsOf = ({ text }: Awaited<ReturnType<typeof readBooklet>>) => ({
    answers: ['Eigersund', 'Voss'].filter((name) => text.includes(canary(name))),
    documents: text.split(IN_DOCUMENT).length - 1,
    forms: text.split('Vurderingav').length - 1,
  });
  const ask = async () => partsOf(await readBooklet((await fetchBooklet(year, 'liv')).rawPayload));
  const both = { answers: ['Eigersund', 'Voss'], documents: 2, forms: 2 };
  // The answers have been read, and the documents that came with them are next.
  const made = await meanwhile({ ...year, table: 'documents' }, ask, () =>
    declareAll(
      { ...year, nominations: { Voss: year.nominations['Voss']! } },
      { liv: { Voss: 'connection' } },
      ['liv'],
    ),
  );
  t.same(made, both, 'as it was when it began');
  t.same(await ask(), { answers: ['Eigersund'], documents: 1, forms: 1 });
  t.same(year.errors, []);
});

t.test('a year without points asks for none', async (t) => {
  const year = await judgingYear(t, ['Eigersund'], { scoring: false });
  await declareAll(year, {}, ['liv']);
  const { text } = await readBooklet((await fetchBooklet(year, 'liv')).rawPayload);
  t.match(text, canary('Eigersund'));
  t.match(text, 'VurderingavEigersund');
  t.notMatch(text, /poeng/i);
  t.same(year.errors, []);
});

t.test('the example comes first', async (t) => {
  const year = await judgingYear(t, ['Eigersund'], { calibrated: true });
  await declareAll(year, {}, ['liv']);
  t.equal((await fetchBooklet(year, 'liv')).headers.location, '/jury/eksempel');
  t.same(year.errors, []);
});
