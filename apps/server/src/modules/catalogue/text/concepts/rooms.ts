import { type ConceptGroup, group } from './conceptGroup.ts';

/** Rooms and places. */
export const ROOMS: readonly ConceptGroup[] = [
  group(
    'living_room',
    'living room, lounge, sitting room, livingroom',
    'salon, pokój dzienny, living',
    'гостиная, гостиный, зал',
  ),
  group('bedroom', 'bedroom', 'sypialnia, sypialniany', 'спальня, спальный'),
  group('dining_room', 'dining room, dining area, dining', 'jadalnia, jadalniany', 'столовая'),
  group('kitchen', 'kitchen', 'kuchnia, kuchenny', 'кухня, кухонный'),
  group('bathroom', 'bathroom, bath', 'łazienka, łazienkowy', 'ванная, ванная комната, санузел'),
  group(
    'hallway',
    'hallway, hall, entryway, entrance hall, corridor',
    'przedpokój, korytarz, hol, wiatrołap, sień',
    'прихожая, коридор, холл',
  ),
  group(
    'children',
    'children, child, kid, kids room, nursery, baby',
    'dziecko, dziecięcy, dzieci, młodzieżowy, niemowlę',
    'дети, детский, детская, ребёнок, подростковый',
  ),
  group('office', 'office, home office, study', 'biuro, biurowy, gabinet', 'офис, офисный, кабинет'),
  group(
    'outdoor',
    'outdoor, garden, patio, outside',
    'ogród, ogrodowy, zewnętrzny',
    'сад, садовый, уличный, дача, дачный',
  ),
  group(
    'balcony',
    'balcony, terrace',
    'balkon, balkonowy, taras, tarasowy',
    'балкон, балконный, терраса, лоджия',
    'outdoor',
  ),
  group('laundry', 'laundry, laundry room', 'pralnia', 'прачечная, постирочная'),
  group('garage', 'garage', 'garaż, garażowy', 'гараж'),
  group('attic', 'attic, loft room', 'poddasze, strych', 'мансарда, чердак'),
  group('hotel', 'hotel, contract furniture', 'hotel, hotelowy', 'отель, гостиница'),
];
