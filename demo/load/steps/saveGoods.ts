import { importProducts } from '../../../apps/server/src/modules/catalogue/index.ts';
import { products } from '../../velora/index.ts';
import { at } from '../inThePast.ts';
import { inSlices, type Loading } from '../loading.ts';
import { describeProduct } from './describeProduct.ts';

/** Products with variants and pictures, as many at a time as the catalogue writes in one transaction. May be done again. */
export async function saveGoods({ ctx, opened, tell }: Loading): Promise<void> {
  const then = at(ctx, opened);
  let done = 0;
  for (const slice of inSlices(products, 40)) {
    await importProducts(
      then,
      slice.map((product, index) => describeProduct(product, done + index)),
    );
    done += slice.length;
    tell(done, products.length);
  }
}
