package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Small dictionaries of our own in PETRARCH's formats. */
final class Dictionaries {
  static final String ACTORS =
      """
      # states
      EGYPT_ [EGY]
      +EGYPTIAN_
      +EGYYPT_      ; as some write it
      <!-- not these
      NOWHERE_ [NWH]
      -->
      RURITANIA_
      \t[RUR]
      # who changes
      RUDOLF_ELPHBERG_
      +KING_RUDOLF_
      \t[RURELI 500101-991231]
      \t[RURGOV 20000101-20101231]
      \t[RURREB >20120101]
      BLUE_GUARD_OF_RURITANIA [RURREBBLU]
      EGYPTIAN_LIGHT_COMPANY_ [MNCEGY]
      LEAGUE_OF_TESTERS_
      UKRAINE_
      +UKRAINIAN_
      \t[OLDUKR <881231]
      \t[UKR >890101]
      KIEV_ [UKR]
      BROKEN_DATES_
      \t[RURGOV 20100101-20090101]
      ODD SPACE_NAME_ [RURGOV]
      NOT_CLOSED_ [RURGOV
      """;

  static final String AGENTS =
      """
      !SAILOR! = SAILOR, SAILORS
      LIGHTHOUSE_KEEPER [~GOV]
      BALLOON_CORPS {} [~MIL]
      COAST_WATCHMAN {COAST_WATCHMEN} [~COP]
      REBEL_!SAILOR! [~REB]
      CHAPLAIN_ [~GOVCHR]
      STAR_GAZER [~XYZ]
      no brackets here
      """;

  static final String DISCARDS =
      """
      + REGATTA CUP   # the whole text
      CROQUET
      CHESS_CLUB_
      """;

  static final String VERBS =
      """
      &BOAT
      +BOAT
      +ROWING_BOAT

      --- BLESS [051] ---
      BLESS
      HALLOW {HALLOWS HALLOWING HALLOWED }
      - * RIVAL [---]
      - * {ROYAL &BOAT} (WITH WINE) [0311]
      - * UP BRIDGE [071]

      --- BREAK [---] ---
      SMITE {SMOTE SMITTEN} [190]
      +KNOCK_OVER [182]
      - * (WITH +) [111]
      - + * (BY $) [112:112]
      - * WINDOW (OF ^) [145]
      - * NOT DOOR [145]
      - * &NOWHERE [145]
      ~ a (a b Q) SAY = a b Q

      --- TELL [010] ---
      TELL
      GOSSIP
      """;

  private Dictionaries() {}

  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("own.actors.txt"), ACTORS);
    Files.writeString(folder.resolve("own.agents.txt"), AGENTS);
    Files.writeString(folder.resolve("own.discards.txt"), DISCARDS);
    Files.writeString(folder.resolve("own.verbs.txt"), VERBS);
    Files.writeString(folder.resolve("notes.txt"), "Nothing of a dictionary.\n");
    return folder;
  }

  /** A dictionary of actors whose last letters are bytes of an encoding. */
  static byte[] bytes(String text, int... more) {
    byte[] start = text.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + more.length);
    for (int i = 0; i < more.length; i++) {
      all[start.length + i] = (byte) more[i];
    }
    return all;
  }
}
