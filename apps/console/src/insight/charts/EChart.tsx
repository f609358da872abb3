import { useComputedColorScheme } from '@mantine/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import classes from './charts.module.css';
import { type ChartColours, readColours } from './chartTheme.ts';

interface Props {
  /** What it shows, for who cannot see it; the table beside it has the figures. */
  label: string;
  height: number;
  option(colours: ChartColours): EChartsCoreOption;
}

/** A chart in our colours, light and dark. ECharts is fetched when the first chart is. */
export function EChart({ label, height, option }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void import('./echarts.ts').then(({ init }) => {
      if (isGone) return;
      chart.current ??= init(element, undefined, { renderer: 'svg' });
      const colours = readColours(element);
      const font = getComputedStyle(element).fontFamily;
      chart.current.setOption(
        {
          animation: !still,
          animationDuration: 160,
          textStyle: { fontFamily: font, color: colours.ink },
          'data-scheme': scheme,
          ...option(colours),
        },
        true,
      );
    });
    const resize = new ResizeObserver(() => chart.current?.resize());
    resize.observe(element);
    return () => {
      isGone = true;
      resize.disconnect();
    };
  }, [option, scheme]);
  useEffect(
    () => () => {
      chart.current?.dispose();
      chart.current = undefined;
    },
    [],
  );
  return <div ref={box} className={classes.chart} style={{ height }} role="img" aria-label={label} />;
}

/** Parts of an axis that are the same everywhere. */
export const axisOf = (colours: ChartColours) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.soft, fontSize: 12 },
  splitLine: { lineStyle: { color: colours.line } },
});

export const tooltipOf = (colours: ChartColours) => ({
  backgroundColor: colours.raised,
  borderColor: colours.line,
  textStyle: { color: colours.ink, fontSize: 13 },
  extraCssText: 'box-shadow: var(--shadow); border-radius: 8px;',
});
