/**
 * Which tracks are one recording: re-releases, remasters and best-of copies of one performance by
 * one artist. {@link dev.segue.query.RecordingTitle} says which titles may be one, {@link
 * dev.segue.recording.Sound} which sound like one, {@link dev.segue.recording.RecordingLinkage}
 * goes through a catalogue, and {@link dev.segue.recording.Recordings} is what it found.
 *
 * <p>Live, acoustic, remixed and newly sung versions stay apart. When in doubt, two tracks are two
 * recordings.
 */
package dev.segue.recording;
