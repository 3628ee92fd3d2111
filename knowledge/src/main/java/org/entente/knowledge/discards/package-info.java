/** Phrases that say that a sentence or a whole document is not to be coded. */
package org.entente.knowledge.discards;
