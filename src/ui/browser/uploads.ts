/** Files that are chosen or dropped are sent at once, one after the other, each with its progress, its speed and a way to stop it. */
import { readAnew } from './anew.ts';
import { sendFile, type Answer } from './send-file.ts';
import { giveUp, unfinishedOf, type Unfinished } from './unfinished.ts';
import { fileRow, type FileRow } from './upload-row.ts';

type Words = Record<string, string>;

export function sendChosenFiles(root: Document): void {
  for (const area of root.querySelectorAll<HTMLElement>('[data-uploads]:not([data-on])')) begin(area);
}

function begin(area: HTMLElement): void {
  const input = area.querySelector<HTMLInputElement>('input[type="file"]');
  const form = area.closest('form');
  const summary = area.querySelector('.ep-uploads__summary');
  const list = area.querySelector('.ep-uploads__list');
  if (!input || !form || !summary || !list) return;
  area.dataset['on'] = 'yes';
  area.querySelector('.ep-uploads__drop')?.removeAttribute('hidden');
  // Choosing sends: the button is for where no script runs.
  for (const button of form.querySelectorAll<HTMLElement>('button')) button.hidden = true;
  const words = JSON.parse(area.dataset['words'] ?? '{}') as Words;
  const queue = queueOf(area, { summary, list, words });
  const take = (): void => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) queue.add(files);
  };
  input.addEventListener('change', take);
  // On a slow line somebody has chosen before this script was here.
  take();
  takeDrops(area, (files) => queue.add(files));
  // Leaving in the middle would stop it.
  addEventListener('beforeunload', (event) => {
    if (queue.isBusy() && area.isConnected) event.preventDefault();
  });
}

function takeDrops(area: HTMLElement, take: (files: File[]) => void): void {
  const over = (on: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (on) area.dataset['over'] = 'yes';
    else delete area.dataset['over'];
  };
  area.addEventListener('dragover', over(true));
  area.addEventListener('dragleave', over(false));
  area.addEventListener('drop', (event) => {
    over(false)(event);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

interface Parts {
  summary: Element;
  list: Element;
  words: Words;
}

interface Queue {
  add(files: readonly File[]): void;
  isBusy(): boolean;
}

/** What an earlier page has left, until the same file is chosen again. */
function showUnfinished(address: string, list: Element, words: Words): { chosen(file: File): void } {
  const rows = new Map<string, FileRow>();
  const mark = (name: string, size: number) => `${size} ${name}`;
  for (const each of unfinishedOf(`${address}:`)) rows.set(...rowOf(each));
  return {
    chosen({ name, size }) {
      rows.get(mark(name, size))?.element.remove();
      rows.delete(mark(name, size));
    },
  };

  function rowOf(each: Unfinished): [string, FileRow] {
    const file = { name: each.metadata['filename'] ?? '', size: each.size ?? 0 };
    const row = fileRow(file, words);
    row.unfinished(() => giveUp(each));
    list.append(row.element);
    return [mark(file.name, file.size), row];
  }
}

/** One file after the other, in the order in which they were chosen. */
function queueOf(area: HTMLElement, { summary, list, words }: Parts): Queue {
  const address = area.dataset['uploads'] ?? '';
  const waiting: { file: File; row: FileRow }[] = [];
  const left = showUnfinished(address, list, words);
  const counts = { all: 0, done: 0, refused: 0 };
  let busy = false;

  function enqueue(file: File, row: FileRow): void {
    const most = Number(area.dataset['maxBytes']);
    if (file.size > most) {
      row.tooLarge(most);
      counts.refused += 1;
      return say();
    }
    const entry = { file, row };
    row.waits(() => {
      waiting.splice(waiting.indexOf(entry), 1);
      counts.all -= 1;
      row.element.remove();
      say();
    });
    waiting.push(entry);
  }

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await send(next.file, next.row);
    busy = false;
  }

  async function send(file: File, row: FileRow): Promise<void> {
    const sending = sendFile(address, file, row);
    row.starts(() => sending.stop());
    const answer = await sending.answer;
    settle(answer, file, row);
    say();
    if (answer.kind === 'taken') await readAnew(area.dataset['shows'] ?? '');
  }

  function settle(answer: Answer, file: File, row: FileRow): void {
    if (answer.kind === 'taken') {
      counts.done += 1;
      row.taken();
    } else if (answer.kind === 'refused') {
      counts.refused += 1;
      row.refused(answer.why);
    } else
      row.stopped(answer.kind, () => {
        enqueue(file, row);
        void run();
      });
  }

  function say(): void {
    const first = (words['summary'] ?? '')
      .replace('{done}', String(counts.done))
      .replace('{all}', String(counts.all));
    const second =
      counts.refused > 0 ? ` ${(words['trouble'] ?? '').replace('{count}', String(counts.refused))}` : '';
    summary.textContent = counts.all === 0 ? '' : first + second;
  }

  return {
    isBusy: () => busy,
    add(files) {
      for (const file of files) {
        const row = fileRow(file, words);
        left.chosen(file);
        list.append(row.element);
        counts.all += 1;
        enqueue(file, row);
      }
      void run();
    },
  };
}
