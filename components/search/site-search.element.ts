// <site-search>: finds as one types. The index and Pagefind come when somebody searches; without the script, the archive serves.
import { slashKey } from '@/components/ui/search-key';
import { whenSettled } from '@/components/ui/when-settled';
import { dropArticles, joinArticles } from '@/lib/output/search/arabic-article';
import { splitExcerpt } from '@/lib/output/search/excerpt';
import { partsFile, type SearchPart } from '@/lib/output/search/parts';
import {
  isEmpty,
  outcomeText,
  readQuery,
  type SearchChoices,
  type SearchQuery,
  writeQuery,
} from '@/lib/output/search/query';

/** What is used of Pagefind (its 1.6.0 `pagefind.js`). */
interface Pagefind {
  search(words: string | null, options: PagefindOptions): Promise<{ results: PagefindResult[] }>;
  mergeIndex(path: string, options: Record<string, string>): Promise<void>;
}

interface PagefindOptions {
  readonly filters?: Record<string, string>;
  readonly sort?: Record<string, string>;
}

interface PagefindResult {
  /** How well it fits the words. */
  readonly score: number;
  data(): Promise<Found>;
}

interface Section {
  readonly url: string;
  readonly title: string;
  /** Text with `<mark>`. */
  readonly excerpt: string;
}

interface Found extends Omit<Section, 'title'> {
  readonly meta: Partial<Record<'title' | 'kind' | 'date' | 'datetime', string>>;
  readonly sub_results: readonly Section[];
}

/** How many results are shown at once, and sections of each. */
const atOnce = 10;
const sectionsEach = 3;

/** Milliseconds without a key after which one has stopped typing. */
const pause = 200;

class SiteSearch extends HTMLElement {
  private loading: Promise<readonly Pagefind[]> | undefined;
  private timer = 0;
  /** The latest question: the answer to an earlier one is not shown. */
  private asked = 0;
  private results: readonly PagefindResult[] = [];
  private shown = 0;

  connectedCallback(): void {
    whenSettled(() => this.start());
  }

  private start(): void {
    const { form, words } = this.parts();
    const query = readQuery(location.search, this.choices());
    words.value = query.words;
    for (const radio of this.querySelectorAll<HTMLInputElement>('[name="kind"]')) {
      radio.checked = radio.value === query.kind;
    }
    const year = this.find<HTMLSelectElement>('[name="year"]');
    year.value = query.year;
    if (!year.value) year.value = '';
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
    this.offerSlash();

    this.addEventListener('focusin', () => void this.load().catch(() => undefined), { once: true });
    words.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.search(), pause);
    });
    form.addEventListener('change', ({ target }) => {
      if (target !== words) void this.search();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.find('[data-more]').addEventListener('click', () => void this.showMore(true));
    if (!isEmpty(query)) void this.search();
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }

  private parts() {
    return { form: this.find<HTMLFormElement>('form'), words: this.find<HTMLInputElement>('[type="search"]') };
  }

  private query(): SearchQuery {
    const { form } = this.parts();
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) given.set(name, String(value));
    return readQuery(`?${given}`, this.choices());
  }

  /** What the form offers. */
  private choices(): SearchChoices {
    const radios = [...this.querySelectorAll<HTMLInputElement>('[name="kind"]')];
    return new Map(radios.map(({ value, labels }) => [value, labels?.[0]?.textContent ?? value]));
  }

  private async search(): Promise<void> {
    clearTimeout(this.timer);
    const query = this.query();
    const asked = ++this.asked;
    history.replaceState(history.state, '', location.pathname + writeQuery(query));
    if (isEmpty(query)) return this.answer([], '');
    if (this.shown === 0) this.say('Searching…');
    try {
      const parts = await this.load();
      if (asked !== this.asked) return;
      if (parts.length === 0) return this.answer([], 'Nothing has been published yet, so there is nothing to find.');
      const { words, kind, year } = query;
      const options: PagefindOptions = {
        filters: { ...(kind && { kind }), ...(year && { year }) },
        // Where no word says what fits best, the newest comes first, as it does from part to part.
        sort: words ? {} : { date: 'desc' },
      };
      const answers = await Promise.all(parts.map((part) => part.search(dropArticles(words) || null, options)));
      const results = answers.flatMap((answer) => answer.results);
      if (words) results.sort((a, b) => b.score - a.score);
      if (asked === this.asked) await this.answer(results, outcomeText(query, results.length, this.choices()));
    } catch {
      if (asked !== this.asked) return;
      await this.answer([], 'The search could not be loaded. Type again to try once more, or use the archive below.');
    }
  }

  /** Loads Pagefind and the small head of its index, once; again after a failure. */
  private load(): Promise<readonly Pagefind[]> {
    this.loading ??= open(this.dataset.index ?? '').catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async answer(results: readonly PagefindResult[], text: string): Promise<void> {
    this.results = results;
    this.shown = 0;
    const shown = await this.showMore(false);
    if (shown) this.say(text);
  }

  private say(text: string): void {
    this.find('[role="status"]').textContent = text;
  }

  /** Shows the next results. @returns false where another question has been asked meanwhile. */
  private async showMore(byButton: boolean): Promise<boolean> {
    const asked = this.asked;
    const from = this.shown;
    const found = await Promise.all(this.results.slice(from, from + atOnce).map((result) => result.data()));
    if (asked !== this.asked) return false;
    const list = this.find('[data-results]');
    const items = found.map(toItem);
    if (byButton) list.append(...items);
    else list.replaceChildren(...items);
    this.shown = from + found.length;
    this.find('[data-more]').hidden = this.shown >= this.results.length;
    this.find('[data-archive]').hidden = this.shown > 0;
    // The button may be gone from under the keyboard; the first new result is where one reads on.
    if (byButton) items[0]?.querySelector('a')?.focus();
    return true;
  }

  /** A key that is no chord can be pressed by chance, or by what is dictated: it can be switched off (WCAG 2.1.4). */
  private offerSlash(): void {
    const box = this.find<HTMLInputElement>('[data-slash]');
    try {
      box.checked = localStorage.getItem(slashKey) === null;
      box.addEventListener('change', () => {
        if (box.checked) localStorage.removeItem(slashKey);
        else localStorage.setItem(slashKey, 'off');
      });
    } catch {
      // Where storage is forbidden, nothing could be remembered.
      box.disabled = true;
    }
  }
}

