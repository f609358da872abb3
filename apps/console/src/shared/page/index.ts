export { readAmount, writeAmount } from './amount.ts';
export { Facts, PageHead, Section, State, type Tone, Waiting } from './Page.tsx';
export { locationsQuery, storeInfoQuery, useLocations, useRetailer } from './useFacts.ts';
