export { formatRange, readAmount, writeAmount } from './amount.ts';
export { Facts, PageHead, Section, State, type Tone, Waiting, WideTable } from './Page.tsx';
export { sent } from './sent.ts';
export { useLocations, useRetailer } from './useFacts.ts';
