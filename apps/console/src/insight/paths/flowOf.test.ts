import { expect, test } from 'vitest';
import { flowOf } from './flowOf.ts';

const figures = { revenue: [], share: null, shareInterval: null, medianDays: null };

test('every order of the report flows into the purchase, on its path, in a band of others, or from nowhere', () => {
  const { nodes, links } = flowOf(
    {
      paths: [
        { path: ['ads', 'web'], orders: 5, ...figures },
        { path: ['ads', 'web', 'chat', 'web', 'store'], orders: 2, ...figures },
        { path: ['web'], orders: 4, ...figures },
      ],
      other: { distinctPaths: 3, orders: 7, ...figures },
      withoutTouchpoints: { orders: 6, revenue: [] },
    },
    3,
  );
  const bought = nodes.find((node) => node.kind === 'bought');
  expect(bought).toMatchObject({ orders: 24, depth: 3 });
  expect(links.filter((link) => link.target === 'bought').reduce((sum, link) => sum + link.value, 0)).toBe(24);
  expect(links).toContainEqual({ source: '0:ads', target: '1:web', value: 7 });
  expect(nodes.find((node) => node.name === '2:more')?.orders).toBe(2);
  for (const node of nodes.filter((one) => one.kind !== 'bought')) {
    const out = links.filter((link) => link.source === node.name).reduce((sum, link) => sum + link.value, 0);
    expect([node.name, out]).toEqual([node.name, node.orders]);
  }
});
