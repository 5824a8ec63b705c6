/**
 * Shows how far an upload has come. The form is sent as it would have been, to the same address, and the
 * browser shows the page that the server answers with.
 */
export function showUpload(root: Document, afterReplacing: () => void): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const words = form.dataset['upload'];
    const files = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
    if (words === undefined || event.defaultPrevented || !files.some((field) => field.files?.length)) return;
    event.preventDefault();
    if (form.dataset['sent'] === 'yes') return;
    form.dataset['sent'] = 'yes';
    send(form, event.submitter, panel(form, words), afterReplacing);
  });
}

interface Panel {
  progress: (share: number) => void;
  stopped: () => void;
}

function panel(form: HTMLFormElement, words: string): Panel {
  const box = document.createElement('div');
  const line = document.createElement('p');
  const bar = document.createElement('progress');
  box.className = 'ep-progress';
  bar.max = 100;
  bar.setAttribute('aria-hidden', 'true');
  line.setAttribute('role', 'status');
  box.append(line, bar);
  form.append(box);
  let said = -1;
  return {
    progress(share) {
      const percent = Math.floor(share * 100);
      bar.value = percent;
      // Every tenth is enough to hear.
      const step = Math.floor(percent / 10) * 10;
      if (step !== said) line.textContent = words.replace('{n}', String((said = step)));
    },
    stopped() {
      bar.remove();
      line.setAttribute('role', 'alert');
      line.textContent = form.dataset['uploadStopped'] ?? '';
      delete form.dataset['sent'];
    },
  };
}

function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  shown: Panel,
  afterReplacing: () => void,
): void {
  const request = new XMLHttpRequest();
  const button = submitter as HTMLButtonElement | null;
  const data = new FormData(form, submitter);
  request.open('POST', button?.hasAttribute('formaction') ? button.formAction : form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    shown.progress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener('error', shown.stopped);
  request.addEventListener('abort', shown.stopped);
  request.addEventListener('load', () => {
    const moved = request.responseURL !== '' && request.responseURL !== form.action;
    if (request.status < 400 && moved) location.assign(request.responseURL);
    else {
      replacePage(request.responseText);
      afterReplacing();
    }
  });
  shown.progress(0);
  request.send(data);
}

/** The answer was the same page with errors: it takes the place of this one. */
function replacePage(html: string): void {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  document.title = answer.title;
  document.body.replaceWith(answer.body);
}
