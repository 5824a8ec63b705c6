/** The applications of the demonstration: begun, written, sent in, and checked by the secretariat. */
import { Readable } from 'node:stream';
import type { Unit } from '../../core/process/unit.ts';
import { addDays } from '../../platform/clock.ts';
import { addDocuments, type ReceivedFile } from '../documents/commands.ts';
import { storeFile } from '../documents/storing.ts';
import { saveAnswers } from '../nominations/answers.ts';
import { sendEvent, startNomination } from '../nominations/commands.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { inviteColleague } from '../nominations/members.ts';
import type { Field } from '../nominations/schema.ts';
import { ensurePerson } from '../people/commands.ts';
import { readAll } from '../reading/commands.ts';
import { demoApplications, type DemoApplication, type DemoDocument } from './applications/index.ts';
import type { On } from './demo.ts';
import { textDocx } from './docx.ts';
import { textPdf } from './pdf.ts';
import { secretaries, type DemoPerson } from './personas.ts';
import { inOrder, type Act, type Stage } from './stage.ts';

/** Ids in the order of `demoApplications`. */
export async function apply(stage: Stage, editionId: string, on: On): Promise<string[]> {
  const ids: string[] = [];
  await inOrder(
    demoApplications.flatMap((application, i) =>
      actsOf(stage, { editionId, application, i, ids, begun: on(`10-0${i + 2}`, '13:20') }),
    ),
  );
  return ids;
}

interface Applying {
  editionId: string;
  application: DemoApplication;
  /** Its place, and where its id is kept once it has one. */
  i: number;
  ids: string[];
  begun: Date;
}

/** Begun one day, written some days later, sent in before the week is out. */
function actsOf(stage: Stage, { editionId, application, i, ids, begun }: Applying): Act[] {
  const { kind, organisation, unit: unitName, partners, language, documents } = application;
  const [first, ...colleagues] = application.people.map((person): DemoPerson =>
    language === 'nn' ? { ...person, language } : person,
  );
  if (!first) throw new Error(`Nobody applies for ${organisation}`);
  const id = () => ids[i] ?? '';
  const act = (days: number, work: (unit: Unit) => Promise<unknown>): Act => {
    const at = addDays(begun, days);
    return { at, play: () => stage.as(first, at, work) };
  };
  return [
    act(0, async (unit) => {
      ids[i] = (
        await startNomination(unit, { editionId, kind, organisation, unit: unitName, partners, language })
      ).id;
      for (const colleague of colleagues) {
        await ensurePerson(unit, { ...colleague, language });
        await inviteColleague(unit, id(), colleague.email);
      }
    }),
    act(2, (unit) => write(unit, id(), editionId, application)),
    act(3, (unit) => attach(unit, stage, id(), documents)),
    act(5, (unit) => sendEvent(unit, id(), { event: { type: 'submit' } })),
  ];
}

async function write(unit: Unit, id: string, editionId: string, application: DemoApplication): Promise<void> {
  const fields = await fieldsOf(unit.trx, { id, edition_id: editionId });
  const values = answersFor(fields, application);
  await saveAnswers(
    unit,
    id,
    Object.fromEntries(
      fields.map(({ question, version }, i) => [question.id, { value: values[i] ?? '', version }]),
    ),
  );
}

/** The default form, filled in from top to bottom within each part. */
function answersFor(
  fields: readonly Field[],
  { contact, summary, criteria, departments, courses, chosen, innovation, leader }: DemoApplication,
): string[] {
  const parts: Record<string, string[]> = {
    about: [contact, summary],
    criteria: [...criteria],
    facts: factsOf(departments, courses, chosen),
    extra: [innovation],
    approval: [leader.name, leader.title, 'yes', 'yes', 'yes'],
  };
  return fields.map(({ question }) => parts[question.section]?.shift() ?? '');
}

/** Tables and choices, in the order of the default form. */
function factsOf(
  departments: DemoApplication['departments'],
  courses: DemoApplication['courses'],
  { methods, themes, programmes }: DemoApplication['chosen'],
): string[] {
  return [
    JSON.stringify(departments.map(([department, advisers]) => ({ department, advisers }))),
    JSON.stringify(courses.map(([course, participants]) => ({ course, participants }))),
    JSON.stringify({ chosen: methods }),
    JSON.stringify({ chosen: themes }),
    JSON.stringify({ chosen: programmes }),
  ];
}

/** Stores documents, and reads them at once. */
export async function attach(
  unit: Unit,
  { files }: Stage,
  id: string,
  documents: readonly DemoDocument[],
): Promise<void> {
  const received: ReceivedFile[] = [];
  for (const { name, type, title, paragraphs } of documents) {
    const content = type === 'pdf' ? textPdf(title, paragraphs) : textDocx(title, paragraphs);
    received.push(await storeFile(files, { name, description: title, content: Readable.from([content]) }));
  }
  // Our own files need no scanner.
  await addDocuments(unit, { files, scanner: null }, id, received);
  await readAll(unit.trx, files, id, unit.now);
}

/** All are admitted; one only after it has been asked for more. */
export async function checkFormalities(stage: Stage, ids: readonly string[], on: On): Promise<void> {
  const [secretary] = secretaries;
  const returned = demoApplications.findIndex(({ organisation }) => organisation === 'Hadsel');
  for (const [i, id] of ids.entries()) {
    const event =
      i === returned
        ? ({
            type: 'return',
            reason: moreWanted,
            dueAt: on('10-22', '00:00'),
            parts: [{ part: 'documents', note: 'Huskelisten for små steder' }],
          } as const)
        : ({ type: 'admit' } as const);
    await stage.as(secretary, on('10-16', `10:${30 + i}`), (unit) => sendEvent(unit, id, { event }));
  }
  const id = ids[returned];
  const applicant = demoApplications[returned]?.people[0];
  if (!id || !applicant) return;
  await stage.as(applicant, on('10-19', '08:45'), (unit) => complete(unit, stage, id));
  await stage.as(secretary, on('10-19', '12:10'), (unit) =>
    sendEvent(unit, id, { event: { type: 'admit' } }),
  );
}

const moreWanted =
  'Dere viser til en huskeliste for små steder. Vi ber dere legge den ved, eller fortelle kort hva som står i den.';

async function complete(unit: Unit, stage: Stage, id: string): Promise<void> {
  const paragraphs = [
    'Hva vet jeg om beboeren som jeg ikke har fått vite på jobb?',
    'Trenger andre å vite det? Har beboeren selv sagt det til noen her?',
    'Er jeg den rette til å gi hjelp akkurat nå?',
  ];
  await attach(unit, stage, id, [
    { name: 'Huskeliste for små steder.docx', type: 'docx', title: 'Huskeliste for små steder', paragraphs },
  ]);
  await sendEvent(unit, id, { event: { type: 'submit' } });
}
