import { useSyncExternalStore } from 'react';
import type { Chat, ChatState } from './createChat.ts';

/** What the conversation is now; the screen follows every change of it. */
export const useChat = (chat: Chat): ChatState => useSyncExternalStore(chat.subscribe, chat.state, chat.state);
