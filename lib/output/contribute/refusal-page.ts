// What is left to say where a form cannot be answered: why, and where the form is.
import { escapeHtml } from '@/lib/base/html';
import { sectionTexts } from '@/lib/base/sections';
import { contributePath, toUrl } from '@/lib/base/urls';
import { words } from '@/lib/base/words';
import { site } from '@/lib/site';

/** A small page with a link to the forms. @param text what has happened; nothing where the link says enough. */
export function refusalPage(text = ''): string {
  const { title } = sectionTexts.contribute;
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">';
  const link = `<p><a href="${toUrl(contributePath())}">${escapeHtml(title)}</a></p>`;
  const about = text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
  return `<!DOCTYPE html><html lang="${site.lang}" dir="${words.direction}"><head>${head}<title>${escapeHtml(title)}</title></head><body><main>${about}${link}</main></body></html>\n`;
}
