package org.entente.sway.bargain;

/**
 * How far the outcome goes with one number of an actor.
 *
 * @param input which number
 * @param step one point of position, a tenth (.1) of salience, a tenth of the actor's own
 *     capability
 * @param raised by how much the number was raised: a step, less where the range ends
 * @param up change of the outcome then, one value a dimension
 * @param lowered by how much it was lowered
 * @param down change of the outcome then
 */
public record Lever(
    Input input, double step, double raised, double[] up, double lowered, double[] down) {

  /** Change of the outcome in a dimension per step up, taken over both sides. */
  public double perStep(int dimension) {
    double width = raised + lowered;
    return width > 0 ? (up[dimension] - down[dimension]) * step / width : 0;
  }
}
