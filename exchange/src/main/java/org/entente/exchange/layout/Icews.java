package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Place;
import org.entente.model.Sector;

/** ICEWS Coded Event Data, as in Dataverse: 20 columns, parted by tabs. */
final class Icews implements Layout, RowWriter {
  private static final String FORMAT = "icews";
  private static final List<String> COLUMNS =
      List.of(
          "Event ID",
          "Event Date",
          "Source Name",
          "Source Sectors",
          "Source Country",
          "Event Text",
          "CAMEO Code",
          "Intensity",
          "Target Name",
          "Target Sectors",
          "Target Country",
          "Story ID",
          "Sentence Number",
          "Publisher",
          "City",
          "District",
          "Province",
          "Country",
          "Latitude",
          "Longitude");

  private final Setting setting;
  private final Actors actors;
  private final Cameo cameo;
  private final Placed placed;

  /** To read. */
  Icews(Setting setting, Columns names) {
    this.setting = setting;
    this.actors = setting.actors();
    this.cameo = setting.cameo();
    this.placed = new Placed(COLUMNS, names);
  }

  /** To write. */
  Icews(Actors actors, Cameo cameo) {
    this.setting = null;
    this.actors = actors;
    this.cameo = cameo;
    this.placed = new Placed(COLUMNS, new Columns(COLUMNS));
  }

  @Override
  public Read read(Row row) throws WrongRow {
    placed.check(row);
    Setting.Said said = new Setting.Said();
    LocalDate day = Days.day(placed.at(row, 1));
    said.key = placed.at(row, 0);
    said.time = setting.time(day);
    said.means(setting.meaning(code(placed.at(row, 6), placed.at(row, 5))));
    said.source = actor(row, 2, day);
    if (said.source == null) {
      throw new WrongRow("no source", "the source is missing");
    }
    said.target = actor(row, 8, day);
    said.publisher = placed.at(row, 13);
    said.place = place(row);
    Event event = setting.event(row, said);
    return new Read(event, placed.beyond(row, cells(event, Map.of())));
  }

  /** The code; without its leading zero, which spreadsheets lose, the text decides. */
  private String code(String code, String text) throws WrongRow {
    String ofText = cameo.code(text);
    if (code.isEmpty()) {
      return Plain.code(cameo, text);
    }
    return ofText != null && ofText.equals("0" + code) ? ofText : code;
  }

  private Actor actor(Row row, int name, LocalDate day) {
    String called = placed.at(row, name);
    if (called.isEmpty() || called.equals("NULL")) {
      return null;
    }
    return actors.named(
        called,
        actors.country(placed.at(row, name + 2)),
        IcewsSectors.of(placed.at(row, name + 1)),
        day);
  }

  private Place place(Row row) {
    String name = null;
    for (int i = 14; i <= 16 && name == null; i++) {
      name = given(placed.at(row, i));
    }
    String state = given(placed.at(row, 17));
    String country = actors.country(state);
    Double latitude = Numbers.number(placed.at(row, 18));
    Double longitude = Numbers.number(placed.at(row, 19));
    if (name == null && country == null) {
      name = state;
    }
    return name == null && country == null && latitude == null
        ? null
        : new Place(name, country, latitude, longitude, null, null, null);
  }

  private static String given(String cell) {
    return cell.isEmpty() || cell.equals("NULL") ? null : cell;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public String[] cells(Event event, Map<String, String> original) {
    String[] cells = new String[COLUMNS.size()];
    Place place = event.place();
    cells[0] = event.id();
    cells[1] = event.time().from() == null ? "" : event.time().from().toString();
    actor(cells, 2, event.source());
    cells[5] = RowWriter.text(cameo.text(event.cameo()));
    cells[6] = RowWriter.text(event.cameo());
    cells[7] = String.format(Locale.ROOT, "%.1f", event.goldstein());
    actor(cells, 8, event.target());
    cells[11] = event.document();
    cells[12] = String.valueOf(event.evidence().get(0).sentence() + 1);
    cells[13] = RowWriter.text(event.attribution().publisher());
    cells[14] = place == null ? "" : RowWriter.text(place.name());
    cells[15] = "";
    cells[16] = "";
    cells[17] = place == null ? "" : RowWriter.text(actors.countryName(place.country()));
    cells[18] = place == null ? "" : RowWriter.text(place.latitude());
    cells[19] = place == null ? "" : RowWriter.text(place.longitude());
    if (FORMAT.equals(event.coder())) {
      RowWriter.overlay(COLUMNS, cells, original);
    }
    return cells;
  }

  private void actor(String[] cells, int at, Actor actor) {
    cells[at] = actor == null ? "" : actor.text() != null ? actor.text() : actor.name();
    StringBuilder sectors = new StringBuilder();
    if (actor != null) {
      for (Sector sector : actor.sectors()) {
        sectors.append(sectors.isEmpty() ? "" : ",").append(IcewsSectors.name(sector));
      }
    }
    cells[at + 1] = sectors.toString();
    cells[at + 2] = actor == null ? "" : RowWriter.text(actors.countryName(actor.code()));
  }
}
