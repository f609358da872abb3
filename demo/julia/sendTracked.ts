import { randomUUID } from 'node:crypto';
import { demoWriteKey } from '../load/index.ts';
import type { Scene } from './cast.ts';

/** A device as the shop's tracker knows it: with the sign-in epoch its session has. */
export interface Tracked {
  anonymousId: string;
  epoch?: number;
}

/** What the shop's tracker sends, with the wire format of Segment's clients. */
export async function sendTracked(
  scene: Scene,
  device: Tracked,
  events: readonly { context?: object; [field: string]: unknown }[],
  context: object = {},
) {
  // They accepted the banner.
  const consent = { categoryPreferences: { analytics: true } };
  const at = scene.now().toISOString();
  const response = await fetch(`${scene.a.url}/v1/batch`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${demoWriteKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      sentAt: at,
      batch: events.map((event) => ({
        messageId: randomUUID(),
        anonymousId: device.anonymousId,
        timestamp: at,
        ...event,
        context: { consent, ...(device.epoch ? { epoch: device.epoch } : {}), ...context, ...event.context },
      })),
    }),
  });
  if (response.status !== 200) throw new Error(`the tracker was refused: ${response.status} ${await response.text()}`);
}
