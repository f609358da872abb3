import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { type Act, useAllActs } from '../keys/acts.ts';
import { showKey } from '../keys/KeysHelp.tsx';
import { keysWords } from '../keys/words.ts';
import { type Found, findersNow } from './finders.ts';
import classes from './palette.module.css';
import { paletteStore } from './store.ts';

const waitMs = 160;

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase();

/** Every word typed must begin a word of the label. */
const fits = (label: string, query: string): boolean => {
  const words = fold(label).split(/[\s:.,]+/);
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
};

type Group = { group: string; items: Found[] };

/** Ctrl/⌘ K: acts of this screen, places to go, and whatever the areas can find. */
export function Palette() {
  const t = useWords(keysWords);
  const acts = useAllActs();
  const [query, setQuery] = useState('');
  const { groups, isLooking } = useFound(query.trim());
  const offered = acts.filter((act) => !act.isHidden && (query.trim() === '' || fits(act.label, query)));
  const actGroups = [...new Set(offered.map((act) => act.group))];
  const isEmpty = offered.length === 0 && groups.length === 0;
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t('palette') } }}
      scrollable
      maxHeight={440}
      size={620}
    >
      <Spotlight.Search
        placeholder={t('search')}
        aria-label={t('search')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {actGroups.map((group) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {offered
              .filter((act) => act.group === group)
              .map((act) => (
                <ActLine key={act.id} act={act} />
              ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.map(({ group, items }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {items.map((item) => (
              <Spotlight.Action
                key={item.id}
                label={item.label}
                description={item.description ?? ''}
                onClick={item.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {isEmpty && <Spotlight.Empty>{isLooking ? t('looking') : t('nothing', { query })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function ActLine({ act }: { act: Act }) {
  return (
    <Spotlight.Action
      label={act.label}
      onClick={() => setTimeout(() => act.run())}
      rightSection={
        act.key ? (
          <span className={classes.keys}>
            {showKey(act.key).map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        ) : null
      }
    />
  );
}

/** Asks every finder once the typing pauses; answers to what is no longer asked are dropped. */
function useFound(query: string): { groups: Group[]; isLooking: boolean } {
  const [found, setFound] = useState<{ query: string; groups: Group[] }>({ query: '', groups: [] });
  useEffect(() => {
    if (query.length < 2) return;
    let isAsked = true;
    const timer = setTimeout(async () => {
      const groups = await Promise.all(
        findersNow().map(async (finder) => ({
          group: finder.group,
          items: await finder.find(query).catch((): Found[] => []),
        })),
      );
      if (isAsked) setFound({ query, groups: groups.filter((one) => one.items.length > 0) });
    }, waitMs);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [query]);
  if (query.length < 2) return { groups: [], isLooking: false };
  return { groups: found.groups, isLooking: found.query !== query };
}
