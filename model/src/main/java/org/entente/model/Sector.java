package org.entente.model;

/** What part of a society an actor belongs to: the sectors of PLOVER. */
public enum Sector {
  GOV("government"),
  MIL("military"),
  REB("rebels"),
  OPP("opposition"),
  PTY("political party"),
  AGR("agriculture"),
  BUS("business"),
  CRM("criminals"),
  CVL("civilians"),
  COP("police"),
  EDU("education"),
  ELI("elites"),
  ENV("environment"),
  HLH("health"),
  HRI("human rights"),
  IGO("intergovernmental organisation"),
  JUD("judiciary"),
  LAB("labour"),
  LEG("legislature"),
  MED("media"),
  NGO("non-governmental organisation"),
  REF("refugees"),
  REL("religious bodies"),
  SET("settlers"),
  SPY("intelligence service"),
  UAF("unidentified armed forces");

  private final String label;

  Sector(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
