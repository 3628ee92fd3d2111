package org.entente.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Council;
import org.entente.sway.answer.Outlook;
import org.entente.sway.answer.Prediction;
import org.entente.sway.bargain.Distribution;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.vote.Odds;

/** The answer on an issue as JSON. */
final class SwayJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private SwayJson() {}

  static String of(SwayReport report) {
    Answer answer = report.answer();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("question", answer.issue().question());
    all.put("date", answer.issue().date());
    all.put("actor", answer.actor());
    all.put("draws", answer.draws());
    all.put("roundDraws", answer.roundDraws());
    all.put("optionDraws", answer.optionDraws());
    all.put("seed", answer.seed());
    all.put("models", answer.models());
    all.put("scales", answer.issue().scales());
    all.put("asIs", outlook(answer, answer.asIs()));
    all.put("options", answer.options().stream().map(one -> outlook(answer, one)).toList());
    all.put("reach", answer.reach());
    all.put("others", answer.others());
    if (answer.alignments() != null) {
      all.put("landscape", new SwayCamps(answer, answer.asIs()).landscapeJson());
    }
    if (!report.blowback().isEmpty()) {
      Map<String, Object> blowback = new LinkedHashMap<>();
      for (Blowback.Kind kind : Blowback.Kind.values()) {
        Blowback one = report.blowback().get(kind);
        if (one != null) {
          blowback.put(kind.name().toLowerCase(java.util.Locale.ROOT), blowback(one));
        }
      }
      all.put("blowback", blowback);
    }
    if (report.forecast() != null) {
      all.put("forecast", report.forecast());
    }
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> outlook(Answer answer, Outlook outlook) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("option", outlook.option() == null ? null : outlook.option().id());
    map.put("name", outlook.name());
    List<Map<String, Object>> predictions = new ArrayList<>();
    for (Prediction one : outlook.predictions()) {
      predictions.add(prediction(answer, one));
    }
    map.put("predictions", predictions);
    Map<String, Object> camps = new LinkedHashMap<>();
    camps.put("one", outlook.camps().camp(0));
    camps.put("other", outlook.camps().camp(1));
    camps.put("frustration", outlook.camps().frustration().weight());
    camps.put("tiesAtOdds", outlook.camps().frustration().ties());
    camps.put("exact", outlook.camps().frustration().exact());
    camps.put("unique", outlook.camps().frustration().unique());
    camps.put("triangles", outlook.camps().triangles().all());
    camps.put("balanced", outlook.camps().triangles().balanced());
    camps.put("changed", outlook.changed());
    camps.put("levers", new SwayCamps(answer, outlook).json());
    map.put("camps", camps);
    map.put("vote", outlook.council() == null ? null : council(outlook.council()));
    return map;
  }

  private static Map<String, Object> prediction(Answer answer, Prediction one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", one.model());
    map.put("scale", answer.issue().scales().get(one.scale()).id());
    map.put("atMode", one.atMode());
    map.put("mean", one.mean());
    map.put("low", one.low());
    map.put("median", one.median());
    map.put("high", one.high());
    map.put("change", one.shift());
    map.put("changeLow", one.shiftLow());
    map.put("changeHigh", one.shiftHigh());
    map.put("nearer", one.nearer());
    map.put("farther", one.farther());
    map.put("histogram", one.histogram());
    List<Map<String, Object>> drivers = new ArrayList<>();
    for (Distribution.Driver driver : one.drivers()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("actor", answer.issue().actors().get(driver.input().actor()).id());
      row.put("what", driver.input().kind().name().toLowerCase(java.util.Locale.ROOT));
      row.put("variance", driver.firstOrder());
      row.put("rankCorrelation", driver.rankCorrelation());
      drivers.add(row);
    }
    map.put("drivers", drivers);
    return map;
  }

  private static Map<String, Object> council(Council council) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("body", council.body().name());
    map.put("chance", council.odds().chance());
    map.put("veto", council.odds().veto());
    List<Map<String, Object>> members = new ArrayList<>();
    for (int i = 0; i < council.seats().size(); i++) {
      Odds.Effect effect = council.odds().members().get(i);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("member", effect.member());
      row.put("yes", effect.leaning().yes());
      row.put("abstain", effect.leaning().abstain());
      row.put("no", effect.leaning().no());
      row.put("passesIfYes", effect.yes());
      row.put("passesIfAbstains", effect.abstain());
      row.put("passesIfNo", effect.no());
      row.put("because", council.seats().get(i).from().words());
      members.add(row);
    }
    map.put("members", members);
    map.put("persuade", council.persuade());
    return map;
  }

  private static Map<String, Object> blowback(Blowback blowback) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("group", blowback.group());
    map.put("first", blowback.first());
    map.put("last", blowback.last());
    map.put("windows", blowback.windows());
    map.put("rate", blowback.rate());
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Blowback.Case one : blowback.cases()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("state", one.state());
      row.put("day", one.day());
      row.put("counts", one.counts().stream().map(count -> count.orElse(null)).toList());
      row.put("others", one.others());
      cases.add(row);
    }
    map.put("cases", cases);
    return map;
  }
}