/** @returns the parts of the index, the newest first; none where nothing has been published, so that there is nothing to find. */
async function open(index: string): Promise<readonly Pagefind[]> {
  const answer = await fetch(index + partsFile);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const parts = (await answer.json()) as SearchPart[];
  if (parts.length === 0) return [];
  const { createInstance } = (await import(`${index}pagefind.js`)) as {
    createInstance(options: Record<string, string | boolean>): Pagefind;
  };
  // The folder is named by what it holds, so its files need no parameter against caches.
  const options = { baseUrl: '/', excerptEllipsis: '…', metaCacheTag: '0' };
  const opened: Pagefind[] = [];
  for (const [folder, ...others] of parts) {
    const basePath = index + folder;
    // A worker would need a policy and a trusted type of its own; an index of this size answers in a few milliseconds.
    const pagefind = createInstance({ ...options, basePath, noWorker: true });
    // Pagefind refuses to merge a folder with itself, unless it is written otherwise.
    for (const language of others) await pagefind.mergeIndex(`${basePath}./`, { ...options, language });
    // All live in one memory, which the first sets up: it waits for nothing else, so an answer must be there before the next.
    await pagefind.search('', {});
    opened.push(pagefind);
  }
  return opened;
}

function toItem(found: Found): HTMLLIElement {
  const { url, meta, excerpt, sub_results } = asWritten(found);
  const item = document.createElement('li');
  const kind = element('p', 'label', meta.kind ?? '');
  if (meta.date) {
    const time = element('time', '', meta.date) as HTMLTimeElement;
    time.dateTime = meta.datetime ?? '';
    kind.append(' · ', time);
  }
  const sections = sub_results.filter((section) => section.url !== url).slice(0, sectionsEach);
  const own = sub_results.find((section) => section.url === url)?.excerpt ?? (sections.length > 0 ? '' : excerpt);
  const title = element('h2', 'title');
  title.dir = 'auto';
  title.append(link(url, meta.title ?? url));
  item.append(kind, title);
  if (own) item.append(excerptOf(own, meta.title));
  if (sections.length > 0) {
    const list = element('ul', 'search-sections');
    for (const section of sections) {
      const entry = document.createElement('li');
      entry.dir = 'auto';
      entry.append(link(section.url, section.title), excerptOf(section.excerpt, section.title));
      list.append(entry);
    }
    item.append(list);
  }
  return item;
}

/** What was found, as it was written: the index takes articles apart. */
function asWritten({ url, meta, excerpt, sub_results }: Found): Found {
  return {
    url,
    meta: { ...meta, title: joinArticles(meta.title ?? url) },
    excerpt: joinArticles(excerpt),
    sub_results: sub_results.map((section) => ({
      url: section.url,
      title: joinArticles(section.title),
      excerpt: joinArticles(section.excerpt),
    })),
  };
}

function link(url: string, text: string): HTMLAnchorElement {
  const anchor = element('a', '', text) as HTMLAnchorElement;
  anchor.href = url;
  return anchor;
}

function excerptOf(html: string, title: string | undefined): HTMLElement {
  const paragraph = element('p', '');
  paragraph.dir = 'auto';
  for (const { text, isHit } of splitExcerpt(html, title)) paragraph.append(isHit ? element('mark', '', text) : text);
  return paragraph;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

customElements.define('site-search', SiteSearch);
