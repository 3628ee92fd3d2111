package org.entente.coding.event;

import java.util.List;
import org.entente.coding.mention.Mention;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Sector;

/** What an actor is among others: a state, an armed force. */
final class Standing {
  private Standing() {}

  /** A state, its government, or one who speaks for it. */
  static boolean isState(Mention mention) {
    ActorEntry.Kind kind = mention.entry() == null ? null : mention.entry().kind();
    return kind == ActorEntry.Kind.COUNTRY && mention.actor().sectors().isEmpty()
        || kind == ActorEntry.Kind.ORGANISATION
        || mention.actor().sectors().contains(Sector.GOV);
  }

  static boolean isArmed(Mention mention) {
    List<Sector> sectors = mention.actor().sectors();
    return isState(mention)
        || sectors.stream()
            .anyMatch(
                s -> s == Sector.MIL || s == Sector.COP || s == Sector.REB || s == Sector.UAF);
  }
}
