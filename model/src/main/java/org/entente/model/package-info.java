/**
 * The immutable records that every module of Entente speaks: documents, actors, events and what
 * they are made of. Depends on nothing but the JDK and Jackson's annotations.
 */
package org.entente.model;
