import { languages } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { pictureUrl } from './checkPicture.ts';
import type { Attributes, ChosenOption, Measures, OptionDefinition, PictureContentType, VariantCard } from './types.ts';

/** What a card takes from its product. */
export interface CardProduct {
  id: string;
  code: string;
  title: LocalizedText;
  slug: LocalizedText;
  options: OptionDefinition[];
  attributes: Attributes;
  measures: Measures;
  taxClass: string;
  categoryId: string;
  brand: string | null;
  archived: boolean;
}

export interface CardVariant {
  id: string;
  sku: string;
  gtin: string | null;
  options: Record<string, string>;
  attributes: Attributes;
  measures: Measures;
  archived: boolean;
}

/** The variant's choices in the order of the product's options; one the product no longer knows shows its code. */
export function chosenOptions(
  definitions: readonly OptionDefinition[],
  chosen: Readonly<Record<string, string>>,
): ChosenOption[] {
  return definitions.flatMap((option) => {
    const valueCode = chosen[option.code];
    if (valueCode === undefined) return [];
    const value = option.values.find((one) => one.code === valueCode);
    return [
      {
        code: option.code,
        label: option.label,
        valueCode,
        valueLabel: value?.label ?? { en: valueCode, pl: valueCode, ru: valueCode },
        hex: value?.hex ?? null,
      },
    ];
  });
}

/** The chosen options in words: "green, velvet". */
export function inWords(options: readonly ChosenOption[]): LocalizedText {
  return Object.fromEntries(
    languages.map((language) => [language, options.map((option) => option.valueLabel[language]).join(', ')]),
  ) as LocalizedText;
}

export function variantCard(
  product: CardProduct,
  variant: CardVariant,
  picture: { id: string; contentType: PictureContentType } | null,
): VariantCard {
  const options = chosenOptions(product.options, variant.options);
  return {
    id: variant.id,
    sku: variant.sku,
    gtin: variant.gtin,
    productId: product.id,
    productCode: product.code,
    slug: product.slug,
    title: product.title,
    optionsText: inWords(options),
    options,
    pictureUrl: picture && pictureUrl(picture.id, picture.contentType),
    taxClass: product.taxClass,
    categoryId: product.categoryId,
    brand: product.brand,
    attributes: { ...product.attributes, ...variant.attributes },
    measures: { ...product.measures, ...variant.measures },
    archived: variant.archived || product.archived,
  };
}
