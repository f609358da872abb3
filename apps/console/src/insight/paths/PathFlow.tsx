import { type Channel, channelStyle, channelWords } from '@throughline/ui/channels';
import { useCallback, useMemo } from 'react';
import { useWords } from '../../shared/language.tsx';
import type { ChartColours } from '../charts/chartTheme.ts';
import { EChart, tooltipOf } from '../charts/EChart.tsx';
import { insightWords } from '../words.ts';
import { flowOf } from './flowOf.ts';
import type { PathReport } from './PathsPage.tsx';

const steps = 5;

/** The same as the list, drawn; bands for what is left out, so that the widths add up. */
export function PathFlow({ report }: { report: PathReport }) {
  const t = useWords(insightWords);
  const channelName = useWords(channelWords);
  const flow = useMemo(() => flowOf(report, steps), [report]);
  const nameOf = useCallback(
    (kind: string) => {
      if (kind === 'bought') return t('purchase');
      if (kind === 'other') return t('otherBand');
      if (kind === 'none') return t('none');
      return kind === 'more' ? '…' : channelName(kind as Channel);
    },
    [t, channelName],
  );
  const option = useCallback(
    (colours: ChartColours) => {
      const colourOf = (kind: string) =>
        kind === 'bought'
          ? colours.velvet
          : ['other', 'none', 'more'].includes(kind)
            ? colours.soft
            : colours.of(channelStyle(kind));
      return {
        tooltip: { ...tooltipOf(colours), trigger: 'item', formatter: undefined },
        series: [
          {
            type: 'sankey',
            left: 8,
            right: 150,
            top: 12,
            bottom: 12,
            nodeWidth: 10,
            nodeGap: 14,
            draggable: false,
            emphasis: { focus: 'adjacency' },
            data: flow.nodes.map((node) => ({
              name: node.name,
              depth: node.depth,
              itemStyle: { color: colourOf(node.kind), borderWidth: 0 },
              label: { formatter: `${nameOf(node.kind)}  ${node.orders}`, color: colours.ink, fontSize: 12 },
            })),
            links: flow.links.map((link) => ({
              ...link,
              lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
            })),
            tooltip: {
              formatter: ({
                dataType,
                data,
              }: {
                dataType: string;
                data: (typeof flow.links)[number] & { name?: string };
              }) => {
                const say = (name: string) => nameOf(flow.nodes.find((node) => node.name === name)?.kind ?? name);
                return dataType === 'edge'
                  ? `${say(data.source)} → ${say(data.target)}: <b>${data.value}</b>`
                  : `${say(data.name ?? '')}: <b>${flow.nodes.find((node) => node.name === data.name)?.orders ?? ''}</b>`;
              },
            },
          },
        ],
      };
    },
    [flow, nameOf],
  );
  return <EChart label={t('flowAria')} height={520} option={option} />;
}
