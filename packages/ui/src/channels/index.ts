export { type Channel, channels, channelStyle, channelWords, isOnline } from './channels.ts';
export { ChannelIcon } from './ChannelIcon.tsx';
