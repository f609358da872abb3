import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { languages } from '@throughline/ui/words';
import { forgetAnswers } from '../floor/outbox/keepAnswers.ts';
import { unwrap, useApi } from '../shared/api.ts';
import { useChooseLanguage, useLanguage, useWords } from '../shared/language.tsx';
import { areasOf } from './areas.ts';
import { restartLive } from './live.ts';
import { forgetMe, useMe } from './me.ts';
import classes from './shell.module.css';
import { shellWords } from './words.ts';

const languageNames = { pl: 'Polski', en: 'English', ru: 'Русский' } as const;

export function AreaRail() {
  const t = useWords(shellWords);
  const me = useMe();
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      {areasOf(me.role).map(({ id, word, icon: Shape, home }) => (
        <Link key={id} to={home} className={classes.area}>
          <Shape size={22} stroke={1.6} aria-hidden="true" />
          {t(word)}
        </Link>
      ))}
      <span className={classes.spacer} />
      <PersonMenu />
    </nav>
  );
}

export function PersonMenu() {
  const t = useWords(shellWords);
  const me = useMe();
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = async () => {
    await unwrap(api.POST('/api/staff/sign-out')).catch(() => undefined);
    restartLive();
    forgetMe();
    await forgetAnswers();
    queries.clear();
    await navigate({ to: '/sign-in', search: { to: '/' } });
  };
  const mark = (chosen: boolean) =>
    chosen ? <IconCheck size={16} aria-hidden="true" /> : <span style={{ width: 16 }} />;
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.person} aria-label={`${t('account')}: ${me.name}`}>
          {initials(me.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {t(me.role)}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} leftSection={mark(one === language)} onClick={() => choose(one)}>
            {languageNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('appearance')}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item key={scheme} leftSection={mark(scheme === colorScheme)} onClick={() => setColorScheme(scheme)}>
            {t(scheme === 'auto' ? 'system' : scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase();
