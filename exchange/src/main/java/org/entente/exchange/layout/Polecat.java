package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Place;
import org.entente.model.Sector;

/** POLECAT (PLOVER events of the NGEC coder), as in Dataverse: parted by tabs. */
final class Polecat implements Layout, RowWriter {
  private static final String FORMAT = "polecat";
  private static final List<String> COLUMNS =
      List.of(
          "Event ID",
          "Event Date",
          "Event Type",
          "Event Mode",
          "Intensity",
          "Quad Code",
          "Contexts",
          "Actor Name",
          "Actor Name Raw",
          "Wikipedia Actor ID",
          "Actor Country",
          "Actor COW",
          "Primary Actor Sector",
          "Actor Sectors",
          "Actor Title",
          "Recipient Name",
          "Recipient Name Raw",
          "Wikipedia Recipient ID",
          "Recipient Country",
          "Recipient COW",
          "Primary Recipient Sector",
          "Recipient Sectors",
          "Recipient Title",
          "Placename",
          "City",
          "District",
          "Province",
          "Country",
          "Latitude",
          "Longitude",
          "GeoNames ID",
          "Raw Placename",
          "Feature Type",
          "Source",
          "Publication Date",
          "Story People",
          "Story Organizations",
          "Story Locations",
          "Language",
          "Version",
          "Story ID");
  private static final int ACTOR = 7;
  private static final int RECIPIENT = 15;
  private static final int PLACE = 23;

  private final Setting setting;
  private final Actors actors;
  private final Cameo cameo;
  private final Placed placed;

  /** To read. */
  Polecat(Setting setting, Columns names) {
    this.setting = setting;
    this.actors = setting.actors();
    this.cameo = setting.cameo();
    this.placed = new Placed(COLUMNS, names);
  }

  /** To write. */
  Polecat(Actors actors, Cameo cameo) {
    this.setting = null;
    this.actors = actors;
    this.cameo = cameo;
    this.placed = new Placed(COLUMNS, new Columns(COLUMNS));
  }

  @Override
  public Read read(Row row) throws WrongRow {
    placed.check(row);
    Setting.Said said = new Setting.Said();
    LocalDate day = Days.day(cell(row, 1));
    said.key = cell(row, 0);
    said.time = setting.time(day);
    said.type = type(cell(row, 2));
    String mode = cell(row, 3).toLowerCase(Locale.ROOT);
    said.mode = mode.isEmpty() ? null : mode;
    said.cameo = cameo.code(said.type, said.mode);
    said.goldstein = cameo.goldstein(said.cameo, said.type);
    said.contexts =
        Arrays.stream(cell(row, 6).split("[;,]"))
            .map(String::strip)
            .filter(context -> !context.isEmpty())
            .toList();
    said.source = actor(row, ACTOR, day);
    if (said.source == null) {
      throw new WrongRow("no actor", "the actor is missing");
    }
    said.target = actor(row, RECIPIENT, day);
    said.publisher = cell(row, 33);
    said.place = place(row);
    Event event = setting.event(row, said);
    return new Read(event, placed.beyond(row, cells(event, Map.of())));
  }

  /** POLECAT writes None for nothing. */
  private String cell(Row row, int column) {
    String cell = placed.at(row, column);
    return cell.equals("None") || cell.equals("nan") ? "" : cell;
  }

  private static EventType type(String name) throws WrongRow {
    try {
      return EventType.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new WrongRow("unknown event type", "'" + name + "' is no event type of PLOVER");
    }
  }

  private Actor actor(Row row, int at, LocalDate day) {
    String raw = cell(row, at + 1);
    String name = cell(row, at).isEmpty() ? raw : cell(row, at);
    String country = actors.country(first(cell(row, at + 3)));
    List<Sector> sectors = new ArrayList<>();
    for (String one : (cell(row, at + 5) + ";" + cell(row, at + 6)).split("[;,]")) {
      for (Sector sector : Sector.values()) {
        if (sector.name().equals(one.strip()) && !sectors.contains(sector)) {
          sectors.add(sector);
        }
      }
    }
    if (name.isEmpty()) {
      return country == null && sectors.isEmpty() ? null : actors.part(country, sectors);
    }
    return actors.named(name, country, sectors, day);
  }

  private static String first(String list) {
    int end = list.indexOf(';');
    return end < 0 ? list : list.substring(0, end).strip();
  }

  private Place place(Row row) {
    String name = cell(row, PLACE);
    for (int i = PLACE + 1; i <= PLACE + 3 && name.isEmpty(); i++) {
      name = cell(row, i);
    }
    String country = actors.country(cell(row, PLACE + 4));
    Double latitude = Numbers.number(cell(row, PLACE + 5));
    Double longitude = Numbers.number(cell(row, PLACE + 6));
    Long geonames = Numbers.whole(cell(row, PLACE + 7));
    return name.isEmpty() && country == null && latitude == null && geonames == null
        ? null
        : new Place(
            name.isEmpty() ? null : name, country, latitude, longitude, geonames, null, null);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public String[] cells(Event event, Map<String, String> original) {
    String[] cells = new String[COLUMNS.size()];
    Arrays.fill(cells, "");
    cells[0] = event.id();
    cells[1] = event.time().from() == null ? "" : event.time().from().toString();
    cells[2] = event.type().name();
    cells[3] = RowWriter.text(event.mode());
    cells[4] = String.format(Locale.ROOT, "%.1f", event.goldstein());
    cells[5] = event.quad().label().toUpperCase(Locale.ROOT);
    cells[6] = String.join(";", event.contexts());
    actor(cells, ACTOR, event.source());
    actor(cells, RECIPIENT, event.target());
    Place place = event.place();
    if (place != null) {
      cells[PLACE] = RowWriter.text(place.name());
      cells[PLACE + 4] = RowWriter.text(place.country());
      cells[PLACE + 5] = RowWriter.text(place.latitude());
      cells[PLACE + 6] = RowWriter.text(place.longitude());
      cells[PLACE + 7] = RowWriter.text(place.geonames());
      cells[PLACE + 8] = RowWriter.text(place.text());
    }
    cells[33] = RowWriter.text(event.attribution().publisher());
    cells[39] = RowWriter.text(event.coder());
    cells[40] = RowWriter.text(event.document());
    if (FORMAT.equals(event.coder())) {
      RowWriter.overlay(COLUMNS, cells, original);
    }
    return cells;
  }

  private void actor(String[] cells, int at, Actor actor) {
    if (actor == null) {
      return;
    }
    cells[at] = RowWriter.text(actor.name());
    cells[at + 1] = RowWriter.text(actor.text());
    cells[at + 3] = actor.belongs() && actors.countryName(actor.code()) != null ? actor.code() : "";
    cells[at + 5] = actor.sectors().isEmpty() ? "" : actor.sectors().get(0).name();
    cells[at + 6] = actor.sectors().stream().map(Enum::name).collect(Collectors.joining(";"));
    cells[at + 7] = RowWriter.text(actor.role());
  }
}
