/**
 * Our tree beside the libraries that one would otherwise take, on the same vectors, in one process.
 *
 * <p>Read {@link dev.segue.peers.PeerBenchmark} first, then {@code Comparison}, which builds every
 * {@code Peer} of {@code Peers}, holds its answers against the exact ones of {@code Questions} and
 * times it. {@code Dataset} is where vectors come from. {@code Export} asks for the neighbours of
 * the whole catalogue, as scikit-learn does in {@code src/jmh/python}.
 *
 * <p>Latency is that of one thread; builds and exports may use all cores.
 */
package dev.segue.peers;
