import { type Language, languages } from '@throughline/ui/words';
import type { MetaDescriptor } from 'react-router';
import type { Frame } from '../layout/readFrame.ts';
import type { Alternates } from '../shared/addresses.ts';

export interface PageFacts {
  language: Language;
  /** Without the shop's name, which is added. */
  title: string;
  description: string;
  /** The page's one address in each language; the own one is canonical. None: it is not to be found by search engines. */
  alternates?: Alternates | undefined;
  /** Lists narrowed by filters and searches are piles of the same goods. */
  noindex?: boolean;
  /** Path of a picture for previews. */
  picture?: string | null | undefined;
  /** schema.org, one object a script. */
  data?: readonly object[];
}

interface Match {
  loaderData?: unknown;
}

/** The frame's data among the route matches that `meta` gets. */
export function frameOf(matches: readonly (Match | undefined)[]): Frame | undefined {
  for (const match of matches) {
    const data = match?.loaderData;
    if (typeof data === 'object' && data !== null && 'shopName' in data) return data as Frame;
  }
  return undefined;
}

/** What a page says of itself to browsers, previews and search engines. */
export function pageMeta(facts: PageFacts, matches: readonly (Match | undefined)[]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const name = frame?.shopName ?? '';
  const at = (path: string) => `${frame?.publicUrl ?? ''}${path}`;
  const title = name && facts.title !== name ? `${facts.title} · ${name}` : facts.title;
  const canonical = facts.alternates?.[facts.language];
  return [
    { title },
    { name: 'description', content: facts.description },
    ...(facts.noindex || !facts.alternates ? [{ name: 'robots', content: 'noindex,follow' }] : []),
    ...(canonical && facts.alternates
      ? [
          { tagName: 'link', rel: 'canonical', href: at(canonical) },
          ...languages.map((language) => ({
            tagName: 'link',
            rel: 'alternate',
            hrefLang: language,
            href: at(facts.alternates?.[language] ?? ''),
          })),
          {
            tagName: 'link',
            rel: 'alternate',
            hrefLang: 'x-default',
            href: at(facts.alternates[frame?.defaultLanguage ?? 'pl']),
          },
        ]
      : []),
    { property: 'og:title', content: facts.title },
    { property: 'og:description', content: facts.description },
    { property: 'og:type', content: 'website' },
    ...(name ? [{ property: 'og:site_name', content: name }] : []),
    ...(canonical ? [{ property: 'og:url', content: at(canonical) }] : []),
    ...(facts.picture ? [{ property: 'og:image', content: at(facts.picture) }] : []),
    ...(facts.data ?? []).map((data) => ({ 'script:ld+json': { '@context': 'https://schema.org', ...data } })),
  ];
}
