// Asks everything that Segue answers with Spotify's own SDK, of which only the hosts are redirected.
// node client.mjs <origin of the server> <id of a track>
import { SpotifyApi } from "@spotify/web-api-ts-sdk";

const [origin, id] = process.argv.slice(2);
const toSpotify = globalThis.fetch;
globalThis.fetch = (url, init) =>
  toSpotify(String(url).replace(/^https:\/\/(api|accounts)\.spotify\.com/, origin), init);

const api = SpotifyApi.withClientCredentials("app", "secret");
const track = await api.tracks.get(id);
const artist = track.artists[0];
const failure = (promise) => promise.then(() => "none", (error) => error.message);

console.log(
  JSON.stringify({
    track,
    tracks: await api.tracks.get([id, "nobody"]),
    features: await api.tracks.audioFeatures(id),
    several_features: await api.tracks.audioFeatures([id, "nobody"]),
    search: await api.search(artist.name, ["track", "artist", "album"], "SE", 5, 0),
    artist: await api.artists.get(artist.id),
    artists: await api.artists.get([artist.id]),
    top: await api.artists.topTracks(artist.id, "SE"),
    related: await api.artists.relatedArtists(artist.id),
    albums: await api.artists.albums(artist.id, "album,single", "SE", 10, 0),
    album: await api.albums.get(track.album.id),
    several_albums: await api.albums.get([track.album.id]),
    album_tracks: await api.albums.tracks(track.album.id, "SE", 10, 0),
    genres: await api.recommendations.genreSeeds(),
    recommendations: await api.recommendations.get({
      seed_tracks: [id],
      seed_artists: [artist.id],
      limit: 7,
      target_energy: 0.7,
      min_popularity: 1,
    }),
    unknown: await failure(api.tracks.get("nobody")),
    analysis: await failure(api.tracks.audioAnalysis(id)),
  }),
);
