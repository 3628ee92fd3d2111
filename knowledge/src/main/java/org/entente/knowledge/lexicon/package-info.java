/**
 * What counts as an event: triggers with their conditions and roles, classes of words, and
 * modality.
 */
package org.entente.knowledge.lexicon;
