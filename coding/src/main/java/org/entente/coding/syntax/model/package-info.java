/**
 * The one file that holds what the tagger, the lemmatizer and the parser have learned: how it is
 * written, read and checked, and how its weights lie in memory. The weights are NLP4J's, hashed and
 * quantised; {@link org.entente.coding.syntax.model.ModelFile} describes the format.
 */
package org.entente.coding.syntax.model;
