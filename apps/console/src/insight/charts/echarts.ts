import { BarChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as core from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what is drawn here; SVG, because it is sharp at any size and prints.
core.use([
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export const init = core.init;
