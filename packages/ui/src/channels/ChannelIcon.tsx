import {
  type Icon,
  IconBasket,
  IconBrandMessenger,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBuildingStore,
  IconDeviceMobile,
  IconHeadset,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  IconRobot,
  IconSpeakerphone,
  IconThumbUp,
  IconWorld,
} from '@tabler/icons-react';
import { channelStyle } from './channels.ts';

const icons: Record<string, Icon> = {
  web: IconWorld,
  mobile_app: IconDeviceMobile,
  chat: IconMessageCircle,
  email: IconMail,
  whatsapp: IconBrandWhatsapp,
  messenger: IconBrandMessenger,
  telegram: IconBrandTelegram,
  sms: IconMessage2,
  ads: IconSpeakerphone,
  social: IconThumbUp,
  marketplace: IconBasket,
  agent: IconRobot,
  store: IconBuildingStore,
  contact_centre: IconHeadset,
  phone: IconPhone,
};

/** The one icon of a channel in its colour. Say the channel in words beside it: the icon itself is silent. */
export function ChannelIcon({ channel, size = 16 }: { channel: string; size?: number }) {
  const Shape = icons[channel] ?? IconWorld;
  return <Shape size={size} stroke={1.75} color={channelStyle(channel)} aria-hidden="true" />;
}
