package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Span;
import org.entente.model.Status;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  @Provide
  Arbitrary<Event> events() {
    return Samples.events("doc");
  }

  @Provide
  Arbitrary<Document> documents() {
    return Samples.documents();
  }

  @Property(tries = 2000)
  void anEventReadsBackAsItWas(@ForAll("events") Event event) {
    String json = EventJson.write(event);
    assertThat(EventJson.readEvent(json)).isEqualTo(event);
    assertThat(EventJson.write(EventJson.readEvent(json))).isEqualTo(json);
    assertThat(json).doesNotContain("\n").doesNotContain("\r");
  }

  @Property(tries = 2000)
  void anEventSurvivesUtf8(@ForAll("events") Event event) {
    byte[] bytes = EventJson.write(event).getBytes(StandardCharsets.UTF_8);
    assertThat(EventJson.readEvent(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(event);
  }

  @Property(tries = 1000)
  void aDocumentReadsBackAsItWas(@ForAll("documents") Document document) {
    assertThat(EventJson.readDocument(EventJson.write(document))).isEqualTo(document);
    assertThat(
            EventJson.readFromStore(
                EventJson.writeForStore(document), Texts.clean(document.text())))
        .isEqualTo(document);
  }

  @Test
  void fieldsComeInTheRecordsOrder() {
    assertThat(
            EventJson.write(
                Samples.event(
                    "d", 0, Samples.SISI, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 16)))
        .isEqualTo(
            "{'id':'d-0','document':'d','source':{'id':'egy/abdel-fattah-al-sisi','name':'Abdel Fattah al-Sisi','code':'EGY','sectors':['GOV'],'role':'president','text':'the Egyptian president'},'target':{'id':'isis','name':'ISIS','code':'ISIS','sectors':['REB'],'text':'ISIS'},'type':'ASSAULT','contexts':['military'],'cameo':'190','goldstein':-9.5,'status':'ACTUAL','attribution':{'speaker':{'id':'egy/abdel-fattah-al-sisi','name':'Abdel Fattah al-Sisi','code':'EGY','sectors':['GOV'],'role':'president','text':'the Egyptian president'},'publisher':'La Stampa'},'time':{'from':'2015-02-16','to':'2015-02-16','precision':'DAY'},'place':{'name':'Derna','country':'LYB','latitude':32.767,'longitude':22.637,'geonames':87205,'kind':'city','text':'Derna'},'magnitudes':[{'kind':'KILLED','low':21.0,'high':21.0,'text':'21'}],'confidence':0.75,'evidence':[{'sentence':0,'span':{'start':0,'end':4},'source':{'start':0,'end':1},'predicate':{'start':1,'end':2},'rule':'assault.tsv:120 launch airstrike','because':['passive','_it_ is Egypt']}],'coder':'0.1.0+abc','quad':'MATERIAL_CONFLICT'}"
                .replace('\'', '"')
                .replace("_it_", "'it'"));
  }

  @Test
  void whatIsNotSaidIsLeftOut() {
    Event bare =
        new Event(
            "e",
            null,
            new Actor("x", null, "X", null, null, null),
            null,
            EventType.AID,
            null,
            null,
            null,
            0,
            Status.PLANNED,
            null,
            null,
            null,
            null,
            0,
            List.of(new Evidence(0, new Span(0, 0), null, null, null, null, null, null, null)),
            null);
    String json = EventJson.write(bare);
    assertThat(json)
        .isEqualTo(
            "{'id':'e','source':{'id':'x','code':'X'},'type':'AID','goldstein':0.0,'status':'PLANNED','confidence':0.0,'evidence':[{'sentence':0,'span':{'start':0,'end':0}}],'quad':'MATERIAL_COOPERATION'}"
                .replace('\'', '"'));
    assertThat(EventJson.readEvent(json)).isEqualTo(bare);
  }

  @Test
  void unknownFieldsAreIgnored() {
    Event event =
        Samples.event("d", 0, Samples.SISI, Samples.UN, EventType.REQUEST, Status.ACTUAL, 17);
    String json = EventJson.write(event);
    assertThat(
            EventJson.readEvent(
                json.replaceFirst("\\{", "{\"later\":{\"a\":[1]},")
                    .replace("\"rule\":", "\"weight\":3,\"rule\":")))
        .isEqualTo(event);
  }

  @Test
  void aLongTextReadsBack() {
    Document document = Samples.document("long", "x".repeat(25_000_000));
    assertThat(EventJson.readDocument(EventJson.write(document))).isEqualTo(document);
  }

  @Test
  void whatIsNoEventIsSaidWithItsPlace() {
    assertThatThrownBy(() -> EventJson.readEvent("{\"id\":\"e\",\n\"type\":\"SMILE\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("event")
        .hasMessageContaining("line 2")
        .hasMessageContaining("SMILE");
    assertThatThrownBy(() -> EventJson.readEvent("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an id");
    for (String bad : List.of("", "null", "[]", "{", "{} {}", "\"e\"")) {
      assertThatThrownBy(() -> EventJson.readEvent(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> EventJson.readDocument(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
