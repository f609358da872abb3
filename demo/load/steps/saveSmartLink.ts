import { createSmartLink } from '../../../apps/server/src/modules/engagement/index.ts';
import { readDirectory } from '../directory.ts';
import { at } from '../inThePast.ts';
import type { Loading } from '../loading.ts';

/** What the advertisement that brings Julia back leads to: /go/green-lund. A slug that is taken was taken by us. */
export async function saveSmartLink({ ctx, opened }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  await createSmartLink(at(ctx, opened), {
    slug: 'green-lund',
    target: { variantId: directory.variant('LUND-SOFA-GREEN-VELVET').id },
    campaign: { source: 'meta', medium: 'retargeting', name: 'green-lund' },
    label: 'Retargeting: the green Lund',
  });
}
