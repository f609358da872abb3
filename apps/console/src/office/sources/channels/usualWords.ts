import { defineWords } from '@throughline/ui/words';
import { useWords } from '../../../shared/language.tsx';

/** The usual rules are kept by their English names; one that was renamed speaks for itself. */
export const usualWords = defineWords({
  en: {
    'Search ads': 'Search ads',
    Ads: 'Ads',
    Mailings: 'Mailings',
    'Text messages': 'Text messages',
    'Our posts': 'Our posts',
    'Search ads by their click': 'Search ads by their click',
    'Ads by their click': 'Ads by their click',
    'Social networks by name': 'Social networks by name',
    'Mailings by name': 'Mailings by name',
    'Search, as the link says': 'Search, as the link says',
    'Other sites, as the link says': 'Other sites, as the link says',
    'Any other campaign': 'Any other campaign',
    'Mail programs': 'Mail programs',
    'Search engines': 'Search engines',
    'Social networks': 'Social networks',
    'Other sites': 'Other sites',
  },
  pl: {
    'Search ads': 'Reklamy w wyszukiwarce',
    Ads: 'Reklamy',
    Mailings: 'Mailingi',
    'Text messages': 'Wiadomości SMS',
    'Our posts': 'Nasze posty',
    'Search ads by their click': 'Reklamy w wyszukiwarce po kliknięciu',
    'Ads by their click': 'Reklamy po kliknięciu',
    'Social networks by name': 'Media społecznościowe po nazwie',
    'Mailings by name': 'Mailingi po nazwie',
    'Search, as the link says': 'Wyszukiwarka, według odnośnika',
    'Other sites, as the link says': 'Inne strony, według odnośnika',
    'Any other campaign': 'Każda inna kampania',
    'Mail programs': 'Programy pocztowe',
    'Search engines': 'Wyszukiwarki',
    'Social networks': 'Media społecznościowe',
    'Other sites': 'Inne strony',
  },
  ru: {
    'Search ads': 'Реклама в поиске',
    Ads: 'Реклама',
    Mailings: 'Рассылки',
    'Text messages': 'СМС',
    'Our posts': 'Наши публикации',
    'Search ads by their click': 'Реклама в поиске по клику',
    'Ads by their click': 'Реклама по клику',
    'Social networks by name': 'Социальные сети по имени',
    'Mailings by name': 'Рассылки по имени',
    'Search, as the link says': 'Поиск, судя по ссылке',
    'Other sites, as the link says': 'Другие сайты, судя по ссылке',
    'Any other campaign': 'Любая другая кампания',
    'Mail programs': 'Почтовые программы',
    'Search engines': 'Поисковые системы',
    'Social networks': 'Социальные сети',
    'Other sites': 'Другие сайты',
  },
});

const isUsual = (name: string): name is keyof typeof usualWords.en => Object.hasOwn(usualWords.en, name);

/** A rule's name as it is shown. */
export function useRuleName(): (name: string) => string {
  const t = useWords(usualWords);
  return (name) => (isUsual(name) ? t(name) : name);
}
