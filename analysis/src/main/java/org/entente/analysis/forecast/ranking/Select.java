package org.entente.analysis.forecast.ranking;

/** The largest of some numbers, found without sorting all. */
final class Select {
  private Select() {}

  /**
   * Brings the ids of the {@code most} largest values to the front, in no order; equal values by
   * the smaller id. Both arrays are reordered.
   *
   * @return how many are in front
   */
  static int first(int[] ids, float[] values, int most) {
    return first(ids, values, ids.length, most);
  }

  static int first(int[] ids, float[] values, int size, int most) {
    if (most >= size) {
      return size;
    }
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      float pivot = values[middle];
      int pivotId = ids[middle];
      int i = low;
      int j = high;
      while (i <= j) {
        while (before(values[i], ids[i], pivot, pivotId)) {
          i++;
        }
        while (before(pivot, pivotId, values[j], ids[j])) {
          j--;
        }
        if (i <= j) {
          float value = values[i];
          values[i] = values[j];
          values[j] = value;
          int id = ids[i];
          ids[i++] = ids[j];
          ids[j--] = id;
        }
      }
      if (most - 1 <= j) {
        high = j;
      } else if (most - 1 >= i) {
        low = i;
      } else {
        break;
      }
    }
    return most;
  }

  private static boolean before(float a, int idA, float b, int idB) {
    return a > b || a == b && idA < idB;
  }
}
