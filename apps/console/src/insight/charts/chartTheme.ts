const names = ['ink', 'soft', 'line', 'surface', 'raised', 'velvet', 'brass', 'brick', 'sky', 'ground'] as const;
export type ChartColours = Record<(typeof names)[number], string> & { of(variable: string): string };

/** The tokens as the browser sees them now: light-dark() is resolved by drawing with it, not by reading it. */
export function readColours(within: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  probe.hidden = true;
  within.append(probe);
  const of = (variable: string) => {
    probe.style.color = variable;
    return getComputedStyle(probe).color;
  };
  const found = Object.fromEntries(names.map((name) => [name, of(`var(--${name})`)])) as Record<
    (typeof names)[number],
    string
  >;
  return {
    ...found,
    of(variable) {
      within.append(probe);
      const colour = of(variable);
      probe.remove();
      return colour;
    },
  };
}
