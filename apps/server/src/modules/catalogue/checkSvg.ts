/**
 * Elements a product drawing is made of. A list of what is allowed, because the list of what is dangerous in SVG
 * (script, foreignObject, handler, set, external use …) is never complete.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop pattern clipPath mask marker style filter ' +
    'feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode feTurbulence ' +
    'feDropShadow feComponentTransfer feFuncR feFuncG feFuncB feFuncA feMorphology feDisplacementMap'
  ).split(' '),
);

/** A tag whose attributes are all quoted; the one form XML allows. */
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)\s*=\s*("[^"]*"|'[^']*')/g;

/** What a browser reads after it has resolved character references and CSS escapes. */
function resolve(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);?/gi, (_, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) => {
      const code = Number.parseInt(digits, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[\s\p{Cc}]+/gu, '')
    .toLowerCase();
}

/** Style text and attribute values may point inside the drawing (`url(#shade)`), never outside it. */
function pointsOutside(text: string): boolean {
  const plain = resolve(text);
  if (/javascript:|vbscript:|data:|@import|expression\(|-moz-binding|image-set\(|src\(/.test(plain)) return true;
  return [...plain.matchAll(/url\(["']?(.?)/g)].some((match) => match[1] !== '#');
}

function faultOfAttribute(name: string, value: string): string | undefined {
  const local = name.toLowerCase().split(':').at(-1) ?? '';
  if (local.startsWith('on')) return `event handler ${name}`;
  if (name === 'xmlns' || name.startsWith('xmlns:')) return undefined;
  if ((local === 'href' || local === 'src') && !resolve(value).startsWith('#'))
    return `${name} leads outside the drawing`;
  return pointsOutside(value) ? `${name} leads outside the drawing` : undefined;
}

/**
 * What makes an SVG unfit to be served, in words, or undefined for a clean one: script, embedded HTML, event handlers,
 * anything that points outside the file, entities and processing instructions, or text that is no well-formed SVG.
 */
export function faultOfSvg(svg: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of these.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]/u.test(svg)) return 'it holds a control character';
  const text = svg.replace(/^\ufeff?\s*(?:<\?xml\s[^<>?]*\?>)?\s*/, '');
  if (!/^<svg[\s>]/.test(text)) return 'it does not begin with <svg>';
  const open: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end < 0) return 'a comment has no end';
      at = end + 3;
      continue;
    }
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const between = text.slice(at, next < 0 ? undefined : next);
      if (open.length === 0 && between.trim() !== '') return 'text outside <svg>';
      if (open.at(-1) === 'style' && pointsOutside(between)) return 'a style leads outside the drawing';
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(between)) return 'an unknown entity';
      at = next < 0 ? text.length : next;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) return `${text.slice(at, at + 20)}… is not allowed`;
    const [whole, closing, name = '', attributes = '', empty] = tag;
    if (!ELEMENTS.has(name)) return `<${name}> is not allowed`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes another element`;
    } else {
      if (open.length === 0 && at > 0) return 'more than one root element';
      for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
        const fault = faultOfAttribute(attribute, value.slice(1, -1));
        if (fault) return fault;
      }
      if (!empty) open.push(name);
    }
    at += whole.length;
  }
  return open.length > 0 ? `<${open.at(-1)}> has no end` : undefined;
}
