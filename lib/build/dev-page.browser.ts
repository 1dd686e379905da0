// In development, in the browser: renders the page again when its content has changed, and shows the check's diagnostics above it.
import type { DevNews } from '@/lib/build/dev-server';

declare global {
  interface Window {
    /** The framework's. */
    next?: { router?: { refresh(): void } };
  }
}

const style = `
:host { all: initial }
section {
  position: fixed; inset: auto 0 0; max-height: 60vh; overflow: auto; margin: 0; border: 0;
  box-sizing: border-box; width: 100%; padding: 1rem 1.25rem; background: #2b0b0e; color: #fff; border-top: 4px solid #ff6b6b;
  font: 14px/1.5 ui-monospace, monospace;
}
section.mild { background: #2a2205; border-top-color: #e7b416; max-height: 30vh; padding-block: .5rem }
h2 { font: 600 15px/1.4 system-ui, sans-serif; margin: 0 0 .5rem }
ol { margin: 0; padding: 0; list-style: none; display: grid; gap: .5rem }
li { white-space: pre-wrap; overflow-wrap: anywhere }
summary { cursor: pointer; font: 600 13px/1.4 system-ui, sans-serif }
summary + ol { margin-top: .5rem }
p { margin: .75rem 0 0; font: 14px/1.5 system-ui, sans-serif }
a { color: inherit }
a:focus-visible, summary:focus-visible { outline: 2px solid; outline-offset: 2px }
`;

/** When this page was rendered last. Milliseconds since 1970. */
let renderedAt = performance.timeOrigin;

/** When the content changed last. Milliseconds since 1970. */
let latest = 0;

/** Whether the page was that of a post. */
let hadFile = false;

const host = document.createElement('dev-problems');
host.popover = 'manual';
const root = host.attachShadow({ mode: 'open' });

// Next to this script.
const news = new EventSource(new URL(`news.txt?page=${encodeURIComponent(location.pathname)}`, import.meta.url));
news.addEventListener('message', ({ data }) => {
  const { changedAt, hasFile, errors, warnings } = JSON.parse(String(data)) as DevNews;
  show(errors, warnings);
  if (changedAt > latest) {
    latest = changedAt;
    void comeBack(changedAt, hadFile && !hasFile);
  }
  hadFile = hasFile;
  if (changedAt > renderedAt) {
    renderedAt = changedAt;
    renderAgain();
  }
});

function renderAgain(): void {
  if (!window.next?.router) location.reload();
  else if (!isMissing()) window.next.router.refresh();
}

/** Whether there was nothing at this address when it was loaded, or when it was rendered last. */
function isMissing(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.responseStatus === 404 || document.querySelector('[data-missing]') !== null;
}

/** How long the framework may take to notice that there is a page now. It looks only when it is asked. Milliseconds. */
const noticeTime = 60_000;

/**
 * After a change of the content, loads a page that is missing, or is about to be, as soon as it is there.
 *
 * @param isGone whether the post of this page has been removed: rendered again too early, its page would stay.
 */
async function comeBack(changedAt: number, isGone: boolean): Promise<void> {
  const end = performance.now() + noticeTime;
  while (changedAt === latest && performance.now() < end) {
    const wasMissing = isMissing();
    const answer =
      wasMissing || isGone ? await fetch(location.href, { cache: 'no-store' }).catch(() => undefined) : undefined;
    if (wasMissing ? answer?.ok : answer?.status === 404) return location.reload();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function show(errors: readonly string[], warnings: readonly string[]): void {
  root.replaceChildren();
  if (errors.length + warnings.length === 0) {
    host.remove();
    return;
  }
  root.append(
    element('style', {}, style),
    errors.length > 0 ? errorBox([...errors, ...warnings]) : warningBox(warnings),
  );
  // Outside of the body, whose content React compares with its own.
  if (host.isConnected) return;
  document.documentElement.append(host);
  // In the top layer: the framework's own badge has the greatest z-index that there is.
  host.showPopover();
}

function errorBox(lines: readonly string[]): HTMLElement {
  const heading = element('h2', {}, 'The content has problems. This message disappears when they are fixed.');
  return element('section', { role: 'alert' }, heading, listOf(lines), galleryLink());
}

function warningBox(lines: readonly string[]): HTMLElement {
  const title = `${lines.length} ${lines.length === 1 ? 'warning' : 'warnings'} about this page`;
  const details = element('details', {}, element('summary', {}, title), listOf(lines), galleryLink());
  return element('section', { class: 'mild' }, details);
}

/** Leads to what a post may contain: app/components. */
function galleryLink(): HTMLElement {
  const href = new URL('../components/', import.meta.url).href;
  return element('p', {}, element('a', { href }, 'What a post may contain, with the text to copy'));
}

function listOf(lines: readonly string[]): HTMLElement {
  return element('ol', {}, ...lines.map((line) => element('li', {}, line)));
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
