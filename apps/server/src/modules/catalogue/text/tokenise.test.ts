import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise.ts';

const shapes = (text: string): string[] => tokenise(text).map((token) => `${token.kind}:${token.folded}`);

describe('a text is cut into tokens', () => {
  it('in order, with the surface kept', () => {
    const tokens = tokenise('Zielona sofa, 3 sztuki!');
    expect(tokens.map((token) => [token.surface, token.folded, token.position])).toEqual([
      ['Zielona', 'zielona', 0],
      ['sofa', 'sofa', 1],
      ['3', '3', 2],
      ['sztuki', 'sztuki', 3],
    ]);
  });

  it('and a SKU or EAN stays whole, with its parts beside it', () => {
    const [sku, ean] = tokenise('LUND-3S-GRN 5901234123457');
    expect(sku).toMatchObject({ kind: 'code', folded: 'lund3sgrn', surface: 'LUND-3S-GRN', position: 0 });
    expect(sku?.kind === 'code' ? sku.parts.map((part) => part.folded) : []).toEqual(['lund', '3', 's', 'grn']);
    expect(ean).toMatchObject({ kind: 'code', folded: '5901234123457', position: 4 });
  });

  it.each([
    ['3-osobowa', ['number:3', 'word:osobowa']],
    ['2-seater', ['number:2', 'word:seater']],
    ['sofa-bed', ['word:sofa', 'word:bed']],
    ['диван-кровать', ['word:диван', 'word:кровать']],
    ['and/or', ['word:and', 'word:or']],
    ['łóżko 90 × 200 cm', ['word:lozko', 'measure:90x200']],
    ['Koniec.Początek', ['word:koniec', 'word:poczatek']],
    ['', []],
    ['!?…', []],
  ])('%s', (text, expected) => {
    expect(shapes(text)).toEqual(expected);
  });
});
