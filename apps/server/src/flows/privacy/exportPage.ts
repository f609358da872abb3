import type { Language } from '../../kernel/context.ts';
import type { PersonalExport } from '../../modules/customers/index.ts';
import { sectionWords, titleWords } from './exportWords.ts';

/** The export as one page that opens anywhere and needs nothing: no scripts, no pictures, no addresses. */
export function exportPage(found: PersonalExport, language: Language): string {
  const words = titleWords[language];
  const parts = found.sections.map(({ name, rows }) => {
    const heading = sectionWords[name]?.[language] ?? name;
    const items = rows.map((row) => `<li><dl>${facts(row)}</dl></li>`).join('\n');
    return `<section><h2>${inHtml(heading)} (${rows.length})</h2><ol>${items}</ol></section>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${inHtml(words.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:820px;margin:0 auto;padding:24px;color-scheme:light dark}
h2{margin-top:40px;border-bottom:1px solid #8886;padding-bottom:4px}ol{padding-left:28px}li{margin-bottom:16px}
dl{display:grid;grid-template-columns:minmax(100px,200px) 1fr;gap:2px 16px;margin:0}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style>
</head><body><h1>${inHtml(words.title)}</h1><p>${inHtml(words.lead)} ${inHtml(found.madeAt)}</p>
${parts.length > 0 ? parts.join('\n') : `<p>${inHtml(words.nothing)}</p>`}
</body></html>
`;
}

function facts(row: Record<string, unknown>): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<dt>${inHtml(name)}</dt><dd>${inHtml(say(value))}</dd>`)
    .join('');
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(say).join('\n');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== '')
      .map(([name, inner]) => `${name}: ${say(inner)}`)
      .join(', ');
  }
  return String(value);
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const inHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
