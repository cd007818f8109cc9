// Who listens: a name that means nothing elsewhere, kept by this browser alone.

const KEY = 'segue.user';

/** 128 random bits; `crypto.randomUUID` is not there on plain HTTP. */
export const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where storage is refused, until the page is left. */
let unkept = '';

/** @returns {string} empty before anything was told or asked in their name */
export function knownUser() {
  try {
    return localStorage.getItem(KEY) ?? unkept;
  } catch {
    return unkept;
  }
}

/** @returns {string} a new one where there is none yet */
export const user = () => knownUser() || newUser();

/** Somebody else from now on. */
export function newUser() {
  unkept = randomId();
  try {
    localStorage.setItem(KEY, unkept);
  } catch {
    // Storage is refused by some privacy settings.
  }
  return unkept;
}

/** When music is played, by the clock of whoever plays it.
 *  @param {number} hour 0 to 23 */
export function timeOfDay(hour) {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}
