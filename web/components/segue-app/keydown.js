/**
 * The keys of the whole page: `/` goes to the search, Escape leaves where one is.
 *
 * @param {KeyboardEvent} event
 * @param {import('./parts.js').App} app
 */
export function keydown(event, app) {
  const [at] = event.composedPath();
  const search = app.renderRoot.querySelector('search-field');
  const isElsewhere = at.matches?.('input, select') && !event.composedPath().includes(search);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && !at.matches?.('input:not([type=range], [type=radio])')) {
    event.preventDefault();
    search.focus();
    scrollTo(0, 0);
  } else if (event.key === 'Escape' && !isElsewhere) {
    event.preventDefault();
    if (app.place.track) {
      app.closeTrack();
    } else if (app.place.view && !event.composedPath().includes(search)) {
      app.go({ view: '' });
    } else {
      search.clear();
    }
  }
}
