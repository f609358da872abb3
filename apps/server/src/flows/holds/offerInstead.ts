import type { Ctx, Language } from '../../kernel/context.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import type { Offer } from '../../modules/engagement/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { quotePrices } from '../../modules/pricing/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { type Alternative, alternativesFor } from '../../modules/sourcing/index.ts';
import type { ReservationFacts } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';
import { tellHolder } from './tellHolder.ts';

/** What was held is not there, or may not be: the customer hears it at once, with the next best offers, and decides. */
export async function offerInstead(
  ctx: Ctx,
  parts: FlowParts,
  hold: { facts: ReservationFacts; subjectId: string | undefined },
  news: {
    happened: 'not_found' | 'at_risk';
    template: 'hold_not_found' | 'hold_at_risk';
    occasion?: string;
  } = { happened: 'not_found', template: 'hold_not_found' },
): Promise<void> {
  const [line] = hold.facts.lines;
  if (!line) return;
  const [retailer, location] = [await getRetailer(ctx), await getLocation(ctx, line.locationId)];
  const alternatives = await alternativesFor(ctx, {
    variantId: line.variantId,
    quantity: line.quantity,
    market: retailer.defaultMarket,
    near: location.point,
    except: location.id,
  });
  const offers = await toOffers(ctx, parts, alternatives, retailer.defaultMarket);
  await tellHolder(ctx, parts, {
    ...hold,
    ...news,
    message: { alternatives },
    data: ({ language, goods, place, url }) => ({ zone: location.zone, goods, place, offers: offers(language), url }),
  });
}

async function toOffers(
  ctx: Ctx,
  parts: FlowParts,
  alternatives: Alternative[],
  market: string,
): Promise<(language: Language) => Offer[]> {
  const variantIds = [...new Set(alternatives.map((alternative) => alternative.variantId))];
  const [variants, quotes] = [await getVariants(ctx, variantIds), await quotePrices(ctx, market, variantIds)];
  return (language) =>
    alternatives.map((alternative): Offer => {
      const variant = variants.get(alternative.variantId);
      const options = variant?.optionsText[language] ?? '';
      return {
        kind:
          alternative.kind === 'pickup_elsewhere'
            ? 'other_store'
            : alternative.kind === 'delivery'
              ? 'delivery'
              : 'alternative',
        title: `${variant?.title[language] ?? ''}${options ? `, ${options}` : ''}`,
        placeName: 'locationName' in alternative ? alternative.locationName : null,
        from:
          alternative.kind === 'pickup_elsewhere'
            ? alternative.readyAt
            : alternative.kind === 'delivery'
              ? alternative.earliest
              : alternative.kind === 'arriving'
                ? alternative.expectedAt
                : alternative.delivery,
        price: quotes.get(alternative.variantId)?.unit ?? null,
        url: shopAddress(parts, language, `/p/${variant?.slug[language] ?? ''}?variant=${variant?.sku ?? ''}`),
      };
    });
}
