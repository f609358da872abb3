import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const folder = resolve(import.meta.dirname, '../../docs/pictures');
const largestBytes = 250_000;

/** Takes a picture for README when README_PICTURES=1 asks for them; else does nothing. PNG, or JPEG where that is too large. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.README_PICTURES !== '1') return;
  mkdirSync(folder, { recursive: true });
  // Pictures of goods that come late, and a caret that blinks, would make each run another one.
  await page.waitForLoadState('load');
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
  const options = { animations: 'disabled', caret: 'hide' } as const;
  const png = await page.screenshot({ ...options, type: 'png' });
  const isSmall = png.byteLength <= largestBytes;
  const picture = isSmall ? png : await page.screenshot({ ...options, type: 'jpeg', quality: 80 });
  writeFileSync(`${folder}/${name}.${isSmall ? 'png' : 'jpg'}`, picture);
}
