import { parseAst } from 'vite';
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(
  ['../../../../apps/{shop/app,console/src}/**/*.tsx', '../../../{ui,chat}/src/**/*.tsx', '!**/*.test.tsx'],
  { eager: true, query: '?raw', import: 'default' },
);

/** What is the same in every language, and why. */
const allowed = new Map<string, string>([
  ['Esc', 'what stands on the key'],
  ['Enter', 'what stands on the key'],
  ['GTIN', 'the name of a number, everywhere'],
  ['cm', 'a unit'],
  ['см', 'the unit, chosen by the language beside it'],
  ['SC-', 'how the code of a store credit begins'],
  ['https://', 'how an address begins'],
]);

interface Node {
  type: string;
  [more: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Attributes that are read by people. */
const spoken =
  /^(aria-(label|description|roledescription|placeholder|valuetext)|title|placeholder|alt|label|description|legend|hint|error)$/;
const hasWords = (text: string) => /\p{L}{2,}/u.test(text) && !allowed.has(text.trim());
const textOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'JSXText' && typeof node.value === 'string') return node.value;
  if (node.type === 'JSXExpressionContainer') return textOf(node.expression);
  if (node.type === 'ConditionalExpression') return textOf(node.consequent) ?? textOf(node.alternate);
  if (node.type === 'LogicalExpression') return textOf(node.right);
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis))
    return (node.quasis as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join(' ');
  return undefined;
};

const isStyle = (element: Node) => (element.openingElement as { name?: { name?: unknown } }).name?.name === 'style';

/** Texts in a component that stand there in one language. */
function hardWords(code: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isNode(value)) return;
    if ((value.type === 'JSXElement' && !isStyle(value)) || value.type === 'JSXFragment')
      for (const child of value.children as unknown[]) {
        const text = textOf(child)?.trim();
        if (text && hasWords(text)) found.push(text);
      }
    if (value.type === 'JSXAttribute') {
      const { name } = value.name as { name?: unknown };
      const text = textOf(value.value)?.trim();
      if (typeof name === 'string' && spoken.test(name) && text && hasWords(text)) found.push(`${name}: ${text}`);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(code, { lang: 'tsx' }));
  return found;
}

test('a text that is written into a component is found', () => {
  expect(hardWords('const a = <p title="Try again">Nothing here {b ? "Yes please" : c}</p>')).toEqual([
    'Nothing here',
    'Yes please',
    'title: Try again',
  ]);
  expect(hardWords('const a = <p title={t("again")} className="soft wide">{t("none")} · {n} ×</p>')).toEqual([]);
});

test('no screen says anything in one language only', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  const wrong = Object.entries(sources).flatMap(([file, code]) =>
    hardWords(code).map((text) => `${file.replace(/^(\.\.\/)+/, '')}: ${text}`),
  );
  expect(wrong).toEqual([]);
});
