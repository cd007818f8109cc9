package dev.segue.http.spotify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segue.catalog.AudioFeatures;

/**
 * How a track sounds.
 *
 * @param analysisUrl where no analysis is
 */
record AudioFeaturesObject(
    @JsonUnwrapped AudioFeatures audio,
    int durationMs,
    String id,
    String uri,
    String trackHref,
    String analysisUrl,
    String type) {}
