import * as api from '../../api.js';
import { knownUser, newUser, randomId, timeOfDay, user } from '../../listener.js';

/** @typedef {'play'|'like'|'dislike'} Act what one does with a song */

const NOTED = {
  play: (name) => `Noted: you played ${name}`,
  like: (name) => `Noted: you like ${name}`,
  dislike: (name) => `Noted: you dislike ${name}`,
};
const TAKEN_BACK = {
  like: (name) => `Taken back: you like ${name}`,
  dislike: (name) => `Taken back: you dislike ${name}`,
};
/** Of these the last counts. */
const OPPOSITES = { like: 'dislike', dislike: 'like' };
const NOTHING = new Set();

/** What the visitor did with songs: tells the server, and knows what it took. */
export class Listening {
  #host;
  /** @type {Map<string, Set<Act>>} by the ids of tracks */
  #taken = new Map();
  /** The events in which opinions were told, oldest first. @type {Map<string, string[]>} by the ids of tracks */
  #opinions = new Map();
  /** One thing is told after the other, for the last opinion counts. */
  #telling = Promise.resolve('');
  /** What was noted last since songs for the visitor were asked for, and in which view.
   *  @type {?{text: string, view: string}} */
  noted = null;
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
        events.forEach(({ track_id, type, event_id }) => this.#take(track_id, type, event_id));
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
   * Tells the server; an opinion that it was told already is taken back.
   *
   * @param {api.Track} track
   * @param {Act} act
   * @returns {Promise<string>} what was noted, for people; empty where nothing was
   */
  tell(track, act) {
    const { view, place } = this.#host;
    const occasion = view === 'for-you' ? place : {};
    this.#telling = this.#telling.then(() => this.#tell(track, act, view, occasion));
    return this.#telling;
  }

  async #tell({ id, name }, act, view, { time_of_day, mood }) {
    try {
      if (OPPOSITES[act] && this.takenOf(id)?.has(act)) {
        await this.#takeBack(id, act);
        return this.#note(TAKEN_BACK[act](name), view);
      }
      const event_id = randomId();
      await api.events({
        event_id,
        user_id: user(),
        track_id: id,
        type: act,
        context: {
          time_of_day: time_of_day || timeOfDay(new Date().getHours()),
          ...(mood && { mood }),
          device: 'page',
        },
      });
      this.#take(id, act, event_id);
      return this.#note(NOTED[act](name), view);
    } catch (error) {
      this.heed(error);
      this.#say(`${this.isOff ? 'This server does not listen' : error.message}: “${name}” could not be noted. `
        + (this.isOff ? '' : 'Try again.'));
      return '';
    }
  }

  /** Songs for the visitor are asked for, with all that was noted. */
  followed() {
    this.noted = null;
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
    this.#opinions.clear();
    this.#say('');
    return true;
  }

  /** Learns from an error that the server keeps no events.
   *  @param {Error} error */
  heed({ code }) {
    this.isOff ||= code === 'not_listening';
    this.#host.requestUpdate();
  }

  #take(id, act, event) {
    const taken = new Set(this.#taken.get(id)).add(act);
    taken.delete(OPPOSITES[act]);
    this.#taken.set(id, taken);
    if (OPPOSITES[act]) this.#opinions.set(id, [...(this.#opinions.get(id) ?? []), event]);
  }

  /** All opinions of a track; the last of them at last, for until then it counts. */
  async #takeBack(id, act) {
    for (const event of this.#opinions.get(id)) await api.takeBack(user(), event);
    this.#opinions.delete(id);
    const taken = new Set(this.#taken.get(id));
    taken.delete(act);
    this.#taken.set(id, taken);
  }

  #note(text, view) {
    this.noted = { text, view };
    this.#say('');
    return text;
  }

  #say(trouble) {
    this.trouble = trouble.trim();
    this.#host.requestUpdate();
  }
}
