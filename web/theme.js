// Runs before the first paint (a classic script), so that a remembered theme does not flash.
try {
  const theme = localStorage.getItem('segue.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is refused by some privacy settings; the system's theme is used then.
}
