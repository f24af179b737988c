export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'plumbline-theme';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Storage may be forbidden (a sandboxed frame, a `file://` page): then the choice lasts as long as the page. */
function remembered(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key);
    return choices.find((choice) => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function remember(choice: ThemeChoice) {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Nothing depends on it.
  }
}

function apply(choice: ThemeChoice) {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

/** The theme that is on the screen. */
export function themeShown(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export class Theme {
  choice = $state<ThemeChoice>(remembered());

  constructor() {
    apply(this.choice);
  }

  choose(choice: ThemeChoice) {
    this.choice = choice;
    apply(choice);
    remember(choice);
  }
}
