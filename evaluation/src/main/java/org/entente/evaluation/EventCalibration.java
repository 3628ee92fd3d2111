package org.entente.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.Coder;
import org.entente.coding.relation.Calibration;

/** Fits how confidence of an event in a document follows from how sure the models are. */
public final class EventCalibration {
  private EventCalibration() {}

  /**
   * The curve from the confidence that a coder gives to how often its events are right, among those
   * that speak of what a record speaks of.
   *
   * @param records in the format of the PLOVER gold standard records
   */
  public static Calibration of(Path records, Coder coder) throws IOException {
    Precision precision = new Precision(new RecordMatch(coder.knowledge()));
    Map<String, List<GoldRecord>> texts = new LinkedHashMap<>();
    for (GoldRecord record : GoldRecord.read(records)) {
      texts.computeIfAbsent(record.text(), k -> new ArrayList<>()).add(record);
    }
    texts.values().forEach(of -> precision.add(coder.code(of.get(0).document()), of));
    return Calibration.fit(precision.answers());
  }
}
