// <site-search>: searches as you type. Pagefind and the index are loaded when somebody searches; without the script, there is the archive.
import { element, slashKey, whenSettled } from '@/components/ui/custom-element';
import { dropArticles, joinArticles } from '@/lib/output/search/arabic-article';
import { splitExcerpt } from '@/lib/output/search/excerpt';
import { partsFile, type SearchPart } from '@/lib/output/search/parts';
import { isEmpty, outcomeText, readQuery, type SearchChoices, writeQuery } from '@/lib/output/search/query';

/** The part of Pagefind that is used (`pagefind.js` of 1.6.0). */
interface Pagefind {
  search(
    words: string | null,
    options: Record<'filters' | 'sort', Record<string, string>>,
  ): Promise<{ results: PagefindResult[] }>;
  mergeIndex(path: string, options: Record<string, string>): Promise<void>;
}

interface PagefindResult {
  /** How well it matches the words. */
  readonly score: number;
  data(): Promise<Found>;
}

interface Section {
  readonly url: string;
  readonly title: string;
  /** Text with `<mark>` around matches. */
  readonly excerpt: string;
}

interface Found extends Omit<Section, 'title'> {
  readonly meta: Partial<Record<'title' | 'kind' | 'date' | 'datetime', string>>;
  readonly sub_results: readonly Section[];
}

/** How many results are shown at a time, and how many sections of each. */
const atOnce = 10;
const sectionsEach = 3;

/** Milliseconds without a key press after which the search starts. */
const pause = 200;

const outcomeWords = {
  locale: scriptWords.locale,
  space: scriptWords.space,
  results: scriptWords.results,
  noResults: scriptWords.noResults,
  fewerFilters: scriptWords.fewerFilters,
  otherWords: scriptWords.otherWords,
};

class SiteSearch extends HTMLElement {
  private loading: Promise<readonly Pagefind[]> | undefined;
  private timer = 0;
  /** The number of the latest query. Results of earlier ones are dropped. */
  private asked = 0;
  private results: readonly PagefindResult[] = [];
  private shown = 0;

  connectedCallback(): void {
    whenSettled(() => this.start());
  }

  private start(): void {
    const words = this.find<HTMLInputElement>('[type="search"]');
    const form = this.find<HTMLFormElement>('form');
    const query = readQuery(location.search, this.choices());
    words.value = query.words;
    for (const radio of this.kinds()) radio.checked = radio.value === query.kind;
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

  private kinds(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[name="kind"]')];
  }

  private choices(): SearchChoices {
    return new Map(this.kinds().map(({ value, dataset }) => [value, dataset.among ?? value]));
  }

  private async search(): Promise<void> {
    clearTimeout(this.timer);
    const given = [...new FormData(this.find<HTMLFormElement>('form'))].map(([name, value]) => [name, String(value)]);
    const query = readQuery(`?${new URLSearchParams(given)}`, this.choices());
    const asked = ++this.asked;
    history.replaceState(history.state, '', location.pathname + writeQuery(query));
    if (isEmpty(query)) return this.answer([], '');
    if (this.shown === 0) this.say(scriptWords.searching);
    try {
      const parts = await this.load();
      if (asked !== this.asked) return;
      if (parts.length === 0) return this.answer([], scriptWords.nothingToSearch);
      const { words, kind, year } = query;
      const options = {
        filters: { ...(kind && { kind }), ...(year && { year }) },
        // Without words to match, the newest comes first, as it does from part to part.
        sort: words ? {} : { date: 'desc' },
      };
      const answers = await Promise.all(parts.map((part) => part.search(dropArticles(words) || null, options)));
      const results = answers.flatMap((answer) => answer.results);
      if (words) results.sort((a, b) => b.score - a.score);
      if (asked === this.asked)
        await this.answer(results, outcomeText(query, results.length, this.choices(), outcomeWords));
    } catch {
      if (asked !== this.asked) return;
      await this.answer([], scriptWords.notLoaded);
    }
  }

  /** Loads Pagefind and the head of its index, once; again after a failure. */
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
    if (await this.showMore(false)) this.say(text);
  }

  private say(text: string): void {
    this.find('[role="status"]').textContent = text;
  }

