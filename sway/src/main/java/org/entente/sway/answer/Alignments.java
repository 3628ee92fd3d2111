package org.entente.sway.answer;

import org.entente.sway.coalition.Levers;
import org.entente.sway.coalition.Minima;

/**
 * Where actors come to rest on two sides, each as important to others as it is capable (Axelrod and
 * Bennett 1993): size is capability, propensity the tie.
 *
 * @param minima where they come to rest, the deepest first, with the landscape
 * @param sized whether capabilities differ; else only ties count
 * @param levers what would change the deepest minimum
 */
public record Alignments(Minima minima, boolean sized, Levers levers) {}
