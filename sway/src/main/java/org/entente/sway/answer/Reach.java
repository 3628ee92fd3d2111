package org.entente.sway.answer;

/**
 * How far an actor can move an outcome by itself, at modes, in the scale's own numbers.
 *
 * @param model its name
 * @param scale index
 * @param now the outcome as things are
 * @param low least outcome that any position of its own gives, cared for as now
 * @param high greatest
 * @param lowAtFull least, if it cared as much as can be (salience 100)
 * @param highAtFull greatest
 */
public record Reach(
    String model,
    int scale,
    double now,
    double low,
    double high,
    double lowAtFull,
    double highAtFull) {}
