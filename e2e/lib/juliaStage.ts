import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { addDays, dayName, daysOfStory, doorOn, inKrakow } from '../../demo/julia/calendar.ts';
import { krakowAsShown } from '../../demo/julia/krakowAsShown.ts';
import { formatDayAndTime } from '../../packages/ui/src/format/index.ts';
import { openDemo } from './demo.ts';
import { type Colleague, desktop, emailOf, phone, signInStaff } from './people.ts';

export interface JuliaStage {
  url: string;
  /** Dates by Kraków's calendar. */
  looks: string;
  comes: string;
  /** The day on which she comes, as people say it: "Saturday". */
  day: string;
  /** When the hold ends, as screens write it. */
  until: string;
  /** A person at a device of their own; colleagues are signed in. */
  person(at: 'phone' | 'desk', as?: Colleague): Promise<Page>;
  /** The clocks of the server and of every device. */
  travelTo(date: string, time: string): Promise<void>;
  close(): Promise<void>;
}

/** The demo retailer on servers of its own, on the first day from tomorrow on which the story can happen. */
export async function openJuliaStage(browser: Browser): Promise<JuliaStage> {
  const { looks, comes } = daysOfStory(krakowAsShown, addDays(new Date().toISOString().slice(0, 10), 1));
  const closes = doorOn(krakowAsShown, comes).at(-1)?.[1] ?? '';
  let now = inKrakow(looks, '09:40');
  const demo = await openDemo(now);
  const server = await demo.start();
  const contexts: BrowserContext[] = [];
  return {
    url: server.url,
    looks,
    comes,
    day: dayName(comes),
    until: formatDayAndTime(inKrakow(comes, closes).toISOString(), 'en', 'Europe/Warsaw'),
    async person(at, as) {
      const device: BrowserContextOptions = at === 'phone' ? { ...phone, deviceScaleFactor: 2 } : desktop;
      const context = await browser.newContext({
        ...device,
        baseURL: server.url,
        locale: 'en-GB',
        // A chart that is still drawing itself makes another picture each time.
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Warsaw',
      });
      await context.clock.install({ time: now });
      if (as) await signInStaff(context.request, emailOf(as));
      contexts.push(context);
      return context.newPage();
    },
    async travelTo(date, time) {
      now = inKrakow(date, time);
      await server.travelTo(now);
      for (const context of contexts) await context.clock.setSystemTime(now);
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await demo.close();
    },
  };
}
