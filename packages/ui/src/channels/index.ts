export { ChannelIcon } from './ChannelIcon.tsx';
export { type Channel, channelStyle, channels, channelWords, isOnline } from './channels.ts';
