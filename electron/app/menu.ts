import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';
import type { RecentFile, Settings, Theme } from '../../shared/ipc/contract.ts';

/** What the menu shows and which of its items apply. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** What the current window shows; undefined when no window is open (macOS). */
  readonly phase: 'start' | 'opening' | 'shown' | undefined;
  readonly recent: readonly RecentFile[];
  readonly settings: Settings;
  readonly devTools: boolean;
}

/** What the menu's items do. */
export interface MenuActions {
  readonly open: (what: 'files' | 'folder') => void;
  readonly openRecent: (id: string) => void;
  readonly clearRecent: () => void;
  readonly openSample: () => void;
  readonly newWindow: () => void;
  readonly command: (command: MenuCommand) => void;
  readonly zoom: (change: 'in' | 'out' | 'reset') => void;
  readonly changeSettings: (changes: {
    readonly theme?: Theme;
    readonly allowConsoleLinks?: boolean;
    readonly askBeforeConsole?: boolean;
  }) => void;
  readonly openLogFolder: () => void;
  readonly openCrashFolder: () => void;
  readonly showAbout: () => void;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** Returns the application menu for a state; a pure function, so that what is enabled when can be tested. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  return [
    ...(state.platform === 'darwin' ? [applicationMenu(state, actions)] : []),
    fileMenu(state, actions),
    { role: 'editMenu', label: '&Edit' },
    viewMenu(state, actions),
    goMenu(state, actions),
    ...(state.platform === 'darwin' ? [{ role: 'windowMenu' } satisfies Item] : []),
    helpMenu(state, actions),
  ];
}

function applicationMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: state.appName,
    submenu: [
      { id: 'about-mac', label: `About ${state.appName}`, click: actions.showAbout },
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}

