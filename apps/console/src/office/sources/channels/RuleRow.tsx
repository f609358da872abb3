import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../../../shared/language.tsx';
import { State } from '../../../shared/page/index.ts';
import classes from './channels.module.css';
import type { Condition, Rule } from './rules.ts';
import { useRuleName } from './usualWords.ts';
import { channelWords } from './words.ts';

const shown = 6;

/** One rule in words, and what may be done with it. */
export function RuleRow(props: {
  rule: Rule;
  place: number;
  isLast: boolean;
  isSpeaking: boolean;
  move(by: number): void;
  edit(): void;
  remove(): void;
}) {
  const { rule, place, isLast, isSpeaking, move, edit, remove } = props;
  const t = useWords(channelWords);
  const name = useRuleName()(rule.name);
  const said = ({ field, not, values }: Condition) => {
    if (values.length === 1 && values[0] === '*') return `${t(field)} ${t('is')} ${t(not ? 'nothing' : 'anything')}`;
    const some = values.slice(0, shown).join(` ${t('or')} `);
    return `${t(field)} ${t(not ? 'isNot' : 'is')} ${some}${values.length > shown ? ` +${values.length - shown}` : ''}`;
  };
  return (
    <li data-speaks={isSpeaking || undefined}>
      <span className={classes.place}>{place + 1}</span>
      <div>
        <strong>{name}</strong>
        <p className={classes.soft}>{rule.when.map(said).join(` ${t('and')} `)}</p>
      </div>
      <span className={classes.outcome}>
        {t(rule.arrival)}
        {isSpeaking && <State tone="good">{t('speaks')}</State>}
      </span>
      <span className={classes.acts}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={place === 0}
          aria-label={`${t('up')}: ${name}`}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={isLast}
          aria-label={`${t('down')}: ${name}`}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} aria-hidden="true" />
        </ActionIcon>
        <Button variant="subtle" size="compact-sm" aria-label={`${t('edit')}: ${name}`} onClick={edit}>
          {t('edit')}
        </Button>
        <Button variant="subtle" color="red" size="compact-sm" aria-label={`${t('remove')}: ${name}`} onClick={remove}>
          {t('remove')}
        </Button>
      </span>
    </li>
  );
}
