/**
 * The vocabulary of events: PLOVER's types, modes and contexts, CAMEO's codes with their Goldstein
 * weights.
 */
package org.entente.knowledge.ontology;
