package dev.segue.catalog.synthetic;

/**
 * Somebody who makes music.
 *
 * @param number from 0; all else follows from it and the seed
 * @param home the genre of most of what they do
 * @param second a genre that they also play, or the home genre again
 * @param voice how they call things
 * @param profile their genres' sound, as they mix them
 * @param sound how they depart from it
 * @param fame in standard deviations of all artists; 0 is ordinary
 * @param albums how many they released, at least 1
 * @param debut year of the first
 * @param explicit share of their songs that are explicit, [0, 1]
 */
record Artist(
    long number,
    String name,
    Genre home,
    Genre second,
    Phrasebook voice,
    Lettering lettering,
    Profile profile,
    Sound sound,
    double fame,
    int albums,
    int debut,
    double explicit) {

  /** A phrase on a topic, as the artist would say and spell it. */
  String say(String topic, Dice dice) {
    return lettering.set(voice.say(topic, dice));
  }
}
