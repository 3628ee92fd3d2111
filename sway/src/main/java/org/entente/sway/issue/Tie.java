package org.entente.sway.issue;

/**
 * How two actors stand to each other.
 *
 * @param a id of an actor
 * @param b id of another
 * @param weight above 0 for friends, below for foes
 * @param why what it rests on, may be empty
 */
public record Tie(String a, String b, double weight, String why) {}
