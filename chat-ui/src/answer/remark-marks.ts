import type { Delete, Link, PhrasingContent, Root, RootContent } from 'mdast';
import { defang } from './defang';
import { partsOf } from './parts';

/** The same for a mark that the service struck: `~~[4]~~`. */
export const STRUCK_PREFIX = '#struck-';
/** The same for the note that a sentence rests on nothing. */
export const UNPROVEN = '#unproven';

type Node = Root | RootContent;

/** The address that stands for mark 3 inside the Markdown tree; no address from a model can look like it. */
export const MARK_PREFIX = '#mark-';

/**
 * A remark plugin: citation marks become links to `#mark-n`, everything else that could act is made words. Links and
 * images keep their text and show their address, defanged; raw HTML is shown as the characters it is made of.
 */
export function remarkMarks() {
  return (tree: Root): void => {
    tree.children = rewrite(tree.children) as Root['children'];
  };
}

function rewrite(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => rewriteOne(node));
}

function rewriteOne(node: Node): Node[] {
  switch (node.type) {
    case 'text':
      return words(node.value);
    case 'inlineCode':
    case 'code':
      return [{ ...node, value: defang(node.value) }];
    case 'html':
      return [{ type: 'text', value: defang(node.value) }];
    case 'link':
      return [...rewrite(node.children), ...shownAddress(node.url, plainText(node.children))];
    case 'image':
      return [...words(node.alt ?? ''), ...shownAddress(node.url, '')];
    case 'delete':
      return struck(node);
    case 'linkReference':
      return reference(node.label ?? '', rewrite(node.children));
    case 'imageReference':
      return words(node.alt ?? '');
    case 'definition':
      return [{ type: 'paragraph', children: words(`[${node.label ?? ''}]: ${node.url}`) }];
    case 'footnoteReference':
      return words(`[^${node.label ?? ''}]`);
    default:
      if ('children' in node) return [{ ...node, children: rewrite(node.children) } as Node];
      return [node];
  }
}

function struck(node: Delete): Node[] {
  const only = partsOf(plainText(node.children))[0];
  const children = rewrite(node.children) as PhrasingContent[];
  // The words as they were sent, for finding what was said against them.
  if (only?.kind !== 'mark' || children.length !== 1) {
    return [{ ...node, children, data: { hProperties: { dataSaid: plainText(node.children) } } }];
  }
  return [{ ...mark(only.n), url: `${STRUCK_PREFIX}${only.n}` }];
}

/** `[1]` turns into a reference when the text also holds a line `[1]: …`; it is a mark all the same. */
function reference(label: string, children: Node[]): Node[] {
  return /^\d{1,3}$/.test(label) ? [mark(Number(label))] : children;
}

function words(text: string): PhrasingContent[] {
  return partsOf(text).map((part) => {
    switch (part.kind) {
      case 'mark':
        return mark(part.n);
      case 'unproven':
        return { type: 'link', url: UNPROVEN, children: [{ type: 'text', value: part.text }] };
      case 'text':
        return { type: 'text', value: defang(part.text) };
    }
  });
}

function mark(n: number): Link {
  return { type: 'link', url: `${MARK_PREFIX}${n}`, children: [{ type: 'text', value: String(n) }] };
}

function shownAddress(url: string, label: string): PhrasingContent[] {
  if (url === '' || url === label || url === `mailto:${label}` || url === `http://${label}`) return [];
  return [{ type: 'text', value: ` (${defang(url)})` }];
}

function plainText(nodes: readonly Node[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : '')).join('');
}
