import {
  type Capability,
  saveLocation,
  type WeeklyHours,
  weekdays,
} from '../../../apps/server/src/modules/locations/index.ts';
import { type Location, locations } from '../../velora/index.ts';
import { at } from '../inThePast.ts';
import type { Loading } from '../loading.ts';

/** Stores and the warehouse. All of it may be written again. */
export async function savePlaces({ ctx, opened, tell }: Loading): Promise<void> {
  const then = at(ctx, opened);
  for (const [index, place] of locations.entries()) {
    const isStore = place.kind === 'store';
    await saveLocation(then, {
      code: place.code,
      kind: place.kind,
      name: place.name.pl,
      address: {
        line1: place.address.street,
        postcode: place.address.postcode,
        city: place.address.city,
        country: place.address.country,
      },
      point: { lat: place.lat, lon: place.lon },
      zone: place.zone,
      phone: place.phone,
      hours: hoursOf(place),
      exceptions: place.exceptions.map(({ date, hours, reason }) => ({
        date,
        open: hours ? [[hours.opens, hours.closes]] : [],
        note: reason.pl,
      })),
      capabilities: capabilitiesOf(place),
      // As the delivery policy says: pickups two opening hours after the order, parcels of before 13:00 the same day.
      preparationMinutes: 120,
      cutOff: isStore ? '18:00' : '13:00',
    });
    tell(index + 1, locations.length);
  }
}

const hoursOf = (place: Location): WeeklyHours => {
  const week = weekdays.map((day, index) => {
    const span = place.weeklyHours[(index + 1) as keyof Location['weeklyHours']];
    return [day, span ? [[span.opens, span.closes]] : []] as const;
  });
  return Object.fromEntries(week) as unknown as WeeklyHours;
};

function capabilitiesOf(place: Location): Capability[] {
  const own = new Set<Capability>(place.kind === 'store' ? ['pay'] : []);
  for (const capability of place.capabilities) {
    if (capability === 'ship_from_store') own.add('ship');
    else if (capability === 'returns') own.add('return');
    else own.add(capability);
  }
  return [...own];
}
