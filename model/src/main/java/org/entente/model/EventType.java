package org.entente.model;

/** The sixteen event types of PLOVER (2021), in the code book's order. */
public enum EventType {
  AGREE(Quad.VERBAL_COOPERATION),
  CONSULT(Quad.VERBAL_COOPERATION),
  SUPPORT(Quad.VERBAL_COOPERATION),
  CONCEDE(Quad.MATERIAL_COOPERATION),
  COOPERATE(Quad.MATERIAL_COOPERATION),
  AID(Quad.MATERIAL_COOPERATION),
  RETREAT(Quad.MATERIAL_COOPERATION),
  REQUEST(Quad.VERBAL_CONFLICT),
  ACCUSE(Quad.VERBAL_CONFLICT),
  REJECT(Quad.VERBAL_CONFLICT),
  THREATEN(Quad.VERBAL_CONFLICT),
  PROTEST(Quad.MATERIAL_CONFLICT),
  SANCTION(Quad.MATERIAL_CONFLICT),
  MOBILIZE(Quad.MATERIAL_CONFLICT),
  COERCE(Quad.MATERIAL_CONFLICT),
  ASSAULT(Quad.MATERIAL_CONFLICT);

  private final Quad quad;

  EventType(Quad quad) {
    this.quad = quad;
  }

  public Quad quad() {
    return quad;
  }
}
