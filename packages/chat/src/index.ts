export { ChatPanel, type ChatPanelProps } from './ChatPanel.tsx';
export { type Chat, type ChatState, createChat } from './createChat.ts';
export { useChat } from './useChat.ts';
