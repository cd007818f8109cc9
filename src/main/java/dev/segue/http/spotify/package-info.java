/**
 * The face of Spotify's Web API: its questions, objects and errors, for programs that were written
 * for it. Read {@code SpotifyApi} first, which has every question, then {@code SpotifyObjects},
 * which makes every object; {@code Tokens} says who may ask. Thread-safe. What a catalogue does not
 * hold is empty in the shape that clients expect; nothing here is about users, their libraries or
 * playback.
 */
package dev.segue.http.spotify;
