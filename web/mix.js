// The mix: songs to be like and songs not to be like, by their ids, as the place holds them.

/** @typedef {Pick<import('./place.js').Place, 'like'|'less'>} Mix */

export const MOST_SEEDS = 50;

/** @param {Mix} mix */
export const sizeOf = ({ like, less }) => like.length + less.length;

/** What a track is in the mix: `like`, `less`, or empty.
 *  @param {Mix} mix @param {string} id */
export const kindOf = ({ like, less }, id) => (like.includes(id) ? 'like' : less.includes(id) ? 'less' : '');

/** @param {Mix} mix @param {string} id @returns {Mix} */
export const without = ({ like, less }, id) => ({
  like: like.filter((each) => each !== id),
  less: less.filter((each) => each !== id),
});

/** The mix with a track put into it, or to its other side, or taken out where it was so already.
 *  @param {Mix} mix @param {string} id @param {'like'|'less'} kind @returns {Mix} */
export function toggled(mix, id, kind) {
  const others = without(mix, id);
  return kindOf(mix, id) === kind ? others : { ...others, [kind]: [...others[kind], id] };
}

/** The seeds as the API has them.
 *  @param {Mix} mix */
export const seedsOf = ({ like, less }) => [
  ...like.map((id) => ({ track: id, weight: 1 })),
  ...less.map((id) => ({ track: id, weight: -1 })),
];
