import type { BrowserContextOptions } from '@playwright/test';
import type { World } from '../lib/world.ts';

export type Language = 'en' | 'pl' | 'ru';
export type Theme = 'light' | 'dark';

/** One screen and how to come there: who looks, at which address. */
export interface Place {
  /** For the file: `shop-product`. */
  name: string;
  area: 'shop' | 'desk' | 'floor' | 'office' | 'insight' | 'account';
  /** As the router has it; a route without a place fails. */
  pattern: string;
  who: 'visitor' | 'shopper' | 'agent' | 'associate' | 'manager' | 'admin' | 'device' | 'nobody';
  address(world: World, language: Language): string;
  /** Of the page, where it is not 200. */
  status?: number;
}

export interface View {
  width: 390 | 1440;
  theme: Theme;
  language: Language;
}

const everyView: View[] = ([390, 1440] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'pl', 'ru'] as const).map((language) => ({ width, theme, language })),
  ),
);
const officeViews: View[] = (['en', 'pl'] as const).map((language) => ({ width: 1440, theme: 'light', language }));

/** Shop, Desk and Floor are used on every device; Office and Insight at a desk. */
export const viewsOf = (place: Place): View[] =>
  place.area === 'office' || place.area === 'insight' ? officeViews : everyView;

/** How a browser looks at a place. */
export function contextFor(place: Place, view: View, world: World): BrowserContextOptions {
  const state =
    place.who === 'nobody'
      ? undefined
      : place.who === 'visitor' || place.who === 'shopper' || place.who === 'device'
        ? world[place.who]
        : world.colleagues[place.who];
  return {
    baseURL: world.url,
    viewport: { width: view.width, height: view.width === 390 ? 844 : 900 },
    colorScheme: view.theme,
    locale: { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' }[view.language],
    timezoneId: 'Europe/Warsaw',
    ...(view.width === 390 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
    ...(state ? { storageState: state } : {}),
  };
}
