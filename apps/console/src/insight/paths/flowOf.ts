import type { PathReport } from './PathsPage.tsx';

export interface FlowNode {
  /** `2:chat`: the step and the channel. */
  name: string;
  depth: number;
  /** A channel, or a band: `other`, `none`, `bought`. */
  kind: string;
  orders: number;
}
export interface Flow {
  nodes: FlowNode[];
  links: { source: string; target: string; value: number }[];
}

/**
 * Orders flowing from step to step to the purchase. Paths longer than `steps` go on in one band. Orders on other paths and
 * those without a touchpoint are bands of their own, so that what goes in comes out.
 */
export function flowOf(report: Pick<PathReport, 'paths' | 'other' | 'withoutTouchpoints'>, steps: number): Flow {
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, { source: string; target: string; value: number }>();
  const through = (names: readonly [string, number, string][], orders: number) => {
    names.forEach(([name, depth, kind], index) => {
      const node = nodes.get(name) ?? { name, depth, kind, orders: 0 };
      node.orders += orders;
      nodes.set(name, node);
      const next = names[index + 1];
      if (!next) return;
      const key = `${name}→${next[0]}`;
      const link = links.get(key) ?? { source: name, target: next[0], value: 0 };
      link.value += orders;
      links.set(key, link);
    });
  };
  const longest = Math.min(steps, Math.max(1, ...report.paths.map(({ path }) => path.length)));
  const end: [string, number, string] = ['bought', longest, 'bought'];
  for (const { path, orders } of report.paths) {
    const shown = path.slice(0, longest);
    const names = shown.map((channel, depth): [string, number, string] => [`${depth}:${channel}`, depth, channel]);
    if (path.length > longest) names[longest - 1] = [`${longest - 1}:more`, longest - 1, 'more'];
    through([...names, end], orders);
  }
  if (report.other.orders > 0) through([['0:other', 0, 'other'], end], report.other.orders);
  if (report.withoutTouchpoints.orders > 0) through([['0:none', 0, 'none'], end], report.withoutTouchpoints.orders);
  return { nodes: [...nodes.values()], links: [...links.values()] };
}
