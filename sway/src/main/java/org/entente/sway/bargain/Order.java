package org.entente.sway.bargain;

/** The order of actors by a value; equal values by index. */
final class Order {
  private Order() {}

  static int[] first(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /** By insertion: fast where the order is nearly right already, as from round to round. */
  static void sort(int[] order, double[] values) {
    for (int i = 1; i < order.length; i++) {
      int moving = order[i];
      double value = values[moving];
      int j = i - 1;
      while (j >= 0
          && (values[order[j]] > value || (values[order[j]] == value && order[j] > moving))) {
        order[j + 1] = order[j];
        j--;
      }
      order[j + 1] = moving;
    }
  }
}
