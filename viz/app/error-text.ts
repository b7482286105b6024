/** What an error says and where it came from: the stack of some browsers leaves out the first. */
export function errorText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { message, stack = '' } = thrown;
  if (message !== '' && stack.includes(message)) return stack;
  return `${thrown}\n${stack}`.trim();
}
