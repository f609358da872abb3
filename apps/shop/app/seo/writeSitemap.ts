import { languages } from '@throughline/ui/words';
import type { Alternates } from '../shared/addresses.ts';

export interface MapEntry {
  alternates: Alternates;
  /** RFC 3339 */
  changed?: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Every page in every language, each naming the same page in the others (sitemaps.org, with Google's hreflang). Pure. */
export function writeSitemap(entries: readonly MapEntry[], publicUrl: string): string {
  const at = (path: string) => escapeXml(publicUrl + path);
  const urls = entries.flatMap(({ alternates, changed }) => {
    const links = languages
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(alternates[language])}"/>`)
      .join('');
    return languages.map(
      (language) =>
        `<url><loc>${at(alternates[language])}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${links}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
