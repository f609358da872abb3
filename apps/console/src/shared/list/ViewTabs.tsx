import { Button, Menu, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useWords } from '../language.tsx';
import classes from './list.module.css';
import type { ListState } from './listSearch.ts';
import { sameView, useSavedViews, viewOf } from './savedViews.ts';
import { listWords } from './words.ts';

/** All, then one's own views of this list; the one looked at can be changed in place. */
export function ViewTabs({ listId, state }: { listId: string; state: ListState }) {
  const t = useWords(listWords);
  const { views, save, remove } = useSavedViews(listId);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const current = views.find((view) => view.name === state.search.view);
  const isPlain = Object.keys(viewOf(state.search)).length === 0;
  const changed = current ? !sameView(current.search, state.search) : !isPlain;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (!given) return;
    save(given, state.search);
    state.change({ view: given });
    setNaming(false);
    setName('');
  };
  if (views.length === 0 && !changed) return null;
  return (
    <nav className={classes.views} aria-label={t('views')}>
      <UnstyledButton
        className={classes.view}
        aria-current={!current && isPlain ? 'true' : undefined}
        onClick={() => state.replaceAll({})}
      >
        {t('everything')}
      </UnstyledButton>
      {views.map((view) => (
        <span key={view.name} className={classes.viewTab}>
          <UnstyledButton
            className={classes.view}
            aria-current={view === current ? 'true' : undefined}
            onClick={() => state.replaceAll({ ...view.search, view: view.name })}
          >
            {view.name}
          </UnstyledButton>
          {view === current && (
            <Menu withinPortal position="bottom-start">
              <Menu.Target>
                <UnstyledButton className={classes.viewMore} aria-label={`${t('views')}: ${view.name}`}>
                  <IconChevronDown size={14} aria-hidden="true" />
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={!changed} onClick={() => save(view.name, state.search)}>
                  {t('updateView', { name: view.name })}
                </Menu.Item>
                <Menu.Item
                  onClick={() => {
                    remove(view.name);
                    state.change({ view: undefined });
                  }}
                >
                  {t('removeView', { name: view.name })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      ))}
      {changed && current && (
        <UnstyledButton className={classes.linkButton} onClick={() => save(current.name, state.search)}>
          {t('updateView', { name: current.name })}
        </UnstyledButton>
      )}
      {changed && (
        <Popover opened={isNaming} onChange={setNaming} trapFocus withinPortal position="bottom-start">
          <Popover.Target>
            <UnstyledButton className={classes.linkButton} onClick={() => setNaming(true)}>
              <IconBookmark size={14} aria-hidden="true" /> {t('saveView')}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <form onSubmit={submit} className={classes.nameView}>
              <TextInput
                label={t('viewName')}
                value={name}
                maxLength={40}
                required
                withAsterisk={false}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit">{t('save')}</Button>
            </form>
          </Popover.Dropdown>
        </Popover>
      )}
    </nav>
  );
}
