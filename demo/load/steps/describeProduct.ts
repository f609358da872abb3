import type {
  Maker as CatalogueMaker,
  PictureInput,
  PostalAddress,
  ProductInput,
} from '../../../apps/server/src/modules/catalogue/index.ts';
import { type Address, drawDimensions, drawPicture, type Measures, makers, type Product } from '../../velora/index.ts';

/** A product of the demo as the catalogue takes it, pictures drawn. */
export function describeProduct(product: Product, position: number): ProductInput {
  return {
    code: product.code,
    title: { ...product.title },
    description: { ...product.description },
    slug: { ...product.slug },
    categoryCode: product.category,
    brand: makerOf(product).brand,
    maker: describeMaker(product),
    attributes: { ...product.attributes, ...lightOf(product) },
    measures: measuresOf(product.measures),
    options: product.options.map(({ axis, label, values }) => ({
      code: axis,
      label: { ...label },
      values: values.map((value) => ({
        code: value.code,
        label: { ...value.label },
        ...(value.hex ? { hex: value.hex } : {}),
      })),
    })),
    taxClass: product.taxClass,
    care: { ...product.care },
    warnings: product.warnings.map((warning) => ({ ...warning })),
    position,
    pictures: [
      {
        kind: 'dimensions',
        contentType: 'image/svg+xml',
        content: drawDimensions(product),
        alt: {
          en: `${product.title.en}: dimensions`,
          pl: `${product.title.pl}: wymiary`,
          ru: `${product.title.ru}: размеры`,
        },
      },
    ],
    variants: product.variants.map((variant) => ({
      sku: variant.sku,
      gtin: variant.gtin,
      options: Object.fromEntries(Object.entries(variant.options).filter(([, value]) => value !== undefined)),
      measures: measuresOf(variant.measures),
      pictures: [
        {
          kind: 'picture',
          contentType: 'image/svg+xml',
          content: drawPicture(product, variant),
          alt: { ...variant.title },
        } satisfies PictureInput,
      ],
    })),
  };
}

function makerOf(product: Product) {
  const maker = makers.find((candidate) => candidate.code === product.maker);
  if (!maker) throw new Error(`${product.code} has no maker`);
  return maker;
}

const addressOf = ({ street, ...rest }: Address): PostalAddress => ({ line1: street, ...rest });

function describeMaker(product: Product): CatalogueMaker {
  const { legalName, address, email, website, euResponsible } = makerOf(product);
  return {
    name: legalName,
    address: addressOf(address),
    email,
    website,
    ...(euResponsible
      ? {
          euResponsible: {
            name: euResponsible.legalName,
            address: addressOf(euResponsible.address),
            email: euResponsible.email,
          },
        }
      : {}),
  };
}

function lightOf({ light }: Product): Record<string, string | boolean> {
  if (!light) return {};
  return {
    bulbIncluded: light.bulbIncluded,
    ...(light.energyClass ? { energyClass: light.energyClass } : {}),
    ...(light.eprelId ? { eprelId: light.eprelId } : {}),
  };
}

const measuresOf = ({ largestBox, ...lengths }: Measures) => ({ ...lengths, largestBox: { ...largestBox } });
