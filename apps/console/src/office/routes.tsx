import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readListSearch } from '../shared/list/listSearch.ts';
import { shellRoute } from '../shell/routes.tsx';

const office = createRoute({
  getParentRoute: () => shellRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('./OfficeFrame.tsx'), 'OfficeFrame'),
});

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/office/products' });
  },
});

const page = { getParentRoute: () => office, validateSearch: readListSearch } as const;

const products = createRoute({
  ...page,
  path: '/products',
  component: lazyRouteComponent(() => import('./products/ProductList.tsx'), 'ProductList'),
});
const newProduct = createRoute({
  ...page,
  path: '/products/new',
  component: lazyRouteComponent(() => import('./products/ProductEditor.tsx'), 'NewProduct'),
});
const product = createRoute({
  ...page,
  path: '/products/$id',
  component: lazyRouteComponent(() => import('./products/ProductEditor.tsx'), 'ProductEditor'),
});
const prices = createRoute({
  ...page,
  path: '/prices',
  component: lazyRouteComponent(() => import('./prices/PriceList.tsx'), 'PriceList'),
});
const price = createRoute({
  ...page,
  path: '/prices/$productId',
  component: lazyRouteComponent(() => import('./prices/PricePage.tsx'), 'PricePage'),
});
const promotions = createRoute({
  ...page,
  path: '/promotions',
  component: lazyRouteComponent(() => import('./prices/PromotionList.tsx'), 'PromotionList'),
});
const newPromotion = createRoute({
  ...page,
  path: '/promotions/new',
  component: lazyRouteComponent(() => import('./prices/NewPromotion.tsx'), 'NewPromotion'),
});
const stock = createRoute({
  ...page,
  path: '/stock',
  component: lazyRouteComponent(() => import('./stock/StockMatrix.tsx'), 'StockMatrix'),
});
const stockDrift = createRoute({
  ...page,
  path: '/stock/drift',
  component: lazyRouteComponent(() => import('./stock/StockDrift.tsx'), 'StockDrift'),
});
const ledger = createRoute({
  ...page,
  path: '/stock/$variantId/$locationId',
  component: lazyRouteComponent(() => import('./stock/StockStory.tsx'), 'StockStory'),
});
const orders = createRoute({
  ...page,
  path: '/orders',
  component: lazyRouteComponent(() => import('./orders/OrderList.tsx'), 'OrderList'),
});
const order = createRoute({
  ...page,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./orders/OrderPage.tsx'), 'OrderPage'),
});
const customers = createRoute({
  ...page,
  path: '/customers',
  component: lazyRouteComponent(() => import('../customers/CustomerList.tsx'), 'CustomerList'),
});
const customerImports = createRoute({
  ...page,
  path: '/customers/import',
  component: lazyRouteComponent(() => import('../customers/imports/ImportsPage.tsx'), 'ImportsPage'),
});
const customerTraits = createRoute({
  ...page,
  path: '/customers/traits',
  component: lazyRouteComponent(() => import('../customers/traits/TraitsPage.tsx'), 'TraitsPage'),
});
const customerImport = createRoute({
  ...page,
  path: '/customers/import/$id',
  component: lazyRouteComponent(() => import('../customers/imports/ImportPage.tsx'), 'ImportPage'),
});
const customer = createRoute({
  ...page,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('../customers/CustomerPage.tsx'), 'CustomerPage'),
});
const returns = createRoute({
  ...page,
  path: '/returns',
  component: lazyRouteComponent(() => import('./returns/ReturnList.tsx'), 'ReturnList'),
});
const returnPolicy = createRoute({
  ...page,
  path: '/returns/policy',
  component: lazyRouteComponent(() => import('./returns/PolicyPage.tsx'), 'PolicyPage'),
});
const declarations = createRoute({
  ...page,
  path: '/returns/declarations',
  component: lazyRouteComponent(() => import('./returns/Declarations.tsx'), 'Declarations'),
});
const blindReturn = createRoute({
  ...page,
  path: '/returns/blind/$id',
  component: lazyRouteComponent(() => import('./returns/BlindStory.tsx'), 'BlindStory'),
});
const returnStory = createRoute({
  ...page,
  path: '/returns/$id',
  component: lazyRouteComponent(() => import('./returns/ReturnStory.tsx'), 'ReturnStory'),
});
const health = createRoute({
  ...page,
  path: '/health',
  component: lazyRouteComponent(() => import('./health/HealthPage.tsx'), 'HealthPage'),
});
const people = createRoute({
  ...page,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});
const settings = createRoute({
  ...page,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
});

const money = createRoute({
  ...page,
  path: '/money',
  component: lazyRouteComponent(() => import('./money/MoneyPage.tsx'), 'MoneyPage'),
});
const webhooks = createRoute({
  ...page,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
});
const sources = createRoute({
  ...page,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/SourcesPage.tsx'), 'SourcesPage'),
});
const channels = createRoute({
  ...page,
  path: '/sources/channels',
  component: lazyRouteComponent(() => import('./sources/channels/ChannelsPage.tsx'), 'ChannelsPage'),
});

const histories = createRoute({
  ...page,
  path: '/sources/history',
  component: lazyRouteComponent(() => import('./sources/history/HistoriesPage.tsx'), 'HistoriesPage'),
});
const history = createRoute({
  ...page,
  path: '/sources/history/$id',
  component: lazyRouteComponent(() => import('./sources/history/HistoryPage.tsx'), 'HistoryPage'),
});

const privacy = createRoute({
  ...page,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./privacy/PrivacyPage.tsx'), 'PrivacyPage'),
});

const matches = createRoute({
  ...page,
  path: '/matches',
  component: lazyRouteComponent(() => import('./matches/MatchesPage.tsx'), 'MatchesPage'),
});

export const officeRoutes = [
  office.addChildren([
    home,
    products,
    newProduct,
    product,
    prices,
    price,
    promotions,
    newPromotion,
    stock,
    stockDrift,
    ledger,
    orders,
    order,
    customers,
    customerImports,
    customerTraits,
    customerImport,
    customer,
    returns,
    returnPolicy,
    declarations,
    blindReturn,
    returnStory,
    health,
    people,
    settings,
    money,
    webhooks,
    sources,
    channels,
    histories,
    history,
    matches,
    privacy,
  ]),
] as const;
