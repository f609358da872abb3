import { type Api, ProblemError, unwrap } from '@throughline/client';
import { data, redirect } from 'react-router';
import type { ListItem } from '../list/ProductCard.tsx';
import type { Availability } from '../product/OnDate.tsx';
import { ProductPage } from '../product/ProductPage.tsx';
import { shapeProduct, standingOf } from '../product/shapeProduct.ts';
import { breadcrumbData } from '../seo/breadcrumbData.ts';
import { frameOf, pageMeta } from '../seo/pageMeta.ts';
import { productData } from '../seo/productData.ts';
import { addressOf } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { readChosenStore } from '../shared/chosenStore.ts';
import { languageOf } from '../shared/languageOf.ts';
import { rememberedPostcode } from '../shared/postcode.ts';
import { sectionsOf } from '../shared/sections.ts';
import type { Route } from './+types/product';

export async function loader(args: Route.LoaderArgs) {
  const { request, params, context, url } = args;
  const language = languageOf(params);
  const api = serverApi(args);
  const { searchParams, search } = url;
  const near = searchParams.get('near') ?? readChosenStore(request)?.near;
  const variant = searchParams.get('variant');
  const postcode = rememberedPostcode(request);
  const on = searchParams.get('on');
  const [found, info] = await Promise.all([
    unwrap(
      api.GET('/api/shop/products/{slugOrId}', {
        params: {
          path: { slugOrId: params.slug },
          query: {
            ...(near ? { near } : {}),
            ...(postcode ? { postcode } : {}),
            ...(variant ? { variant: variant.slice(0, 100) } : {}),
          },
        },
      }),
    ).catch(answerMissing),
    unwrap(api.GET('/api/shop/store-info')),
  ]);
  // An id, an old address, or that of another language.
  if (params.slug !== found.slug) throw redirect(addressOf.product(language, found.slug) + search, 301);
  const product = shapeProduct(found);
  if (!product) throw new Response('', { status: 410 });
  const asked = on
    ? { date: on.slice(0, 10), answer: await askOnDate(api, product.variant.id, on, { near, postcode }) }
    : null;
  const goneAltogether = product.others.length === 0 && !['delivered', 'stores'].includes(standingOf(product.variant));
  const category = product.categories.at(-1);
  const similar: ListItem[] =
    goneAltogether && category
      ? (
          await unwrap(
            api.GET('/api/shop/search', {
              params: { query: { category: category.slug, limit: 5, facets: false, ...(near ? { near } : {}) } },
            }),
          )
        ).items.filter((item) => item.productId !== product.id)
      : [];
  const returns = info.policies.find((policy) => policy.kind === 'returns')?.text[language];
  return data({
    product,
    alternates: product.alternates,
    returns: (returns && sectionsOf(returns)[0]) || null,
    similar: similar.slice(0, 4),
    asked,
    schema: productData(found, { publicUrl: context.publicUrl, name: info.retailer.name }, language),
  });
}

/** Whether it will be there on a day; null for what is no day, or none that can be asked for. */
async function askOnDate(
  api: Api,
  variantId: string,
  date: string,
  where: { near: string | undefined; postcode: string | undefined },
): Promise<Availability | null> {
  const { near, postcode } = where;
  const query = { ids: [variantId], date, ...(near ? { near } : {}), ...(postcode ? { postcode } : {}) };
  try {
    return (await unwrap(api.GET('/api/shop/availability', { params: { query } }))).items[0] ?? null;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'invalid_request') return null;
    throw error;
  }
}

/** What is gone for good says so to search engines too. */
function answerMissing(error: unknown): never {
  if (error instanceof ProblemError && (error.code === 'not_found' || error.code === 'no_longer_sold'))
    throw new Response('', { status: error.problem.status });
  throw error;
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { product, alternates, schema } = loaderData;
  const language = languageOf(params);
  const frame = frameOf(matches);
  const title = product.variant.optionsText ? `${product.title}, ${product.variant.optionsText}` : product.title;
  return pageMeta(
    {
      language,
      title,
      description: product.description.slice(0, 160),
      alternates,
      picture: product.variant.pictureUrl,
      data: [
        schema,
        breadcrumbData(
          [
            { name: frame?.shopName ?? '', href: addressOf.home(language) },
            ...product.categories.map((category) => ({
              name: category.name,
              href: addressOf.category(language, category.slug),
            })),
            { name: product.title, href: alternates[language] },
          ],
          frame?.publicUrl ?? '',
        ),
      ],
    },
    matches,
  );
}

export default function Product({ loaderData }: Route.ComponentProps) {
  return (
    <ProductPage
      product={loaderData.product}
      returns={loaderData.returns}
      similar={loaderData.similar}
      asked={loaderData.asked}
    />
  );
}
