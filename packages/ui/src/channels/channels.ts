import { defineWords } from '../words/index.ts';

/** A way in or out, as the API names it. */
export const channels = [
  'web',
  'mobile_app',
  'chat',
  'email',
  'whatsapp',
  'messenger',
  'telegram',
  'sms',
  'ads',
  'social',
  'marketplace',
  'agent',
  'store',
  'contact_centre',
  'phone',
] as const;
export type Channel = (typeof channels)[number];

const offline: ReadonlySet<string> = new Set<Channel>(['store', 'contact_centre', 'phone']);

/** Online channels are drawn in cool hues, those with a person at the other end of the counter or line in warm ones. */
export const isOnline = (channel: string): boolean => !offline.has(channel);

/** CSS colour of a channel, the same in every list and chart (channels.css). */
export const channelStyle = (channel: string): string => `var(--channel-${channel.replace('_', '-')}, var(--soft))`;

export const channelWords = defineWords({
  en: {
    web: 'Web shop',
    mobile_app: 'App',
    chat: 'Chat',
    email: 'E-mail',
    whatsapp: 'WhatsApp',
    messenger: 'Messenger',
    telegram: 'Telegram',
    sms: 'SMS',
    ads: 'Ads',
    social: 'Social',
    marketplace: 'Marketplace',
    agent: 'AI assistant',
    store: 'Store',
    contact_centre: 'Contact centre',
    phone: 'Phone',
  },
  pl: {
    web: 'Sklep internetowy',
    mobile_app: 'Aplikacja',
    chat: 'Czat',
    email: 'E-mail',
    whatsapp: 'WhatsApp',
    messenger: 'Messenger',
    telegram: 'Telegram',
    sms: 'SMS',
    ads: 'Reklamy',
    social: 'Media społecznościowe',
    marketplace: 'Platforma handlowa',
    agent: 'Asystent AI',
    store: 'Salon',
    contact_centre: 'Biuro obsługi',
    phone: 'Telefon',
  },
  ru: {
    web: 'Интернет-магазин',
    mobile_app: 'Приложение',
    chat: 'Чат',
    email: 'Эл. почта',
    whatsapp: 'WhatsApp',
    messenger: 'Messenger',
    telegram: 'Telegram',
    sms: 'СМС',
    ads: 'Реклама',
    social: 'Соцсети',
    marketplace: 'Маркетплейс',
    agent: 'ИИ-ассистент',
    store: 'Магазин',
    contact_centre: 'Контакт-центр',
    phone: 'Телефон',
  },
});
