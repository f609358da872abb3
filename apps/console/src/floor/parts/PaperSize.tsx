/**
 * The paper that is printed on while this is on the page. Not a named page of the style sheet: the browser then feeds an
 * empty page beside it.
 */
export function PaperSize({ size, margin }: { size: 'A4' | '62mm 100mm'; margin: string }) {
  return <style>{`@page { size: ${size}; margin: ${margin}; }`}</style>;
}
