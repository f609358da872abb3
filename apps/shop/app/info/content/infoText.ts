import type { Language } from '@throughline/ui/words';

export interface InfoSection {
  heading: string;
  paragraphs: readonly string[];
  /** Lines of a form or a list, in a box of their own. */
  lines?: readonly string[];
}

/** A page's texts in all languages. In braces: {company}, {address}, {email}, {phone}, {shop} of the retailer. */
export interface InfoText {
  title: Record<Language, string>;
  sections: Record<Language, readonly InfoSection[]>;
}

export interface RetailerFacts {
  company: string;
  address: string;
  email: string;
  phone: string;
  shop: string;
}

/** The texts of one language with the retailer's facts in their places. Pure. */
export function fillIn(text: InfoText, language: Language, facts: RetailerFacts): InfoSection[] {
  const fill = (line: string) =>
    line.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name as keyof RetailerFacts] ?? whole);
  return text.sections[language].map((section) => ({
    heading: fill(section.heading),
    paragraphs: section.paragraphs.map(fill),
    ...(section.lines ? { lines: section.lines.map(fill) } : {}),
  }));
}
