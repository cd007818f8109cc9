import * as api from '../../api.js';
import { knownUser, newUser, randomId, timeOfDay, user } from '../../listener.js';

/** @typedef {'play'|'like'|'skip'} Act what one does with a song */

const NOTED = { play: 'Noted: you played', like: 'Noted: you like', skip: 'Noted: you skipped' };
const NOTHING = new Set();

/** What the visitor did with songs: tells the server, and knows what it took. */
export class Listening {
  #host;
  /** @type {Map<string, Set<Act>>} by the ids of tracks */
  #taken = new Map();
  /** What is being told at the moment, so that a double click is one event. */
  #telling = new Set();
  /** Whether the server keeps no events. */
  isOff = false;
  /** What could not be noted, for people. */
  trouble = '';

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /** Learns what was told on earlier visits; without, nothing is pressed. */
  hostConnected() {
    if (!knownUser()) return;
    api.userEvents(knownUser()).then(
      ({ events }) => {
        events.forEach(({ track_id, type }) => this.#take(track_id, type));
        this.#host.requestUpdate();
      },
      (error) => this.heed(error),
    );
  }

  /** What was done with a track; null where nobody wants to know.
   *  @param {string} id @returns {?Set<Act>} */
  takenOf(id) {
    return this.isOff ? null : (this.#taken.get(id) ?? NOTHING);
  }

  /**
   * Tells the server.
   *
   * @param {api.Track} track
   * @param {Act} act
   * @returns {Promise<string>} what was noted, for people; empty where nothing was
   */
  async tell({ id, name }, act) {
    const telling = `${act} ${id}`;
    const isKnown = act !== 'play' && this.takenOf(id)?.has(act);
    if (isKnown || this.#telling.has(telling)) return '';
    this.#telling.add(telling);
    try {
      await api.events({
        event_id: randomId(),
        user_id: user(),
        track_id: id,
        type: act,
        context: { time_of_day: timeOfDay(new Date().getHours()), device: 'page' },
      });
      this.#take(id, act);
      this.#say('');
      return `${NOTED[act]} ${name}`;
    } catch (error) {
      this.heed(error);
      this.#say(`${this.isOff ? 'This server does not listen' : error.message}: “${name}” could not be noted. `
        + (this.isOff ? '' : 'Try again.'));
      return '';
    } finally {
      this.#telling.delete(telling);
    }
  }

  /** Has the server forget all, and is somebody else from now on.
   *  @returns {Promise<boolean>} whether it did */
  async forget() {
    try {
      await api.forgetUser(user());
    } catch (error) {
      this.heed(error);
      this.#say(`${error.message}: nothing was forgotten. Try again.`);
      return false;
    }
    newUser();
    this.#taken.clear();
    this.#say('');
    return true;
  }

  /** Learns from an error that the server keeps no events.
   *  @param {Error} error */
  heed({ code }) {
    this.isOff ||= code === 'not_listening';
    this.#host.requestUpdate();
  }

  #take(id, act) {
    this.#taken.set(id, new Set(this.#taken.get(id)).add(act));
  }

  #say(trouble) {
    this.trouble = trouble.trim();
    this.#host.requestUpdate();
  }
}
