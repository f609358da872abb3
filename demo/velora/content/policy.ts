import { makeSlug } from '../make-slug.ts';
import type { LocalizedText } from '../types.ts';

export interface PolicySection {
  readonly heading: LocalizedText;
  readonly paragraphs: readonly LocalizedText[];
}

export interface Policy {
  readonly code: string;
  readonly title: LocalizedText;
  readonly slug: LocalizedText;
  readonly sections: readonly PolicySection[];
}

export const t = (en: string, pl: string, ru: string): LocalizedText => ({ en, pl, ru });

export function policy(code: string, title: LocalizedText, sections: readonly PolicySection[]): Policy {
  return { code, title, slug: { en: makeSlug(title.en), pl: makeSlug(title.pl), ru: makeSlug(title.ru) }, sections };
}
