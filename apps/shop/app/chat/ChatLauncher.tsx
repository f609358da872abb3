/** The button that opens the conversation, on every page. */
export function ChatLauncher() {
  return null;
}
