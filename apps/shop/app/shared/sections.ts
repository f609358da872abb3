export interface Section {
  heading: string | undefined;
  paragraphs: string[];
}

/** A policy's text as it is kept (paragraphs divided by blank lines) as headings with what stands below them. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  for (const block of text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (isHeading(block)) sections.push({ heading: block.replace(/^#+\s*/, ''), paragraphs: [] });
    else {
      const last = sections.at(-1);
      if (last) last.paragraphs.push(block);
      else sections.push({ heading: undefined, paragraphs: [block] });
    }
  }
  return sections;
}

/** A short line that is no sentence. */
const isHeading = (block: string) => block.startsWith('#') || (block.length <= 90 && !/[.!?:;…]$|\n/.test(block));
