/** An application and a year as one file: what is in it, for whom, and that it is noticed. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import t, { type Test as Tap } from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { applicantName } from '../../../src/ui/text/format.ts';
import { demoJury } from '../../../src/features/seed/personas.ts';
import { endedYear } from '../../helpers/ended-year.ts';
import { granted } from '../../helpers/granted.ts';
import { meanwhile } from '../../helpers/meanwhile.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { unzip } from '../../../scripts/season/zip.ts';

interface Listed {
  format: string;
  subject: Record<string, unknown>;
  files: { path: string; bytes: number; sha256: string }[];
  leftOut: { path: string; why: string }[];
}
const listOf = (parts: Map<string, Buffer>): Listed => JSON.parse(String(parts.get('innhold.json')));
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The list names every part but itself, with its size and hash. */
function agrees(t: Tap, parts: Map<string, Buffer>): void {
  const { files } = listOf(parts);
  t.same(
    files.map(({ path }) => path),
    [...parts.keys()].slice(0, -1),
    'the list comes last, and names every part in its order',
  );
  for (const { path, bytes, sha256: hash } of files) {
    t.equal(parts.get(path)!.length, bytes, path);
    t.equal(sha256(parts.get(path)!), hash, path);
  }
}

const site = await endedYear(t);
const { db, editionId, clients } = site;
const { secretary, chair, applicant, administrator } = clients;
const auditor = await site.as('revisor@example.no');
{
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'revisor@example.no')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values(granted(id, 'auditor', addMinutes(site.end, -1)))
    .execute();
}
const withFiles = await db
  .selectFrom('nominations as n')
  .innerJoin('documents as d', 'd.nomination_id', 'n.id')
  .select([
    'n.id',
    'n.organisation_name as name',
    'n.unit_name as unit',
    'n.receipt_number',
    'd.name as file',
    'd.sha256',
  ])
  .where('n.state', '=', 'winner')
  .where('d.removed_at', 'is', null)
  .orderBy('d.position')
  .executeTakeFirstOrThrow();
const application = `/api/v1/nominations/${withFiles.id}/package`;
const year = `/api/v1/editions/${editionId}/package`;
const events = async (event: string) =>
  (await db.selectFrom('audit_events').select('id').where('event', '=', event).execute()).length;

t.test('an application: receipts, paper, attachments, statement, and the hash of each', async (t) => {
  const answer = await secretary.post(application);
  t.equal(answer.statusCode, 200);
  t.equal(answer.headers['content-type'], 'application/zip');
  t.match(answer.headers['content-disposition'], `soknad-${withFiles.receipt_number}.zip`);
  const parts = await unzip(answer.rawPayload);
  agrees(t, parts);
  t.same(listOf(parts).subject, {
    kind: 'application',
    id: withFiles.id,
    receiptNumber: withFiles.receipt_number,
  });
  t.same(listOf(parts).leftOut, []);
  t.equal(sha256(parts.get(`vedlegg/${withFiles.file}`)!), withFiles.sha256, 'the attachment, byte for byte');
  t.match(String(parts.get('kvittering-1.json')), withFiles.receipt_number!);
  const paper = await readPdf(parts.get('soknad.pdf')!);
  for (const words of [withFiles.name, withFiles.receipt_number!, withFiles.file]) t.match(paper.text, words);
  t.match(JSON.parse(String(parts.get('begrunnelse.json'))), { nb: 'Fagjuryen mener dette.' });

  const again = await secretary.post(application);
  t.ok(answer.rawPayload.equals(again.rawPayload), 'the same contents, the same bytes');
  t.equal(await events('takeOut'), 2, 'each time stands in the log');
  const log = await secretary.get(`/sekretariat/${editionId}/logg`);
  t.match(log.body, 'Tok ut søknaden som fil');
});

