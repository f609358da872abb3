import type { Language } from '@throughline/ui/words';
import type { ApiProduct, ApiVariant } from '../product/shapeProduct.ts';
import { addressOf } from '../shared/addresses.ts';

/** Minor units as schema.org writes a price: "3869.10". */
const decimal = (amount: number) => (amount / 100).toFixed(2);

const schemaOf: Record<string, string> = { colour: 'color', size: 'size', fabric: 'material', finish: 'material' };

/** Equal to what the page shows: deliverable, only in stores, expected, or nothing. */
function availabilityOf({ ways }: ApiVariant): string {
  const having = ways.places.filter((place) => place.available > 0);
  if (ways.delivery) return ways.delivery.word === 'few_left' ? 'LimitedAvailability' : 'InStock';
  if (having.length > 0) return 'InStoreOnly';
  return ways.places.some((place) => place.word === 'arriving') ? 'BackOrder' : 'OutOfStock';
}

function offerOf(variant: ApiVariant, url: string, seller: string): object | undefined {
  const { price, ways } = variant;
  if (!price) return undefined;
  const { currency } = price.unit;
  const delivery = ways.delivery;
  const isFree = delivery?.freeFrom && price.unit.amount >= delivery.freeFrom.amount;
  return {
    '@type': 'Offer',
    url,
    price: decimal(price.unit.amount),
    priceCurrency: currency,
    ...(price.reduction
      ? {
          // In the EU the struck price is the lowest of the 30 days before.
          priceSpecification: {
            '@type': 'UnitPriceSpecification',
            priceType: 'https://schema.org/StrikethroughPrice',
            price: decimal(price.reduction.lowest30Days.amount),
            priceCurrency: currency,
          },
        }
      : {}),
    availability: `https://schema.org/${availabilityOf(variant)}`,
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@type': 'Organization', name: seller },
    ...(delivery
      ? {
          shippingDetails: {
            '@type': 'OfferShippingDetails',
            shippingRate: {
              '@type': 'MonetaryAmount',
              value: decimal(isFree ? 0 : delivery.rate.amount),
              currency: delivery.rate.currency,
            },
            shippingDestination: { '@type': 'DefinedRegion', addressCountry: 'PL' },
            deliveryTime: {
              '@type': 'ShippingDeliveryTime',
              handlingTime: { '@type': 'QuantitativeValue', minValue: 0, maxValue: 1, unitCode: 'DAY' },
              transitTime: {
                '@type': 'QuantitativeValue',
                minValue: daysFrom(ways.asOf, delivery.earliest),
                maxValue: daysFrom(ways.asOf, delivery.latest),
                unitCode: 'DAY',
              },
            },
          },
        }
      : {}),
  };
}

const daysFrom = (instant: string, date: string) =>
  Math.max(0, Math.round((Date.parse(`${date}T12:00:00Z`) - Date.parse(instant)) / 86_400_000));

function optionsAsSchema(variant: ApiVariant): Record<string, string> {
  return Object.fromEntries(
    variant.options.flatMap((option) => {
      const property = schemaOf[option.code];
      return property ? [[property, option.valueLabel]] : [];
    }),
  );
}

/**
 * What search engines read of a product: a ProductGroup with its variants, each with the one offer its page shows. A
 * product of one variant is a Product. Pure; from the same answer of the API as the page.
 */
export function productData(
  product: ApiProduct,
  shop: { publicUrl: string; name: string },
  language: Language,
): object {
  const at = (path: string) => shop.publicUrl + path;
  const picturesOf = (variant: ApiVariant) => {
    const own = product.pictures.filter((picture) => picture.variantId === variant.id);
    const shown = own.length > 0 ? own : product.pictures.filter((picture) => picture.kind === 'picture');
    return shown.map((picture) => at(picture.url));
  };
  const productOf = (variant: ApiVariant) => {
    const url = at(addressOf.product(language, product.slug, variant.sku));
    const offer = offerOf(variant, url, shop.name);
    return {
      '@type': 'Product',
      name: variant.optionsText ? `${product.title}, ${variant.optionsText}` : product.title,
      // Of a group it stands on the group.
      ...(product.variants.length === 1 ? { description: product.description } : {}),
      sku: variant.sku,
      ...(variant.gtin ? { gtin: variant.gtin } : {}),
      ...(product.brand ? { brand: { '@type': 'Brand', name: product.brand } } : {}),
      image: picturesOf(variant),
      url,
      ...optionsAsSchema(variant),
      ...(offer ? { offers: offer } : {}),
    };
  };
  const [first] = product.variants;
  if (first && product.variants.length === 1) return productOf(first);
  const varies = [...new Set(product.variants.flatMap((variant) => Object.keys(optionsAsSchema(variant))))];
  return {
    '@type': 'ProductGroup',
    name: product.title,
    description: product.description,
    url: at(addressOf.product(language, product.slug)),
    productGroupID: product.code,
    ...(product.brand ? { brand: { '@type': 'Brand', name: product.brand } } : {}),
    variesBy: varies.map((property) => `https://schema.org/${property}`),
    hasVariant: product.variants.map(productOf),
  };
}
