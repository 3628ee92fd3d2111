package org.entente.benchmarks.nlp4j;

/** SHA-256 of the artefacts of Maven Central that the model is made from. */
final class Pinned {
  static final String ENGLISH = "5897fe621a2f726562bf8a6e06907272ff04e7978e324393f8fda000f71a7aba";
  static final String API = "32725a99bec6edbb2b861a58143fb8183a7724127f521534678bce46fe1baab0";

  private Pinned() {}
}