t.test('a year: everything of it that the reader may see, a folder for each application', async (t) => {
  const answer = await secretary.post(year);
  t.equal(answer.statusCode, 200, answer.body.slice(0, 300));
  const parts = await unzip(answer.rawPayload);
  agrees(t, parts);
  const names = [...parts.keys()];
  t.ok(names.includes('regler.json') && names.includes('protokoll.json'));
  t.ok(names.includes(`soknader/${applicantName(withFiles.name, withFiles.unit)}/vedlegg/${withFiles.file}`));
  const sent = await db
    .selectFrom('nominations')
    .select('id')
    .where('submission_count', '>', 0)
    .where('state', '<>', 'withdrawn')
    .execute();
  t.equal(names.filter((name) => name.endsWith('/kvittering-1.json')).length, sent.length);
  t.notMatch(names.join('\n'), 'Hemnes', 'a draft is nobody’s but the applicant’s');
  t.notMatch(names.join('\n'), 'resultat/', 'ballots are not for the secretariat');
  t.ok(answer.rawPayload.equals((await secretary.post(year)).rawPayload));

  const audited = await unzip((await auditor.post(year)).rawPayload);
  agrees(t, audited);
  t.ok(audited.has('protokoll.json'));
  t.notMatch([...audited.keys()].join('\n'), 'soknader/', 'an auditor does not read applications');
});

t.test('what is changed while a year is read is in none of it', async (t) => {
  const foldersOf = async (answer: ReturnType<typeof secretary.post>) => {
    const parts = await unzip((await answer).rawPayload);
    return [...new Set([...parts.keys()].flatMap((name) => name.match(/^soknader\/([^/]+)\//)?.[1] ?? []))];
  };
  const before = await foldersOf(secretary.post(year));
  t.ok(before.length > 3, before.join(', '));
  const found = await meanwhile(
    { ...site, table: 'statements' },
    () => foldersOf(secretary.post(year)),
    (owner) => owner.query(`update nominations set organisation_name = 'Ny ' || organisation_name`),
  );
  t.same(found, before);
  const after = await foldersOf(secretary.post(year));
  t.same(
    after,
    before.map((name) => `Ny ${name}`),
  );
  await sql`update nominations set organisation_name = substr(organisation_name, 4)`.execute(db);
});

t.test('a secretary who is out of an application does not get it this way either (HAB-9)', async (t) => {
  const said = await secretary.post(`/api/v1/nominations/${withFiles.id}/declarations`, {
    answer: 'connection',
    grounds: ['H1'],
  });
  t.ok(said.statusCode < 300, said.body);
  t.equal((await secretary.post(application)).statusCode, 403);
  const parts = await unzip((await secretary.post(year)).rawPayload);
  t.notMatch([...parts.keys()].join('\n'), withFiles.name);
  t.notMatch(String(parts.get('innhold.json')), withFiles.name);
});

t.test('refused to everybody else; an id that does not exist is answered like one of others', async (t) => {
  const before = await events('takeOut');
  const unknown = '01900000-0000-7000-8000-000000000000';
  for (const [who, client] of [
    ['chair', chair],
    ['applicant', applicant],
    ['administrator', administrator],
    ['juror', await site.as(demoJury[2]!.person.email)],
    ['nobody', site.anyone],
  ] as const)
    for (const url of [application, year]) {
      const answer = await client.post(url);
      t.ok([401, 403, 404].includes(answer.statusCode), `${who}: ${answer.statusCode}`);
      t.notMatch(answer.headers['content-type'], 'zip');
    }
  const foreign = await applicant.post(application);
  const none = await applicant.post(application.replace(withFiles.id, unknown));
  const told = ({ body }: { body: string }) => ({ ...JSON.parse(body), instance: '', requestId: '' });
  t.same(told(foreign), told(none));
  t.equal(await events('takeOut'), before, 'a refusal takes nothing out');
});

t.test(
  'a document that is lost is named as left out; one that breaks on the way breaks the file',
  async (t) => {
    const other = await site.as('sekretariat2@etikkprisen.example');
    await site.services.files.remove(withFiles.sha256);
    const parts = await unzip((await other.post(application)).rawPayload);
    agrees(t, parts);
    t.same(listOf(parts).leftOut, [{ path: `vedlegg/${withFiles.file}`, why: 'missing' }]);
  },
);
