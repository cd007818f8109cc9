/**
 * How well models of taste rank what listeners have not heard. Begin with {@link
 * dev.segue.evaluate.ranking.RankingEvaluation}; what is measured of one list is in {@link
 * dev.segue.evaluate.ranking.Measure}.
 */
package dev.segue.evaluate.ranking;
