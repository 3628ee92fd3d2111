package org.entente.sway.answer;

/**
 * What another actor can do to an outcome, by a model, at modes, in the scale's own numbers.
 *
 * @param actor its id
 * @param model name
 * @param scale index
 * @param persuaded change of the outcome when this actor is moved upwards by a tenth of the scale
 * @param undo change of the outcome if it went to the end of the scale that is worse for the asking
 *     actor, and cared as much as can be
 */
public record Other(String actor, String model, int scale, double persuaded, double undo) {}
