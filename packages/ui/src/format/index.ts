export { formatMoney, type Money } from './money.ts';
export { formatAgo, formatDay, formatDayAndTime, formatDistance, formatTime } from './time.ts';
