import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, parseAst } from 'vite';
// By its path: Vite reads this file with Node, which does not read TypeScript of packages.
import { type Language, languages } from '../../packages/ui/src/words/languages.ts';

/**
 * Words stand in the code in all languages and a page is in one: two thirds of them are loaded for nothing. After the
 * build every script is written once more for each language, into `assets/<language>/`, with the words of that language
 * only; the server leads each page to its own (entry.server). The scripts know each other by name, so none waits for
 * another file, as it would if words were loaded by themselves.
 */
export function oneLanguage(): Plugin {
  let client = '';
  return {
    name: 'one-language',
    enforce: 'post',
    configResolved(config) {
      client = resolve(config.root, '../../.build/shop/client/assets');
    },
    closeBundle: {
      order: 'post',
      handler() {
        // The last environment to be built; React Router's manifest for browsers is written by then.
        if (this.environment.name === 'ssr') writeLanguages(client);
      },
    },
  };
}

function writeLanguages(folder: string): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const known = new Set(files);
  for (const language of languages) mkdirSync(join(folder, language), { recursive: true });
  for (const file of files) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const language of languages)
      writeFileSync(join(folder, language, file), leadTo(keepLanguage(code, language), language, known));
  }
}

interface Node {
  type: string;
  start: number;
  end: number;
  [more: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The program with the words of one language: of `{en: {…}, pl: {…}, ru: {…}}` the others are empty. Pure. */
export function keepLanguage(code: string, language: Language): string {
  const cuts: { start: number; end: number }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (isNode(value)) {
      const words = wordsOf(value);
      if (words) cuts.push(...languages.filter((other) => other !== language).map((other) => words[other]));
      else for (const child of Object.values(value)) visit(child);
    }
  };
  visit(parseAst(code));
  let kept = '';
  let from = 0;
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    kept += `${code.slice(from, start)}{}`;
    from = end;
  }
  return kept + code.slice(from);
}

/** The three objects of a catalogue of words; undefined for anything else. */
function wordsOf(node: Node): Record<Language, Node> | undefined {
  if (node.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return undefined;
  if (node.properties.length !== languages.length) return undefined;
  const found: Partial<Record<string, Node>> = {};
  for (const property of node.properties as Node[]) {
    const { key, value } = property as { key?: { name?: string; value?: string }; value?: Node };
    if (value?.type !== 'ObjectExpression') return undefined;
    found[key?.name ?? key?.value ?? ''] = value;
  }
  return languages.every((language) => found[language]) ? (found as Record<Language, Node>) : undefined;
}

/** Addresses of scripts in a text become those of the language. Pure. */
export function leadTo(text: string, language: Language, known: ReadonlySet<string>): string {
  return text.replace(/\bassets\/([\w.-]+\.js)\b/g, (whole, file: string) =>
    known.has(file) ? `assets/${language}/${file}` : whole,
  );
}
