/** Shows, while one writes, what the server makes of it: the form goes as it stands, nothing of it is saved. Without this there is a button. */
const PAUSE = 600;

export function showWhileWriting(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-shows]')) follow(form);
}

function follow(form: HTMLFormElement): void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const later = (): void => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      // An answer to what stood there before must not come after this one.
      asked?.abort();
      asked = new AbortController();
      void show(form, asked.signal);
    }, PAUSE);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
}

async function show(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const place = document.getElementById(form.dataset['shows'] ?? '');
  if (!place) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('then', 'show');
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'text/html' },
    signal,
  }).catch(() => null);
  // Signed out, or gone: what stands there is left, and saving says why.
  if (!answer || answer.redirected || (!answer.ok && answer.status !== 422)) return;
  const text = await answer.text().catch(() => '');
  const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById(place.id);
  if (!fresh || fresh.innerHTML === place.innerHTML) return;
  place.replaceChildren(...fresh.childNodes);
}
