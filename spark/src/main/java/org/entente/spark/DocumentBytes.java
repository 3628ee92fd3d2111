package org.entente.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.coding.ingest.Aside;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.Precision;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/** What travels between executors, as bytes: a document, one set aside, or one known before. */
final class DocumentBytes {
  private static final Paragraph.Kind[] KINDS = Paragraph.Kind.values();
  private static final Precision[] PRECISIONS = Precision.values();

  private DocumentBytes() {}

  /** One of {@link Read}, {@link SetAside} and {@link Known}. */
  sealed interface Item permits Read, SetAside, Known {}

  /** A document to be coded. */
  record Read(Document document) implements Item {}

  /** What could not be taken in. */
  record SetAside(Aside aside) implements Item {}

  /**
   * A document that an earlier batch has coded.
   *
   * @param hash of its text, by {@link String#hashCode}
   */
  record Known(String id, String origin, int hash) implements Item {}

  static byte[] of(Item item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (item instanceof Read read) {
        out.writeByte(0);
        write(out, read.document());
      } else if (item instanceof SetAside aside) {
        out.writeByte(1);
        string(out, aside.aside().origin());
        out.writeByte(aside.aside().reason().ordinal());
        string(out, aside.aside().message());
      } else if (item instanceof Known known) {
        out.writeByte(2);
        string(out, known.id());
        string(out, known.origin());
        out.writeInt(known.hash());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Item item(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return switch (in.readByte()) {
        case 0 -> new Read(document(in));
        case 1 ->
            new SetAside(new Aside(string(in), Aside.Reason.values()[in.readByte()], string(in)));
        default -> new Known(string(in), string(in), in.readInt());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Document document) throws IOException {
    string(out, document.id());
    string(out, document.origin());
    string(out, document.title());
    string(out, document.byline());
    string(out, document.publisher());
    TimeSpan published = document.published();
    day(out, published.from());
    day(out, published.to());
    out.writeByte(published.precision().ordinal());
    string(out, published.text());
    string(out, document.url());
    string(out, document.language());
    string(out, document.text());
    out.writeInt(document.paragraphs().size());
    for (Paragraph paragraph : document.paragraphs()) {
      out.writeByte(paragraph.kind().ordinal());
      out.writeInt(paragraph.span().start());
      out.writeInt(paragraph.span().end());
    }
    out.writeInt(document.notes().size());
    for (String note : document.notes()) {
      string(out, note);
    }
  }

  private static Document document(DataInputStream in) throws IOException {
    String id = string(in);
    String origin = string(in);
    String title = string(in);
    String byline = string(in);
    String publisher = string(in);
    TimeSpan published = new TimeSpan(day(in), day(in), PRECISIONS[in.readByte()], string(in));
    String url = string(in);
    String language = string(in);
    String text = string(in);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      paragraphs.add(new Paragraph(KINDS[in.readByte()], new Span(in.readInt(), in.readInt())));
    }
    List<String> notes = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      notes.add(string(in));
    }
    return new Document(
        id, origin, title, byline, publisher, published, url, language, text, paragraphs, notes);
  }

  private static void day(DataOutputStream out, LocalDate day) throws IOException {
    out.writeLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
  }

  private static LocalDate day(DataInputStream in) throws IOException {
    long day = in.readLong();
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  /** UTF-8; broken surrogates, which UTF-8 cannot say, as UTF-16. */
  private static void string(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean whole = new String(bytes, StandardCharsets.UTF_8).equals(text);
    if (!whole) {
      bytes = new byte[2 * text.length()];
      for (int i = 0; i < text.length(); i++) {
        bytes[2 * i] = (byte) (text.charAt(i) >> 8);
        bytes[2 * i + 1] = (byte) text.charAt(i);
      }
    }
    out.writeInt(bytes.length);
    out.writeBoolean(whole);
    out.write(bytes);
  }

  private static String string(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    boolean whole = in.readBoolean();
    byte[] bytes = in.readNBytes(length);
    if (whole) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    char[] chars = new char[length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new String(chars);
  }
}