function fileMenu(state: MenuState, actions: MenuActions): Item {
  const shown = state.phase === 'shown';
  const recent: Item[] = state.recent.map((file) => ({
    label: `${escaped(file.title)}  –  ${escaped(file.location)}`,
    click: () => actions.openRecent(file.id),
  }));
  return {
    label: '&File',
    submenu: [
      { id: 'new-window', label: '&New Window', accelerator: 'CmdOrCtrl+N', click: actions.newWindow },
      SEPARATOR,
      { id: 'open', label: '&Open…', accelerator: 'CmdOrCtrl+O', click: () => actions.open('files') },
      {
        id: 'open-folder',
        label: 'Open &Folder…',
        accelerator: 'CmdOrCtrl+Shift+O',
        click: () => actions.open('folder'),
      },
      {
        id: 'open-recent',
        label: 'Open &Recent',
        enabled: recent.length > 0,
        submenu: [...recent, SEPARATOR, { id: 'clear-recent', label: '&Clear List', click: actions.clearRecent }],
      },
      { id: 'open-sample', label: 'Open Sa&mple', click: actions.openSample },
      SEPARATOR,
      command('connect', 'Connec&t to Google Cloud…', state.phase !== undefined, actions, 'CmdOrCtrl+Shift+G'),
      command('refresh', 'Refres&h from Google Cloud', shown, actions, 'F5'),
      SEPARATOR,
      command('save-snapshot', '&Save Snapshot As…', shown, actions, 'CmdOrCtrl+Shift+S'),
      command('export-image', '&Export Image…', shown, actions, 'CmdOrCtrl+Shift+E'),
      SEPARATOR,
      command('close-inventory', '&Close Inventory', shown || state.phase === 'opening', actions, 'CmdOrCtrl+Shift+W'),
      { role: 'close', label: 'Close &Window', accelerator: 'CmdOrCtrl+W', enabled: state.phase !== undefined },
      ...(state.platform === 'darwin'
        ? []
        : [SEPARATOR, { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' } satisfies Item]),
    ],
  };
}

function viewMenu(state: MenuState, actions: MenuActions): Item {
  const shown = state.phase === 'shown';
  const open = state.phase !== undefined;
  return {
    label: '&View',
    submenu: [
      command('graph-zoom-in', 'Zoom Graph I&n', shown, actions, 'CmdOrCtrl+Alt+='),
      command('graph-zoom-out', 'Zoom Graph O&ut', shown, actions, 'CmdOrCtrl+Alt+-'),
      command('graph-fit', '&Fit Graph', shown, actions, 'CmdOrCtrl+Alt+0'),
      command('graph-fit-selection', 'Fit &Selection', shown, actions, 'CmdOrCtrl+Alt+9'),
      SEPARATOR,
      command('toggle-filters', 'Filte&rs', shown, actions, 'CmdOrCtrl+1'),
      command('toggle-details', '&Details', shown, actions, 'CmdOrCtrl+2'),
      command('toggle-problems', '&Problems and Coverage', shown, actions, 'CmdOrCtrl+3'),
      command('toggle-findings', 'Findin&gs', shown, actions, 'CmdOrCtrl+4'),
      SEPARATOR,
      // Electron's own zoom roles miss the unshifted = and the number pad outside macOS.
      { id: 'zoom-in', label: 'Zoom &In', accelerator: 'CmdOrCtrl+=', enabled: open, click: () => actions.zoom('in') },
      hiddenKey('CmdOrCtrl+Plus', open, () => actions.zoom('in')),
      hiddenKey('CmdOrCtrl+numadd', open, () => actions.zoom('in')),
      {
        id: 'zoom-out',
        label: 'Zoom &Out',
        accelerator: 'CmdOrCtrl+-',
        enabled: open,
        click: () => actions.zoom('out'),
      },
      hiddenKey('CmdOrCtrl+numsub', open, () => actions.zoom('out')),
      {
        id: 'zoom-reset',
        label: '&Actual Size',
        accelerator: 'CmdOrCtrl+0',
        enabled: open,
        click: () => actions.zoom('reset'),
      },
      hiddenKey('CmdOrCtrl+num0', open, () => actions.zoom('reset')),
      SEPARATOR,
      {
        label: '&Theme',
        submenu: (['system', 'light', 'dark'] as const).map((theme) => themeItem(theme, state, actions)),
      },
      { role: 'togglefullscreen', label: 'Full S&creen', enabled: open },
      ...(state.devTools ? [{ role: 'toggleDevTools' } satisfies Item] : []),
    ],
  };
}

const THEME_LABELS: Readonly<Record<Theme, string>> = { system: 'As the &System', light: '&Light', dark: '&Dark' };

function themeItem(theme: Theme, state: MenuState, actions: MenuActions): Item {
  return {
    id: `theme-${theme}`,
    label: THEME_LABELS[theme],
    type: 'radio',
    checked: state.settings.theme === theme,
    click: () => actions.changeSettings({ theme }),
  };
}

function goMenu(state: MenuState, actions: MenuActions): Item {
  return { label: '&Go', submenu: [command('find', '&Find…', state.phase === 'shown', actions, 'CmdOrCtrl+K')] };
}

function helpMenu(state: MenuState, actions: MenuActions): Item {
  const open = state.phase !== undefined;
  const { allowConsoleLinks, askBeforeConsole } = state.settings;
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      command('show-shortcuts', '&Keyboard Shortcuts', open, actions, 'CmdOrCtrl+/'),
      command('show-licences', '&Licences', open, actions),
      SEPARATOR,
      {
        id: 'allow-console-links',
        label: 'Allow Links to the &Google Cloud Console',
        type: 'checkbox',
        checked: allowConsoleLinks,
        click: () => actions.changeSettings({ allowConsoleLinks: !allowConsoleLinks }),
      },
      {
        id: 'ask-before-console',
        label: 'Ask &Before Opening the Browser',
        type: 'checkbox',
        checked: askBeforeConsole,
        enabled: allowConsoleLinks,
        click: () => actions.changeSettings({ askBeforeConsole: !askBeforeConsole }),
      },
      SEPARATOR,
      { id: 'open-log-folder', label: 'Open L&og Folder', click: actions.openLogFolder },
      { id: 'open-crash-folder', label: 'Open &Crash Report Folder', click: actions.openCrashFolder },
      ...(state.platform === 'darwin'
        ? []
        : [SEPARATOR, { id: 'about', label: `&About ${state.appName}`, click: actions.showAbout } satisfies Item]),
    ],
  };
}

function command(id: MenuCommand, label: string, enabled: boolean, actions: MenuActions, accelerator?: string): Item {
  return {
    id,
    label,
    enabled,
    click: () => actions.command(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  };
}

/** A second key for the item above it. */
function hiddenKey(accelerator: string, enabled: boolean, click: () => void): Item {
  return { label: accelerator, accelerator, enabled, click, visible: false, acceleratorWorksWhenHidden: true };
}

/** A single & in a label would mark the next letter as its key; names of files are shown as they are. */
function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}
