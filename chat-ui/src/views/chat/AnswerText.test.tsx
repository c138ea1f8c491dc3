import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { withClearSigns } from '../../answer/parts';
import { remarkMarks } from '../../answer/remark-marks';

/** What the plugin makes of Markdown, before the page's own components: the last line of defence is not needed. */
function html(markdown: string): string {
  return renderToStaticMarkup(<Markdown remarkPlugins={[remarkGfm, remarkMarks]}>{markdown}</Markdown>);
}

describe('an answer’s Markdown', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'a <b onclick="x()">b</b>',
    '<svg/onload=alert(1)>',
    '![x](http://evil.example/pixel.png)',
    '![x][1]\n\n[1]: http://evil.example/pixel.png',
    '[click](javascript:alert(1))',
    '[click](http://evil.example)',
    '<http://evil.example>',
    'http://evil.example/auto',
    '[click][x]\n\n[x]: http://evil.example "t"',
    'a[^1]\n\n[^1]: http://evil.example',
  ])('makes nothing active of %j', (markdown) => {
    const out = html(markdown);
    expect(out).not.toMatch(/<(?:img|script|svg|iframe|object|b)\b/);
    expect(out).not.toMatch(/href="(?!#)/);
    expect(out).not.toContain('http://evil');
  });

  it('makes marks of [1] and 【2】, also where the text defines them as links', () => {
    const out = html('a [1] b 【2】 c\n\n[1]: http://evil.example');
    expect(out).toContain('<a href="#mark-1">1</a>');
    expect(out).toContain('<a href="#mark-2">2</a>');
  });

  it('strikes the mark that the service struck', () => {
    expect(html('approved ~~[4]~~.')).toContain('<a href="#struck-4">4</a>');
  });

  it.each([
    ['It was so. ~~It was 7.~~ It ended.', 'It was 7.'],
    ['先扫描。~~共 7 条。~~后得手。', '共 7 条。'],
    ['~~“7 条”~~后得手。', '“7 条”'],
  ])('strikes between any letters: %s', (markdown, struck) => {
    expect(html(withClearSigns(markdown))).toContain(`<del data-said="${struck}">${struck}</del>`);
  });

  it.each(['Quiet *(not proven)*.', '很安静*（未经证实）*然后结束。'])('marks what rests on nothing: %s', (markdown) => {
    expect(html(withClearSigns(markdown))).toMatch(/<a href="#unproven">(\(not proven\)|（未经证实）)<\/a>/);
  });

  it('leaves numbers in code alone', () => {
    expect(html('`a[1]`')).toContain('<code>a[1]</code>');
  });
});
