"""Times scikit-learn's nearest neighbours of every row of a file of vectors, and prints JSON.

    scikit_learn.py FILE DIMENSION K SAMPLE JOBS

FILE holds little-endian float32 numbers, DIMENSION to a vector. Neighbours are asked for SAMPLE
random rows, and the time for all rows is extrapolated from these. A row is its own first
neighbour, so K + 1 are asked for.
"""

import json
import sys
import time

import numpy as np
import sklearn
from sklearn.neighbors import NearestNeighbors

SEED = 114
SINGLE_QUESTIONS = 200


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(path, dimension, k, sample, jobs):
    vectors = np.fromfile(path, dtype="<f4").reshape(-1, dimension)
    rows = np.random.default_rng(SEED).permutation(len(vectors))[:sample]
    questions = vectors[rows]
    whole = len(vectors) / len(questions)

    def searcher(algorithm):
        return NearestNeighbors(n_neighbors=k + 1, algorithm=algorithm, n_jobs=jobs)

    tree = searcher("kd_tree")
    tree_fit = seconds(lambda: tree.fit(vectors))
    tree_batch = seconds(lambda: tree.kneighbors(questions))
    tree.set_params(n_jobs=1)
    single = [
        seconds(lambda: tree.kneighbors(question.reshape(1, -1)))
        for question in questions[:SINGLE_QUESTIONS]
    ]
    brute = searcher("brute").fit(vectors)
    brute_batch = seconds(lambda: brute.kneighbors(questions))
    print(
        json.dumps(
            {
                "version": sklearn.__version__,
                "sampled_rows": len(questions),
                "kd_tree_seconds": tree_fit + tree_batch * whole,
                "brute_seconds": brute_batch * whole,
                "kd_tree_single_micros": float(np.median(single)) * 1e6,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
