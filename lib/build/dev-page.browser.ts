// In development only, in the browser: draws the page anew when its content has changed, and shows above it what is wrong.
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
  position: fixed; inset: auto 0 0; z-index: 2147483000; max-height: 60vh; overflow: auto; margin: 0; border: 0;
  box-sizing: border-box; width: 100%; padding: 1rem 1.25rem; background: #2b0b0e; color: #fff; border-top: 4px solid #ff6b6b;
  font: 14px/1.5 ui-monospace, monospace;
}
section.mild { background: #2a2205; border-top-color: #e7b416; max-height: 30vh; padding-block: .5rem }
h2 { font: 600 15px/1.4 system-ui, sans-serif; margin: 0 0 .5rem }
ol { margin: 0; padding: 0; list-style: none; display: grid; gap: .5rem }
li { white-space: pre-wrap; overflow-wrap: anywhere }
summary { cursor: pointer; font: 600 13px/1.4 system-ui, sans-serif }
summary + ol { margin-top: .5rem }
`;

/** When this page was drawn last. Milliseconds since 1970. */
let drawnAt = performance.timeOrigin;

const host = document.createElement('dev-problems');
const root = host.attachShadow({ mode: 'open' });

// It lies where this script came from.
const news = new EventSource(new URL(`news.txt?page=${encodeURIComponent(location.pathname)}`, import.meta.url));
news.addEventListener('message', ({ data }) => {
  const { changedAt, errors, warnings } = JSON.parse(String(data)) as DevNews;
  show(errors, warnings);
  if (changedAt > drawnAt) {
    drawnAt = changedAt;
    redraw();
  }
});

function redraw(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // What was not there a moment ago is asked for again: the framework keeps for a while which pages there are.
  if (navigation?.responseStatus === 404 || !window.next?.router) location.reload();
  else window.next.router.refresh();
}

function show(errors: readonly string[], warnings: readonly string[]): void {
  root.replaceChildren();
  if (errors.length + warnings.length === 0) {
    host.remove();
    return;
  }
  const sheet = document.createElement('style');
  sheet.textContent = style;
  root.append(sheet, errors.length > 0 ? errorBox([...errors, ...warnings]) : warningBox(warnings));
  // Not in the body, whose content React compares with its own.
  if (!host.isConnected) document.documentElement.append(host);
}

function errorBox(lines: readonly string[]): HTMLElement {
  const box = document.createElement('section');
  box.setAttribute('role', 'alert');
  const heading = document.createElement('h2');
  heading.textContent = 'The content has mistakes. This goes away when they are mended.';
  box.append(heading, listOf(lines));
  return box;
}

function warningBox(lines: readonly string[]): HTMLElement {
  const box = document.createElement('section');
  box.className = 'mild';
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = `${lines.length} ${lines.length === 1 ? 'warning' : 'warnings'} about this page`;
  details.append(summary, listOf(lines));
  box.append(details);
  return box;
}

function listOf(lines: readonly string[]): HTMLOListElement {
  const list = document.createElement('ol');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  return list;
}
