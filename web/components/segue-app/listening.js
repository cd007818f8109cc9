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
  /** One thing is asked or told after the other, for the last opinion counts. */
  #turn = Promise.resolve();
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
    if (knownUser()) this.#inTurn(() => this.#learn());
  }

  async #learn() {
    try {
      const { events } = await api.userEvents(knownUser());
      events.forEach(({ track_id, type }) => this.#take(track_id, type));
      this.#host.requestUpdate();
    } catch (error) {
      this.heed(error);
    }
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
    return this.#inTurn(() => this.#tell(track, act, view, occasion));
  }

  async #tell({ id, name }, act, view, occasion) {
    const isBack = OPPOSITES[act] && this.takenOf(id)?.has(act);
    try {
      await (isBack ? this.#takeBack(id, act) : this.#keep(id, act, occasion));
      return this.#note((isBack ? TAKEN_BACK : NOTED)[act](name), view);
    } catch (error) {
      this.heed(error);
      const trouble = this.isOff ? 'This server does not listen' : error.message;
      this.#say(`${trouble}: “${name}” could not be ${isBack ? 'taken back' : 'noted'}. `
        + (this.isOff ? '' : 'Try again.'));
      return '';
    }
  }

  async #keep(id, act, { time_of_day, mood }) {
    await api.events({
      event_id: randomId(),
      user_id: user(),
      track_id: id,
      type: act,
      context: {
        time_of_day: time_of_day || timeOfDay(new Date().getHours()),
        ...(mood && { mood }),
        device: 'page',
      },
    });
    this.#take(id, act);
  }

  /** All opinions of a track, also those of other tabs; the last at last, for until then it counts. */
  async #takeBack(id, act) {
    const { events } = await api.userEvents(user());
    for (const { event_id, track_id, type } of events) {
      if (track_id === id && OPPOSITES[type]) await api.takeBackEvent(user(), event_id);
    }
    const taken = new Set(this.#taken.get(id));
    taken.delete(act);
    this.#taken.set(id, taken);
  }

  /** Songs for the visitor are asked for, with all that was noted. */
  followed() {
    this.noted = null;
  }

  /** Has the server forget all, and is somebody else from now on.
   *  @returns {Promise<boolean>} whether it did */
  forget() {
    return this.#inTurn(() => this.#forget());
  }

  async #forget() {
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
    const taken = new Set(this.#taken.get(id)).add(act);
    taken.delete(OPPOSITES[act]);
    this.#taken.set(id, taken);
  }

  /** @param {() => Promise} next which never fails */
  #inTurn(next) {
    this.#turn = this.#turn.then(next);
    return this.#turn;
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