  /** Shows the next results. @returns false if there has been another query meanwhile. */
  private async showMore(byButton: boolean): Promise<boolean> {
    const { asked, shown } = this;
    const found = await Promise.all(this.results.slice(shown, shown + atOnce).map((result) => result.data()));
    if (asked !== this.asked) return false;
    const list = this.find('[data-results]');
    const items = found.map(toItem);
    if (byButton) list.append(...items);
    else list.replaceChildren(...items);
    this.shown = shown + found.length;
    this.find('[data-more]').hidden = this.shown >= this.results.length;
    this.find('[data-archive]').hidden = this.shown > 0;
    // The button may disappear while it has the focus, so the first new result gets it.
    if (byButton) items[0]?.querySelector('a')?.focus();
    return true;
  }

  /** A shortcut of a single character can be turned off (WCAG 2.1.4): it can be pressed by accident or by dictation. */
  private offerSlash(): void {
    const box = this.find<HTMLInputElement>('[data-slash]');
    try {
      box.checked = localStorage.getItem(slashKey) === null;
      box.addEventListener('change', () => {
        if (box.checked) localStorage.removeItem(slashKey);
        else localStorage.setItem(slashKey, 'off');
      });
    } catch {
      // Without storage, nothing can be remembered.
      box.disabled = true;
    }
  }
}

/** @returns the parts of the index, the newest first; none if nothing has been published. */
async function open(index: string): Promise<readonly Pagefind[]> {
  const answer = await fetch(index + partsFile);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const parts = (await answer.json()) as SearchPart[];
  if (parts.length === 0) return [];
  const { createInstance } = (await import(`${index}pagefind.js`)) as {
    createInstance(options: Record<string, string | boolean>): Pagefind;
  };
  // The name of the folder is a checksum, so its files need no parameter against stale caches.
  const options = { baseUrl: '/', excerptEllipsis: '…', metaCacheTag: '0' };
  const opened: Pagefind[] = [];
  for (const [folder, ...others] of parts) {
    const basePath = index + folder;
    // A worker would need a policy and a trusted type of its own; an index of this size answers in a few milliseconds.
    const pagefind = createInstance({ ...options, basePath, noWorker: true });
    // Pagefind refuses to merge a folder with itself, unless its path is written differently.
    for (const language of others) await pagefind.mergeIndex(`${basePath}./`, { ...options, language });
    // All instances share memory that the first one sets up, so one must have answered before the next is created.
    await pagefind.search('', { filters: {}, sort: {} });
    opened.push(pagefind);
  }
  return opened;
}

function toItem({ url, meta, excerpt, sub_results }: Found): HTMLElement {
  const pageTitle = meta.title ?? url;
  const kind = element('p', { className: 'label' }, meta.kind ?? '');
  if (meta.date) kind.append(' · ', element('time', { dateTime: meta.datetime ?? '' }, meta.date));
  const sections = sub_results.filter((section) => section.url !== url).slice(0, sectionsEach);
  const own = sub_results.find((section) => section.url === url)?.excerpt ?? (sections.length > 0 ? '' : excerpt);
  const item = element('li', {}, kind, element('h2', { className: 'title', dir: 'auto' }, link(url, pageTitle)));
  if (own) item.append(excerptOf(own, pageTitle));
  if (sections.length === 0) return item;
  const entries = sections.map((section) =>
    element('li', { dir: 'auto' }, link(section.url, section.title), excerptOf(section.excerpt, section.title)),
  );
  item.append(element('ul', { className: 'search-sections' }, ...entries));
  return item;
}

/** A link with a title from the index, in which Arabic articles are separate words. */
function link(href: string, title: string): HTMLElement {
  return element('a', { href }, joinArticles(title));
}

/** @param title the title of what the excerpt is from, which it does not repeat. */
function excerptOf(html: string, title: string): HTMLElement {
  const parts = splitExcerpt(joinArticles(html), joinArticles(title));
  return element('p', { dir: 'auto' }, ...parts.map(({ text, isHit }) => (isHit ? element('mark', {}, text) : text)));
}

customElements.define('site-search', SiteSearch);
