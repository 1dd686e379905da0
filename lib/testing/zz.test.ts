import { it } from 'vitest';
import { check } from '@/lib/check/check';
import { loadPosts } from '@/lib/content/posts';
import { compileBody } from '@/lib/mdx/compile';
import { formatProblem } from '@/lib/content/problems';
import { renderToStaticMarkup } from 'react-dom/server';
import { postText, writeContent } from '@/lib/testing/content-folder';
it('x', async () => {
  const go = async (name: string, body: string, ext = 'md', more: Record<string, string | Uint8Array> = {}, fields: string[] = []) => {
    const { dir, shown } = await writeContent({ [`blog/2022/03/x/index.${ext}`]: postText({ body, fields }), ...more });
    try { const r = await check(dir); console.log(name, r.problems.map(formatProblem).map((l) => '   ' + l.replaceAll(shown('') + '/', '')).join('\n')); } catch (e) { console.log(name, 'CHECK THROWS', String(e).slice(0, 200)); }
    const p = (await loadPosts(dir)).posts[0];
    try { if (p) console.log('   drawn', renderToStaticMarkup((await compileBody(p.body, { format: p.format, components: {}, placements: { single: new Set(), groups: new Set() }, pictures: new Map(), hasPublicFile: () => false })).content).length); } catch (e) { console.log('   DRAW THROWS', String(e).slice(0, 200)); }
  };
  await go('div300', '<div>'.repeat(300) + 'x');
  await go('div1000', '<div>'.repeat(1000) + 'x');
  await go('div3000', '<div>'.repeat(3000) + 'x');
  await go('js', '[a](javascript:alert(1))', 'mdx');
  await go('slug', 'x', 'mdx', {}, ['slug: other']);
  await go('types', 'x', 'md', { 'blog/2022/03/x/f.png': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>', 'blog/2022/03/x/d.pdf': '<html><script>1</script>' });
  await go('placeholder', 'kubectl -n <namespace> get', 'md');
  await go('upper', '<a href="HTTPS://example.org">x</a>', 'md');
  await go('alias', 'x', 'md', {'events/e.yaml': 'title: E\nkind: talk\nstart: 2022-03-03\n'}, ['aliases: [/events/e/, /people/, /blog/page/1/, /favicon.svg]']);
}, 100000);
