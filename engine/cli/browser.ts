/** Opens an address in the browser of whoever sits at the machine; where that cannot be done, nothing happens. */
import { spawn } from 'node:child_process';

/** What opens an address on a platform, and whether there is a screen to open it on. */
function opener(address: string): readonly [string, ...string[]] | null {
  const { platform, env } = process;
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const hasScreen = [env.DISPLAY, env.WAYLAND_DISPLAY, env.WSL_DISTRO_NAME].some((one) => (one ?? '') !== '');
  return hasScreen ? ['xdg-open', address] : null;
}

export function openBrowser(address: string): void {
  const command = opener(address);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  // It may not be there: the address has been printed.
  child.on('error', () => {});
  child.unref();
}
