import { expect, test } from 'vitest';
import { faultOfSvg } from './checkSvg.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${attributes}>${inside}</svg>`;

test('an ordinary drawing is accepted', () => {
  const drawing = svg(
    `<title>Sofa &amp; cushion</title><style>.a{fill:url(#g)} @media print{.a{fill:#000}}</style>
     <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><symbol id="leg"><rect width='1' height="2"/></symbol></defs>
     <!-- legs --><use href="#leg" x="2"/><use xlink:href="#leg"/><path class="a" d="M0 0L1 1" style="stroke:#000"/><text x="1">220 cm</text>`,
  );
  expect(faultOfSvg(drawing)).toBeUndefined();
  expect(faultOfSvg(`\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${drawing}\n`)).toBeUndefined();
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a script in another case', '<SCRIPT>alert(1)</SCRIPT>'],
  ['a namespaced script', '<svg:script>alert(1)</svg:script>'],
  ['embedded HTML', '<foreignObject><body/></foreignObject>'],
  ['an event handler', '<rect onload="alert(1)"/>'],
  ['an event handler in another case', '<rect OnClick="alert(1)"/>'],
  ['an event handler after a slash', '<rect/onload="alert(1)"/>'],
  ['an unquoted attribute', '<rect onload=alert(1) />'],
  ['an outside picture', '<image href="https://example.com/a.png"/>'],
  ['an outside use', '<use href="https://example.com/a.svg#x"/>'],
  ['an outside use by xlink', '<use xlink:href="//example.com/a.svg#x"/>'],
  ['a javascript link', '<a href="javascript:alert(1)"><rect/></a>'],
  ['an animated link', '<set attributeName="href" to="javascript:alert(1)"/>'],
  ['an outside fill', '<rect fill="url(https://example.com/a#b)"/>'],
  ['an outside fill in quotes', `<rect style="fill: url( 'https://example.com/a' )"/>`],
  ['an outside style', '<style>@import "https://example.com/a.css";</style>'],
  ['an escaped outside style', '<style>.a{background:\\75 rl(https://example.com/a)}</style>'],
  ['an encoded outside fill', '<rect fill="&#117;rl(https://example.com)"/>'],
  ['a CDATA section', '<style><![CDATA[.a{}]]></style>'],
  ['an entity of its own', '<text>&x;</text>'],
])('%s is refused', (_, inside) => {
  expect(faultOfSvg(svg(inside))).toEqual(expect.any(String));
});

test('what is no single well-formed SVG is refused', () => {
  for (const text of [
    '',
    'hello',
    '<html></html>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg></svg>',
    '<?xml-stylesheet href="https://example.com/a.css"?><svg></svg>',
    svg('<g>'),
    svg('</g>'),
    `${svg('')}${svg('')}`,
    `${svg('')}<script/>`,
    svg('', ' onload="alert(1)"'),
  ]) {
    expect(faultOfSvg(text), text).toEqual(expect.any(String));
  }
});

test('a hostile text costs no more than its length', () => {
  const started = performance.now();
  faultOfSvg(svg(`<rect ${'a="1" '.repeat(10_000)}`));
  faultOfSvg(svg('<'.repeat(50_000)));
  faultOfSvg(svg('<g>'.repeat(50_000)));
  faultOfSvg(svg(`<rect ${' '.repeat(100_000)}`));
  expect(performance.now() - started).toBeLessThan(1_000);
});
