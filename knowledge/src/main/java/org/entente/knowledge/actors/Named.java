package org.entente.knowledge.actors;

/** An actor under one of its names. */
public record Named(ActorEntry entry, Form form) {}
