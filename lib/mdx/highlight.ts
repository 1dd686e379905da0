// Syntax highlighting at build time: spans with classes, without style attributes and without a script on the page.
import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import {
  type BundledLanguage,
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type GrammarState,
} from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { element } from '@/lib/base/html';
import { walkElements } from '@/lib/mdx/walk';

const theme = createCssVariablesTheme({ name: 'site', variablePrefix: '--code-', fontStyle: false });
const engine = createJavaScriptRegexEngine({ forgiving: true });

/** No time limit, so that a slow machine makes the same page; long lines stay plain instead. */
const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 500 };

/** Larger blocks stay plain, and what comes after so much code in a post: a grammar's worst case is far from linear. Characters. */
const longest = 50_000;
const longestInPost = 200_000;

/** Every so many lines the depth of the grammar's rules is compared with the limit; what comes after is plain where it is over. */
const chunkLines = 100;
const deepest = 100;

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** Highlights each code block whose language is known, and wraps every block in the element that offers to copy it. */
export function rehypeHighlight() {
  return async (tree: Root): Promise<void> => {
    const blocks: { pre: Element; code: Element; language: string }[] = [];
    walkElements(tree, (pre, index, parent) => {
      if (pre.tagName !== 'pre') return;
      const [code] = pre.children;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      blocks.push({ pre, code, language: languageOf(code) });
      if (parent && index !== undefined) parent.children[index] = element('copy-code', {}, pre);
      return 'skip';
    });
    let left = longestInPost;
    for (const { pre, code, language } of blocks) {
      pre.properties.tabIndex = 0;
      if (language) code.properties.dataLanguage = language;
      delete code.properties.className;
      const source = textOf(code).replace(/\n$/, '');
      const known = Object.hasOwn(bundledLanguages, language) && source.length <= Math.min(longest, left);
      if (known) left -= source.length;
      code.children = known ? await toTokens(source, language as BundledLanguage) : [{ type: 'text', value: source }];
    }
  };
}

async function toTokens(source: string, lang: BundledLanguage): Promise<ElementContent[]> {
  highlighter ??= createHighlighter({ themes: [theme], langs: [], engine });
  const shiki = await highlighter;
  await shiki.loadLanguage(lang);
  const children: ElementContent[] = [];
  const addText = (value: string) => {
    const last = children.at(-1);
    if (last?.type === 'text') last.value += value;
    else if (value) children.push({ type: 'text', value });
  };
  const lines = source.split('\n');
  let grammarState: GrammarState | undefined;
  for (let at = 0; at < lines.length; at += chunkLines) {
    if (at > 0) addText('\n');
    const chunk = lines.slice(at, at + chunkLines).join('\n');
    if ((grammarState?.getInternalStack()?.depth ?? 0) > deepest) {
      addText(chunk);
      continue;
    }
    const tokens = shiki.codeToTokensBase(chunk, { lang, theme, ...limits, ...(grammarState && { grammarState }) });
    grammarState = shiki.getLastGrammarState(tokens);
    for (const [index, line] of tokens.entries()) {
      if (index > 0) addText('\n');
      for (const token of line) {
        const name = /--code-token-([a-z-]+)/.exec(token.color ?? '')?.[1];
        if (!name || token.content.trim() === '') addText(token.content);
        else children.push(element('span', { className: [`c-${name}`] }, token.content));
      }
    }
  }
  return children;
}

function languageOf(code: Element): string {
  const classes = code.properties.className;
  const name = (Array.isArray(classes) ? classes : []).map(String).find((value) => value.startsWith('language-'));
  return name?.slice('language-'.length).toLowerCase() ?? '';
}
