import { formatDay } from '@throughline/ui/format';
import type { Language, Translator } from '@throughline/ui/words';
import type { Place } from './shapeProduct.ts';
import type { words } from './stockSayings.ts';

/** What a store has, in the fixed words of the platform (3 or more: in stock; 1 or 2: few left). Pure. */
export function sayStock(
  place: Pick<Place, 'word' | 'available' | 'arrivesAt'>,
  say: Translator<typeof words.en>,
  language: Language,
  zone: string,
): string {
  switch (place.word) {
    case 'in_stock':
      return say('in_stock');
    case 'few_left':
      return say('few_left', { n: place.available });
    case 'on_display':
      return say('on_display', { n: place.available });
    case 'arriving':
      return place.arrivesAt
        ? say('arriving', { day: formatDay(place.arrivesAt, language, zone) })
        : say('arrivingSoon');
    default:
      return say('out_of_stock');
  }
}
