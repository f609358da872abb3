import { useEffect } from 'react';
import { useFrame } from '../layout/useFrame.ts';
import { tell } from './tracking.ts';

/** Tells once of what a page shows (`Product Viewed`); again when `key` changes or consent is given. */
export function useTell(event: string, key: string, properties: object): void {
  const consent = useFrame()?.consent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the properties
  useEffect(() => tell(event, properties), [event, key, consent]);
}
