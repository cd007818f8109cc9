// The mix: songs, artists and genres to be like or not to be like.

/**
 * @typedef {Object} Seed
 * @property {'track'|'artist'|'genre'} kind
 * @property {string} value the id of a track, a name
 * @property {'like'|'less'} side
 */

export const MOST_SEEDS = 50;

export const SIDES = ['like', 'less'];
const KINDS = ['track', 'artist', 'genre'];

/** How a seed is called in the address, such as `less_genre`. */
const wordOf = ({ side, kind }) => (kind === 'track' ? side : `${side}_${kind}`);

const SEEDS = new Map(
  SIDES.flatMap((side) => KINDS.map((kind) => ({ side, kind }))).map((seed) => [wordOf(seed), seed]),
);

/** @param {Pick<Seed, 'kind'|'value'>} seed @returns {string} the same for the same thing */
export const keyOf = ({ kind, value }) => `${kind} ${value}`;

/** @param {URLSearchParams} words @returns {Seed[]} each thing once */
export function readSeeds(words) {
  const seeds = new Map();
  for (const [word, value] of words) {
    const seed = { ...SEEDS.get(word), value };
    if (SEEDS.has(word) && value && !seeds.has(keyOf(seed))) seeds.set(keyOf(seed), seed);
  }
  return [...seeds.values()];
}

/** @param {URLSearchParams} words @param {Seed[]} seeds */
export const writeSeeds = (words, seeds) => seeds.forEach((seed) => words.append(wordOf(seed), seed.value));

/** @param {Seed[]} seeds @param {Seed['side']} side */
export const onSide = (seeds, side) => seeds.filter((seed) => seed.side === side);

/** On which side something is; empty where it is not in the mix.
 *  @param {Seed[]} seeds @param {Pick<Seed, 'kind'|'value'>} thing */
export const sideOf = (seeds, thing) => seeds.find((seed) => keyOf(seed) === keyOf(thing))?.side ?? '';

/** @param {Seed[]} seeds @param {Pick<Seed, 'kind'|'value'>} thing */
export const without = (seeds, thing) => seeds.filter((seed) => keyOf(seed) !== keyOf(thing));

/** The mix with something put into it, or to its other side, or taken out where it was so already.
 *  @param {Seed[]} seeds @param {Seed} seed */
export function toggled(seeds, seed) {
  const others = without(seeds, seed);
  return sideOf(seeds, seed) === seed.side ? others : [...others, seed];
}

/** The seeds as the API has them.
 *  @param {Seed[]} seeds */
export const asked = (seeds) =>
  seeds.map(({ kind, value, side }) => ({ [kind]: value, weight: side === 'like' ? 1 : -1 }));
